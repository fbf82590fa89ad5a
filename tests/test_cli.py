"""The command line: one clear line for every mistake, and nothing lost."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from importlib.metadata import version
from pathlib import Path

import numpy as np
import pytest
from typer.testing import CliRunner

from align import user_cache
from align.bitext import Bitext
from align.check.registry import CHECKS
from align.check.run import CheckConfig
from align.cli.app import COMMANDS, app
from align.cli.options import config_of
from align.config import Config
from align.export import FORMATS
from align.flag import Flag
from align.ocr.search_config import OcrConfig
from align.render import to_text
from align.review.journal_file import Journal
from align.text.clean import CleanConfig


def run(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    """Run ``align`` as a user would, in a process of its own."""
    command = [sys.executable, "-c", "from align.cli import main; main()", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, check=False, timeout=300)


def here(*arguments: str | Path) -> str:
    """What ``align`` prints, run in this process, which has its models loaded already."""
    done = CliRunner().invoke(app, [*map(str, arguments)], catch_exceptions=False)
    assert done.exit_code == 0, done.output
    return done.stdout


def refuses(done: subprocess.CompletedProcess[str], *words: str) -> None:
    """Exit 2, one line on the error stream that holds these words, nothing on the other."""
    assert done.returncode == 2, done.stderr
    assert done.stdout == ""
    assert done.stderr.count("\n") == 1, done.stderr
    assert "Traceback" not in done.stderr
    for word in words:
        assert word in done.stderr


@pytest.fixture
def letter(tmp_path: Path) -> Path:
    path = tmp_path / "letter.txt"
    path.write_text(
        "Contents:\n\nВаш ответ получил. Я ушёл.\n\nI received your reply. I left.\n", encoding="utf-8"
    )
    return path


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    """The path that is not there is in the message."""
    refuses(run("show", tmp_path / "none.txt"), "none.txt", "no such file")


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    """A folder given for a file is called one."""
    refuses(run("show", tmp_path), "directory")


@pytest.mark.parametrize(("content", "words"), [(b"", "empty"), (b" \n\n", "empty"), (b"a\0b" * 9, "binary")])
def test_a_file_without_text_is_refused(tmp_path: Path, content: bytes, words: str) -> None:
    """Empty and binary files get messages of their own."""
    path = tmp_path / "page.txt"
    path.write_bytes(content)
    refuses(run("show", path), str(path), words)


def test_bytes_that_are_not_utf8_are_placed_and_a_way_out_is_offered(tmp_path: Path) -> None:
    """The byte's offset and --encoding stand in the message; with it the file is read."""
    path = tmp_path / "page.txt"
    path.write_bytes("Ваш ответ получил.".encode("cp1251"))
    refuses(run("show", path), "byte 0", "--encoding")


def test_two_files_in_one_language_are_refused(tmp_path: Path) -> None:
    """An original and its translation differ in language."""
    for name in "ab":
        (tmp_path / name).write_text("I received your reply. I left for the coast.\n" * 3, encoding="utf-8")
    refuses(run("show", tmp_path / "a", tmp_path / "b"), "both sides")


@pytest.mark.model
def test_a_language_without_spaces_is_aligned_without_ocr_flags(tmp_path: Path) -> None:
    """Words of Chinese cannot be looked up; sentences still pair."""
    original, translation = tmp_path / "zh.txt", tmp_path / "en.txt"
    original.write_text("我们收到了您的电报。明天答复。", encoding="utf-8")
    translation.write_text("We have received your telegram. We shall answer tomorrow.", encoding="utf-8")
    done = run("export", original, translation)
    assert done.returncode == 0, done.stderr
    bitext = json.loads(done.stdout)
    assert [len(bead["source"]) for bead in bitext["beads"]] == [1, 1]
    assert not bitext["flags"]


def test_an_unknown_encoder_is_refused(letter: Path) -> None:
    """The message names what is known and that there is no network."""
    refuses(run("show", letter, "--encoder", "no-such-model"), "no-such-model", "embedded", "network")


def test_an_unknown_pipeline_is_refused(letter: Path) -> None:
    """A spaCy pipeline that is not installed is named."""
    refuses(run("show", letter, "--spacy-source", "ru_core_news_xx"), "ru_core_news_xx")


def test_an_unknown_cleaning_rule_is_refused(letter: Path) -> None:
    """The rules that exist are listed."""
    refuses(run("show", letter, "--off", "furnitur"), "furnitur", "markup")


def test_an_output_that_exists_is_kept(tmp_path: Path, letter: Path) -> None:
    """Without --force a file that is there stays as it is."""
    path = tmp_path / "out.json"
    path.write_text("precious")
    refuses(run("export", letter, "--to", "json", "-o", path), "--force")
    assert path.read_text() == "precious"


@pytest.mark.parametrize("command", ["export", "correct", "plot"])
def test_what_is_read_is_never_written_over(tmp_path: Path, letter: Path, command: str) -> None:
    """Not even with --force, nor under another spelling of its path."""
    page = letter.rename(tmp_path / "letter.png")
    before = page.read_bytes()
    refuses(run(command, page, "-o", tmp_path / "." / "letter.png", "--force"), "letter.png", "another path")
    assert page.read_bytes() == before


def test_an_output_without_a_folder_is_refused_before_the_work(tmp_path: Path, letter: Path) -> None:
    """The folder that is missing is named."""
    refuses(run("export", letter, "-o", tmp_path / "none" / "out.json"), "none")


def test_an_unknown_format_is_refused(letter: Path) -> None:
    """The formats that exist are listed."""
    refuses(run("export", letter, "--to", "docx2"), "docx2", "json")


def test_help_names_the_commands() -> None:
    """``align --help`` is the table of contents."""
    done = run("--help")
    assert done.returncode == 0
    for command in COMMANDS:
        assert command in done.stdout


def test_the_version_is_that_of_the_package() -> None:
    """``align --version`` prints one line and does nothing else."""
    assert here("--version") == f"align {version('bitext-align')}\n"


def test_help_of_export_lists_the_formats() -> None:
    """The names are those of the table of formats."""
    words = here("export", "--help").replace("│", " ").replace(",", " ").replace(".", " ").split()
    assert set(FORMATS) <= set(words)


def test_an_option_of_the_command_line_is_a_setting() -> None:
    """Each shared option sets its part of the configuration; what is not given is as by default."""
    assert config_of() == Config()
    config = config_of(off=["markup"], check_off=["all"], min_confidence=0.7, spacy_source="ru_core_news_sm")
    assert config == Config(
        clean=CleanConfig(frozenset({"markup"})),
        ocr=OcrConfig(0.7),
        check=CheckConfig(frozenset(CHECKS), None, 0.7),
        source_pipeline="ru_core_news_sm",
    )


@pytest.mark.model
def test_show_and_export_agree(tmp_path: Path, letter: Path) -> None:
    """What is shown is what is exported; --force writes over."""
    path = tmp_path / "out.json"
    path.write_text("old")
    here("export", letter, "--to", "json", "-o", path, "--force")
    written = json.loads(path.read_text(encoding="utf-8"))
    shown = run("show", letter, "--width", "90")
    assert shown.returncode == 0
    assert "\x1b" not in shown.stdout
    for side in written["sentences"].values():
        for sentence in side:
            assert sentence["text"].split()[0] in shown.stdout
    assert f"{len(written['beads'])} beads" in shown.stdout


def test_plain_text_keeps_to_its_width(tiny: Callable[..., Bitext], doubt: Flag) -> None:
    """No line is longer than the given columns."""
    for width in (40, 64, 120):
        assert max(map(len, to_text(tiny((doubt,)), width).splitlines())) <= width


def test_a_table_comes_back_into_the_journal_through_the_command_line(tmp_path: Path, letter: Path) -> None:
    """Export, change a word, import: the export with the journal has one change and the reviewer."""
    table, journal, out = tmp_path / "rows.tsv", tmp_path / "letter.jsonl", tmp_path / "out.jsonl"
    here("export", letter, "--to", "tsv", "-o", table)
    table.write_text(table.read_text("utf-8-sig").replace("I left.", "I went."), encoding="utf-8")
    done = run("import", letter, "--from", table, "--review", journal, "--reviewer", "anna")
    assert (done.returncode, done.stdout) == (0, "1 changes, 0 conflicts, 0 without a place\n"), done.stderr
    here("export", letter, "--to", "jsonl", "--review", journal, "-o", out)
    rows = [json.loads(line) for line in out.read_text(encoding="utf-8").splitlines()]
    assert [row["target"] for row in rows[1:]] == ["I received your reply.", "I went."]
    assert "left. → went. (anna)" in rows[-1]["history"]


def test_an_import_into_a_journal_that_is_open_elsewhere_is_refused_once(
    tmp_path: Path, letter: Path
) -> None:
    """One line that names the way out, nothing is written."""
    table, journal = tmp_path / "rows.tsv", tmp_path / "letter.jsonl"
    here("export", letter, "--to", "tsv", "-o", table)
    table.write_text(table.read_text("utf-8-sig").replace("I left.", "I went."), encoding="utf-8")
    opened, _ = Journal.open(journal)
    try:
        done = run("import", letter, "--from", table, "--review", journal)
    finally:
        opened.close()
    refuses(done, "letter.jsonl is open in another program", "shut down that kernel", "then import again")
    assert not journal.exists()


def test_words_on_the_list_are_not_shown_as_doubts(tmp_path: Path, letter: Path) -> None:
    """`--words`: an unknown word is doubted without the list, not with it; a list amiss is refused."""
    letter.write_text(letter.read_text(encoding="utf-8").replace("получил", "получыл"), encoding="utf-8")
    words = tmp_path / "words.txt"
    words.write_text("Получыл\n", encoding="utf-8")
    assert "{получыл}" in here("show", letter)
    assert "{получыл}" not in here("show", letter, "--words", words)
    refuses(run("show", letter, "--words", tmp_path / "none.txt"), "none.txt", "list of words")


def test_an_import_without_its_files_is_refused(letter: Path) -> None:
    """The message names what is missing."""
    refuses(run("import", letter), "--from", "--review")


def test_find_prints_a_concordance(letter: Path) -> None:
    """The hit in braces, the other side beneath."""
    done = run("find", "ответ", letter)
    assert done.returncode == 0, done.stderr
    assert done.stdout == f"{letter} 1\n  Ваш {{ответ}} получил.\n  I received your reply.\n"


@pytest.mark.model
def test_a_memory_is_shown_as_it_is_paired(tmp_path: Path) -> None:
    """--pre-aligned: the units of a TMX are the beads."""
    path = tmp_path / "memory.tmx"
    unit = '<tu><tuv xml:lang="ru"><seg>{}</seg></tuv><tuv xml:lang="en"><seg>{}</seg></tuv></tu>'
    units = unit.format("Ваш ответ получил.", "I left.") + unit.format("Я ушёл.", "I received your reply.")
    path.write_text(f'<tmx version="1.4"><header srclang="ru"/><body>{units}</body></tmx>', encoding="utf-8")
    done = run("export", path, "--pre-aligned", "--to", "jsonl")
    rows = [json.loads(line) for line in done.stdout.splitlines()[1:]]
    assert [(row["source"], row["target"]) for row in rows] == [
        ("Ваш ответ получил.", "I left."),
        ("Я ушёл.", "I received your reply."),
    ]


def test_review_writes_a_notebook_once(tmp_path: Path, letter: Path) -> None:
    """The notebook names the file as seen from its folder; one that is there is opened, not written over."""
    folder = tmp_path / "work"
    folder.mkdir()
    path = folder / "letter.ipynb"
    words = tmp_path / "words.txt"
    done = run("review", letter, "-o", path, "--no-open", "--reviewer", "Анна", "--words", words)
    assert done.returncode == 0, done.stderr
    text = path.read_text(encoding="utf-8")
    assert "../letter.txt" in text
    assert "Анна" in text
    assert "words='../words.txt'" in text
    assert words.read_text(encoding="utf-8") == ""
    path.write_text("mine", encoding="utf-8")
    assert run("review", letter, "-o", path, "--no-open").returncode == 0
    assert path.read_text(encoding="utf-8") == "mine"


def test_review_of_a_missing_file_is_refused(tmp_path: Path) -> None:
    """Before a notebook is written for nothing."""
    refuses(
        run("review", tmp_path / "none.txt", "--no-open", "-o", tmp_path / "n.ipynb"), "none.txt", "no such"
    )
    assert not (tmp_path / "n.ipynb").exists()


def _decision(text: str, name: str) -> str:
    change = {"side": "source", "spans": [[0, 3]], "old": "Баш", "new": text}
    line = {"op": "accept", "id": text, "change": change, "by": name, "at": "2026-01-01T00:00:00Z"}
    return json.dumps(line | {"documents": {"source": "1" * 64}}) + "\n"


def test_merged_journals_list_what_contradicts(tmp_path: Path) -> None:
    """The first reviewer's decision stands, the other is printed with both names; a journal there is kept."""
    for name, text in (("anna", "Ваш"), ("boris", "Наш")):
        (tmp_path / name).write_text(_decision(text, name), encoding="utf-8")
    out = tmp_path / "merged.jsonl"
    done = run("merge-journals", tmp_path / "anna", tmp_path / "boris", "-o", out)
    assert done.returncode == 0, done.stderr
    assert "'Ваш' or 'Наш'" in done.stdout
    assert "1 conflicts" in done.stdout
    assert "Ваш" in out.read_text(encoding="utf-8")
    refuses(run("merge-journals", tmp_path / "anna", tmp_path / "boris", "-o", out), "--force")


@pytest.mark.model
def test_profile_prints_and_draws_the_confusions_of_a_document(tmp_path: Path) -> None:
    """One line a misreading, the commonest first; a picture only with -o."""
    page = tmp_path / "letter.txt"
    page.write_text(
        "Contents:\n\nДля этой борьби нужни большие сили. Нужни и деньги для борьби.\n\n"
        "Great forces are needed for this struggle. Money is needed for the struggle as well.\n",
        encoding="utf-8",
    )
    picture = tmp_path / "confusions.svg"
    done = run("profile", page, "-o", picture)
    assert done.returncode == 0, done.stderr
    head, first, *_ = done.stdout.splitlines()
    assert head.split() == ["typed", "read", "times", "of", "share"]
    assert first.split()[:2] == ["ы", "и"]
    assert picture.read_text().startswith("<?xml")


def test_profile_knows_two_sides(letter: Path) -> None:
    """Another side is a mistake of one line."""
    refuses(run("profile", letter, "--side", "left"), "--side source or target", "'left'")


def test_what_is_kept_between_runs_is_shown_and_cleared(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its names, its size and its folder."""
    place = tmp_path / "kept"
    monkeypatch.setattr(user_cache, "folder", lambda: place)
    user_cache.kept("words-ru", 1, lambda: {"forms": np.zeros(250_000)})
    for number in (1, 2):
        user_cache.kept("result", number, lambda: {"json": np.zeros(125_000)})
    assert here("cache") == f"     2.0 MB  result (2)\n     2.0 MB  words-ru (1)\n     4.0 MB  in {place}\n"
    assert here("cache", "--clear") == f"4.0 MB freed in {place}\n"
    assert here("cache") == f"     0.0 MB  in {place}\n"

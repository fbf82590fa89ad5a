"""Scans on the command line: read, kept, aligned; what is missing is one line."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image
from typer.testing import CliRunner

import align
from align.cli.app import app
from align.errors import InputError, OutputError
from align.folder.documents import contents_of
from align.scan.scan_config import ScanConfig
from align.scan.scan_run import ScanRun
from align.text.readers.file import read_file
from tests.scan.conftest import FakeEngine
from tests.scan.typed import DPI, sheet

RUSSIAN = (
    "Дорогой друг, я получил Ваш ответ и",
    "благодарю за книги, которые прислали.",
    "Завтра утром мы покидаем этот город и",
    "вернёмся, когда высохнут все дороги.",
)
ENGLISH = """Dear friend, I have received your reply and thank you for the books that you sent.

Tomorrow morning we leave this town and shall return when all the roads are dry.
"""


def ran(*arguments: str | Path) -> str:
    done = CliRunner().invoke(app, [*map(str, arguments)], catch_exceptions=False)
    assert done.exit_code == 0, done.output
    return done.stdout


@pytest.mark.usefixtures("fake")
def test_read_writes_pages_by_the_end_of_the_name(pictures: Callable[..., Path], tmp_path: Path) -> None:
    folder = pictures(301, 302)
    (tmp_path / "out").mkdir()
    made = {end: tmp_path / "out" / f"letter{end}" for end in (".hocr", ".txt", ".json", ".xml")}
    for path in made.values():
        summary = ran("read", folder, "-o", path, "--language", "ru")
        assert summary.startswith("2 pages, 2 words, mean confidence 0.96, ")
    assert made[".txt"].read_text("utf-8") == "page301\n\f\npage302\n"
    assert '"../letter/p2.png"' in made[".hocr"].read_text("utf-8").replace("&quot;", '"')
    assert len(json.loads(made[".json"].read_text("utf-8"))["pages"]) == 2
    assert "page302" in (tmp_path / "out" / "letter-p2.xml").read_text("utf-8")


@pytest.mark.usefixtures("fake")
def test_read_writes_the_formats_of_exports_under_their_names(
    pictures: Callable[..., Path], tmp_path: Path
) -> None:
    folder = pictures(301, 302)
    out = tmp_path / "out"
    for name in ("a.alto.xml", "a.page.xml", "a.alto.zip", "a.page.zip"):
        out.mkdir(exist_ok=True)
        ran("read", folder, "-o", out / name, "--language", "ru")
    ran("read", folder, "--to", "page", "-o", out / "pages", "--language", "ru")
    assert {str(path.relative_to(out)) for path in out.rglob("*.*")} == {
        *("a-p1.alto.xml", "a-p2.alto.xml", "a-p1.page.xml", "a-p2.page.xml", "a.alto.zip", "a.page.zip"),
        *("pages/p1.xml", "pages/p2.xml"),
    }
    assert "<PcGts" in (out / "a-p1.page.xml").read_text("utf-8")
    assert "../../letter/p1.png" in (out / "pages" / "p1.xml").read_text("utf-8")
    with pytest.raises(OutputError, match="no format 'xml'"):
        ran("read", folder, "--to", "xml")


@pytest.mark.usefixtures("fake")
def test_what_was_read_from_a_scan_is_no_document_beside_it(
    pictures: Callable[..., Path], tmp_path: Path
) -> None:
    folder = pictures(301, 302)
    for name in ("a.hocr", "a.alto.xml", "a.page.xml", "a.page.zip", "a.json"):
        ran("read", folder, "-o", tmp_path / name, "--language", "ru")
    contents = contents_of(tmp_path)
    assert not contents.documents
    assert {one.name for one in contents.skipped if "written by align" in one.reason} == {
        *("a.hocr", "a-p1.alto.xml", "a-p2.alto.xml", "a-p1.page.xml", "a-p2.page.xml"),
        *("a.page.zip", "a.json"),
    }


@pytest.mark.usefixtures("fake")
def test_what_was_read_from_pictures_does_not_stand_for_them(pictures: Callable[..., Path]) -> None:
    """A file of the first page beside two pictures: both are read, and the file is named."""
    folder = pictures(301, 302)
    for name in ("p1.hocr", "p1.alto.xml", "p1.page.xml"):
        ran("read", folder / "p1.png", "-o", folder / name, "--language", "ru")
    read = read_file(folder, scan=ScanRun(languages=("ru",)))
    assert read.text == "page301\n\f\npage302\n"
    assert read.notes[-1].startswith("p1.alto.xml, p1.hocr, p1.page.xml: written when the pictures were read")
    assert read_file(folder / "p1.hocr").text == "page301\n"


@pytest.mark.usefixtures("fake")
def test_pictures_are_known_by_their_first_bytes_beside_what_was_read_from_them(
    pictures: Callable[..., Path],
) -> None:
    """Their names end in nothing; none is lost, and none is a document of its folder."""
    folder = pictures(301, 302)
    for name in ("p1", "p2"):
        (folder / f"{name}.png").rename(folder / name)
    ran("read", folder / "p1", "-o", folder / "p1.hocr", "--language", "ru")
    assert read_file(folder, scan=ScanRun(languages=("ru",))).text == "page301\n\f\npage302\n"
    contents = contents_of(folder)
    assert not contents.documents
    assert {one.name for one in contents.skipped if "a picture of a page" in one.reason} == {"p1", "p2"}


@pytest.mark.usefixtures("fake")
def test_a_folder_of_pictures_without_ends_of_names_is_named(pictures: Callable[..., Path]) -> None:
    folder = pictures(301)
    (folder / "more").mkdir()
    (folder / "p1.png").rename(folder / "more" / "p2")
    Image.new("L", (303, 200), "white").save(folder / "p3.png")
    notes = read_file(folder, scan=ScanRun(languages=("ru",))).notes
    assert any("picture left out: more: not read in a folder of pictures" in note for note in notes)


@pytest.mark.usefixtures("fake")
def test_read_overwrites_nothing_and_takes_only_pages(pictures: Callable[..., Path], tmp_path: Path) -> None:
    folder = pictures(301)
    (tmp_path / "a.txt").write_text("Мой текст.", "utf-8")
    with pytest.raises(OutputError, match=r"a\.txt exists"):
        ran("read", folder, "-o", tmp_path / "a.txt", "--language", "ru")
    with pytest.raises(OutputError, match=r"a name that ends in \.hocr"):
        ran("read", folder, "-o", tmp_path / "a.doc")
    with pytest.raises(InputError, match="found a text without pages"):
        ran("read", tmp_path / "a.txt", "-o", tmp_path / "b.txt")
    assert (tmp_path / "a.txt").read_text("utf-8") == "Мой текст."


@pytest.mark.model
@pytest.mark.usefixtures("real")
def test_a_scan_and_its_translation_are_aligned(tmp_path: Path) -> None:
    sheet(RUSSIAN).save(tmp_path / "scan.pdf", resolution=DPI)
    (tmp_path / "english.txt").write_text(ENGLISH, "utf-8")
    bitext = align.open_file(tmp_path / "scan.pdf", tmp_path / "english.txt")
    assert [len(bead.source) for bead in bitext.alignment.beads] == [1, 1]
    assert bitext.source is not None
    facsimile = bitext.source.document.facsimile
    assert facsimile is not None
    assert bitext.source.document.folder == tmp_path
    assert (tmp_path / "scan.pdf.pages").is_dir()
    assert align.open_file(tmp_path / "scan.pdf", tmp_path / "english.txt") == bitext
    shown = ran("show", tmp_path / "scan.pdf", tmp_path / "english.txt")
    assert "Tomorrow morning" in shown
    notebook = tmp_path / "made.ipynb"
    ran("review", tmp_path / "scan.pdf", tmp_path / "english.txt", "--psm", "6", "-o", notebook, "--no-open")
    assert "scan=ScanConfig(segmentation=6)" in notebook.read_text("utf-8")


@pytest.mark.model
def test_a_result_with_unread_pages_is_not_kept(fake: FakeEngine, pictures: Callable[..., Path]) -> None:
    folder = pictures(301, 302)
    english = folder.with_name("english.txt")
    english.write_text("page302 and more\n", "utf-8")
    config = align.Config(source_language="ru", target_language="en")
    fake.conduct("if size == b'302': os.kill(os.getpid(), signal.SIGKILL)")
    first = align.open_file(folder, english, config)
    assert first.source is not None
    assert first.source.document.raw == "page301\n\f\n\n"
    fake.conduct("")
    again = align.open_file(folder, english, config)
    assert again.source is not None
    assert again.source.document.raw == "page301\n\f\npage302\n"


def test_the_page_of_a_folder_passes_over_pictures_and_kept_pages(tmp_path: Path) -> None:
    for name in ("a.pdf.pages", "letters"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "x").write_text("x", "utf-8")
    sheet(["x"]).save(tmp_path / "p1.png")
    contents = contents_of(tmp_path)
    assert not contents.documents
    assert {one.name: one.reason.split(";")[0] for one in contents.skipped} == {
        "letters": "a folder: it can have a start page of its own",
        "p1.png": "a picture of a page",
    }


def test_settings_of_scans_change_results() -> None:
    plain = align.Config()
    assert plain.fingerprint() != align.Config(scan=ScanConfig("rus")).fingerprint()
    assert plain.fingerprint() == align.Config(scan=ScanConfig()).fingerprint()

"""The notebook: written for a file, runs from top to bottom."""

from __future__ import annotations

import json
import shutil
from dataclasses import fields, replace
from pathlib import Path

import pytest

import align
from align.alignment.aligner import AlignmentConfig
from align.check.run import CheckConfig
from align.config import Config
from align.notebook import notebook
from align.ocr.search_config import OcrConfig
from align.scan.scan_config import ScanConfig
from align.text.clean import CleanConfig

ROOT = Path(__file__).parents[1]


def code(text: str) -> str:
    """All code of a notebook."""
    return "\n".join(
        "".join(cell["source"]) for cell in json.loads(text)["cells"] if cell["cell_type"] == "code"
    )


def test_the_notebook_of_the_letter_is_what_the_command_writes() -> None:
    """review.ipynb is `align review` on seed 002; `python tools/notebook.py` renews it."""
    made = notebook(Path("seeds/002_e3cea84825fd0a83.txt"), None, Config(), journal="review.jsonl")
    assert (ROOT / "review.ipynb").read_text(encoding="utf-8") == made


EVERY = Config(
    encoding="cp1251",
    sentences=True,
    pre_aligned=True,
    source_language="de",
    target_language="ru",
    source_pipeline="de_core_news_sm",
    target_pipeline="ru_core_news_sm",
    encoder="a model",
    clean=CleanConfig(off=frozenset({"markup", "hyphens"})),
    alignment=AlignmentConfig(max_bead=5),
    scan=ScanConfig("rus+eng", 6, text_layer=False, timeout=60.0),
    ocr=OcrConfig(0.3, "a folder", old_spelling=True, collection=Path("learned/knowledge.json")),
    check=CheckConfig(frozenset({"dates", "lengths"}), Path("the terms/o'b.tsv"), 0.3),
    doubts=False,
    words=Path("our words.txt"),
)
"""Every option set otherwise than usual."""


def aligned_with(text: str, monkeypatch: pytest.MonkeyPatch) -> tuple[tuple[str, ...], Config]:
    """The files and the settings that the notebook's cell aligns with."""
    called: list[tuple[tuple[str, ...], Config]] = []
    monkeypatch.setattr(align, "open_file", lambda *files, config, progress: called.append((files, config)))  # noqa: ARG005
    exec(code(text)[: code(text).index("\nreview = ")], {})
    return called[0]


@pytest.mark.parametrize("name", [field.name for field in fields(Config)])
def test_the_notebook_aligns_with_the_settings_of_the_command_line(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever option is set, the cell runs and sets it."""
    config = replace(Config(), **{name: getattr(EVERY, name)})
    assert config != Config()
    made = notebook(Path("a b.txt"), Path("o'b.txt"), config, journal="j.jsonl")
    assert aligned_with(made, monkeypatch) == (("a b.txt", "o'b.txt"), config)


def test_all_settings_together_are_written_out(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every option of every stage at once; what is usual is left unsaid."""
    for part in (EVERY, EVERY.clean, EVERY.alignment, EVERY.scan, EVERY.ocr, EVERY.check):
        assert not {
            field.name
            for field in fields(part)
            if getattr(part, field.name) == getattr(type(part)(), field.name)
        }, "an option that this test does not set"
    made = notebook(Path("a.txt"), None, EVERY, journal="j.jsonl", reviewer="Анна")
    assert aligned_with(made, monkeypatch) == (("a.txt",), EVERY)
    assert "PosixPath" not in code(made)
    assert "reviewer='Анна'" in code(made)
    assert """words='our words.txt', glossary="the terms/o'b.tsv")""" in code(made)
    few = code(notebook(Path("a.txt"), None, Config(ocr=OcrConfig(0.3)), journal="j.jsonl"))
    assert "config=align.Config(ocr=OcrConfig(min_confidence=0.3))" in few


def test_a_notebook_elsewhere_names_files_as_they_are_seen_from_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A glossary and folders of models are given as the shell sees them; a name of the hub stays."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "model").mkdir()
    (tmp_path / "out").mkdir()
    config = Config(
        encoder="model",
        ocr=OcrConfig(context="hub/name"),
        check=CheckConfig(glossary=Path("g.tsv")),
        words=Path("words.txt"),
    )
    there = config.seen_from(Path("out"))
    assert there.encoder == str(Path("../model"))
    assert there.ocr.context == "hub/name"
    assert there.check.glossary == Path("../g.tsv")
    assert there.words == Path("../words.txt")
    assert Config().seen_from(Path("out")) == Config()


@pytest.mark.model
def test_the_notebook_runs_from_top_to_bottom(tmp_path: Path) -> None:
    """Its one cell shows the review and its still picture, and writes no file but what is decided."""
    nbclient = pytest.importorskip("nbclient")
    nbformat = pytest.importorskip("nbformat")
    shutil.copytree(ROOT / "seeds", tmp_path / "seeds")
    made = nbformat.reads((ROOT / "review.ipynb").read_text(encoding="utf-8"), as_version=4)
    nbclient.NotebookClient(
        made, timeout=300, kernel_name="python3", resources={"metadata": {"path": str(tmp_path)}}
    ).execute()
    [cell] = [cell for cell in made.cells if cell.cell_type == "code"]
    pictures = [out.data["text/html"] for out in cell.outputs if "al-still" in out.data.get("text/html", "")]
    assert len(pictures) == 1
    assert "Баш</mark> ответ получил." in pictures[0]
    assert "application/vnd.jupyter.widget-view+json" in cell.outputs[-1].data
    assert {path.name for path in tmp_path.iterdir()} == {"seeds", "review.jsonl.lock"}

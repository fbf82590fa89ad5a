"""The notebook: written for a file, runs from top to bottom."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from align.config import Config
from align.notebook import notebook
from align.ocr.detect import OcrConfig
from align.text.clean import CleanConfig

ROOT = Path(__file__).parents[1]


def code(text: str) -> str:
    """All code of a notebook."""
    return "\n".join(
        "".join(cell["source"]) for cell in json.loads(text)["cells"] if cell["cell_type"] == "code"
    )


def test_the_notebook_of_the_letter_is_what_the_command_writes():
    """review.ipynb is `align review` on seed 002; `python tools/notebook.py` renews it."""
    made = notebook(Path("seeds/002_e3cea84825fd0a83.txt"), None, Config(), journal="review.jsonl")
    assert (ROOT / "review.ipynb").read_text(encoding="utf-8") == made


def test_settings_that_are_not_usual_are_written_out():
    """The notebook aligns as the command line said; what is usual is left unsaid."""
    config = Config(
        encoding="cp1251", clean=CleanConfig(off=frozenset({"markup"})), ocr=OcrConfig(min_confidence=0.3)
    )
    text = code(notebook(Path("a b.txt"), Path("o'b.txt"), config, journal="j.jsonl", reviewer="Анна"))
    made = text[text.index("config=") + 7 : text.index(")\nbitext")]
    names: dict[str, object] = {"CleanConfig": CleanConfig, "OcrConfig": OcrConfig}

    class align:  # noqa: N801 - stands for the package
        pass

    align.Config = Config
    assert eval(made, {**names, "align": align}) == config  # noqa: S307 - our own words
    assert repr("a b.txt") in text
    assert repr("o'b.txt") in text
    assert "reviewer='Анна'" in text


@pytest.mark.model
def test_the_notebook_runs_from_top_to_bottom(tmp_path):
    """Every cell runs; tables, review, picture and exports come out."""
    nbclient = pytest.importorskip("nbclient")
    nbformat = pytest.importorskip("nbformat")
    shutil.copytree(ROOT / "seeds", tmp_path / "seeds")
    made = nbformat.reads((ROOT / "review.ipynb").read_text(encoding="utf-8"), as_version=4)
    nbclient.NotebookClient(
        made, timeout=300, kernel_name="python3", resources={"metadata": {"path": str(tmp_path)}}
    ).execute()
    kinds = {kind for cell in made.cells for out in cell.get("outputs", ()) for kind in out.get("data", ())}
    assert {"text/html", "image/png", "application/vnd.jupyter.widget-view+json"} <= kinds
    written = {path.suffix for path in tmp_path.glob("002_*")}
    assert {".txt", ".json", ".html"} <= written

"""Files and exports of pages through the commands, as a user gives them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from align.bitext import Bitext
from align.cli.app import app
from align.facsimile.box import Box
from tests.text.readers.pages import folder, hocr, page_xml, zipped

RUSSIAN = ["Ваш ответ получил. Командир жан-", "дармской части уехал в город."]
ENGLISH = "I received your reply. The commander of the gendarmes went to the city."


def here(*arguments: str | Path) -> str:
    done = CliRunner().invoke(app, [*map(str, arguments)], catch_exceptions=False)
    assert done.exit_code == 0, done.output
    return done.stdout


@pytest.fixture
def translation(tmp_path: Path) -> Path:
    path = tmp_path / "translation.txt"
    path.write_text(ENGLISH, encoding="utf-8")
    return path


@pytest.mark.model
def test_hocr_and_its_translation(tmp_path: Path, translation: Path) -> None:
    """The words that a line's end cuts are joined; the missing picture is noted below the counts."""
    path = tmp_path / "page.hocr"
    path.write_text(hocr([line.split() for line in RUSSIAN]), encoding="utf-8")
    shown = here("show", path, translation)
    assert "жандармской" in shown
    assert "2 beads: 2 1-1" in shown
    assert "page.hocr: the picture page.png is not beside it; the text is read without it" in shown
    there = tmp_path / "page.json"
    here("export", path, translation, "-o", there)
    bitext = Bitext.load(there)
    assert bitext.source is not None
    facsimile = bitext.source.document.facsimile
    assert facsimile is not None
    start = bitext.source.document.raw.index("жан-")
    assert [word.box for word in facsimile.words_between(start, start + 13)] == [
        Box(40, 0, 49, 18),
        Box(0, 20, 9, 38),
    ]
    assert json.loads(there.read_text(encoding="utf-8"))


@pytest.mark.model
def test_an_export_and_its_translation(tmp_path: Path, translation: Path) -> None:
    """A folder and a zip of one are shown alike, but for what is noted."""
    files = {"page/1.xml": page_xml(RUSSIAN[0]), "page/2.xml": page_xml(RUSSIAN[1])}
    for path in (folder(tmp_path / "export", files), zipped(tmp_path / "export.zip", files)):
        shown = here("show", path, translation)
        assert "жандармской" in shown
        assert f"{path.name}: files of pages read, in order: 2" in shown


@pytest.mark.model
def test_an_export_is_reviewed_where_its_translation_is_named(
    tmp_path: Path, translation: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A folder alone is one of letters; with a second file it is a document."""
    monkeypatch.chdir(tmp_path)
    path = folder(tmp_path / "export", {"page/1.xml": page_xml(*RUSSIAN)})
    here("review", path, translation, "--no-open")
    assert (tmp_path / "export.review.ipynb").is_file()

"""JSON that version 0.1 wrote is still read."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

import align

FORMER = Path(__file__).parent / "version-1"
FILES = (FORMER / "translation.txt", FORMER / "original.txt")


@pytest.fixture
def alone(tmp_path: Path) -> Path:
    """The JSON without the files that it was made of."""
    return Path(shutil.copy(FORMER / "bitext.json", tmp_path))


def test_the_files_are_found_beside_it() -> None:
    """Sentences, beads and flags stand where they stood; every character is accounted for."""
    bitext = align.Bitext.load(FORMER / "bitext.json")
    assert bitext.source is not None
    raw = FILES[1].read_text(encoding="utf-8")
    assert "".join(entry.span.of(raw) for entry in bitext.ledger(bitext.source.document)) == raw
    assert [flag.text for flag in bitext.flags if flag.kind == "ocr.real-word"] == ["Баш"]
    assert "возможным" in bitext.source.sentences[1].text
    assert bitext.correct().startswith("Ваш ответ получил.")


def test_the_files_may_be_given_in_any_order(alone: Path) -> None:
    """They are told apart by their sha256."""
    assert align.Bitext.load(alone, files=FILES) == align.Bitext.load(FORMER / "bitext.json")


def test_a_missing_file_is_named(alone: Path) -> None:
    """The message says which file is expected, and where to put it."""
    with pytest.raises(align.InputError, match=r"expected the file original\.txt .* beside the JSON"):
        align.Bitext.load(alone)


def test_it_can_be_saved_in_full(alone: Path, tmp_path: Path) -> None:
    """Saved again, it holds the text of its files and needs them no more."""
    bitext = align.Bitext.load(alone, files=FILES)
    bitext.save(tmp_path / "saved.json")
    assert align.Bitext.load(tmp_path / "saved.json") == bitext

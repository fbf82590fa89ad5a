"""A bitext that is saved loads again, equal and without a model."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

import align
from align.alignment.bead import Alignment, Bead, Crossing
from align.alignment.realign import RealignedRegion
from align.bitext import Bitext
from align.export.bitext_json import to_json
from align.flag import Flag, Suggestion
from align.signature import Signature
from align.text.clean import Excluded, Move
from align.text.document import Document, Section
from align.text.edit import TextEdit, apply
from align.text.sentence import Sentence
from align.text.side_text import SideText
from align.text.span import Span
from align.text.trace import TracedText
from align.text.trace_runs import from_runs, to_runs
from tests.conftest import noted


@pytest.fixture
def full(tiny: Callable[..., Bitext], doubt: Flag) -> Bitext:
    """A bitext that has a value in every attribute, with confidences of many digits."""
    flags = (
        replace(doubt, confidence=1 / 3, suggestions=(Suggestion("Ваш", 2 / 3, {"b": -1 / 3, "a": "your"}),)),
        Flag("target", 1, (Span(62, 64), Span(60, 61)), "I le", "check.number", 0.1, "two\nlines"),
    )
    bitext = tiny(flags)
    assert bitext.source is not None
    source = replace(bitext.source, moves=(Move(Span(12, 15), 40, "read out of order"),))
    beads = (
        Bead(range(1), range(0), None, 1 / 7),
        Bead(range(1, 2), range(1), 1 / 9, 0.9),
        Bead(range(2, 2), range(1, 2), None, 0.9),
    )
    before = (Bead(range(1), range(1), 0.25, 0.5), Bead(range(1, 2), range(1, 1), None, 1 / 11))
    return replace(
        bitext,
        source=source,
        alignment=Alignment(beads, 2, 2, (Crossing(range(1), range(1, 2), 1 / 13),)),
        realigned=(RealignedRegion(before, beads[:2]),),
    )


def test_a_saved_bitext_loads_equal(full: Bitext, tmp_path: Path) -> None:
    """Sides, beads, crossings, realigned regions, flags, evidence and signature, all digits."""
    full.save(tmp_path / "letter.align.json")
    loaded = align.Bitext.load(tmp_path / "letter.align.json")
    assert loaded == full
    assert isinstance(loaded, align.Bitext)
    assert list(loaded.flags[0].suggestions[0].evidence) == ["b", "a"]


def test_both_sides_of_a_file_share_it_again(full: Bitext, tmp_path: Path) -> None:
    """A page that holds both texts is one document after loading."""
    full.save(tmp_path / "letter.json")
    loaded = align.Bitext.load(tmp_path / "letter.json")
    assert loaded.source is not None
    assert loaded.target is not None
    assert loaded.source.document is loaded.target.document


@pytest.mark.parametrize("source", [True, False])
def test_an_export_loads_with_four_decimal_places(
    tiny: Callable[..., Bitext], tmp_path: Path, *, source: bool
) -> None:
    """``align export --to json`` writes the same schema."""
    bitext = tiny(source=source)
    bitext.export(tmp_path / "letter.json")
    assert align.Bitext.load(tmp_path / "letter.json") == bitext


def test_a_saved_bitext_can_be_reviewed(full: Bitext, tmp_path: Path) -> None:
    """No file but the saved one is read."""
    full.save(tmp_path / "letter.json")
    review = align.Review.open(align.Bitext.load(tmp_path / "letter.json"), tmp_path / "letter.review.jsonl")
    assert len(review.rows) == 3
    review.close()


def test_notes_of_files_and_sides_are_saved(tiny: Callable[..., Bitext], tmp_path: Path) -> None:
    """They are part of what is equal."""
    bitext = noted(tiny())
    bitext.save(tmp_path / "letter.json")
    loaded = align.Bitext.load(tmp_path / "letter.json")
    assert (loaded, loaded.notes) == (bitext, bitext.notes)
    assert loaded != tiny()


def test_a_hyphen_and_a_line_break_keep_their_provenance(tmp_path: Path) -> None:
    """A character that stands for several code points, or for none, does so after loading."""
    raw = "Ты при-\nшёл  к\nнам."
    edits = [TextEdit(6, 8, ""), TextEdit(11, 13, " "), TextEdit(14, 15, " ")]
    traced, _ = apply(TracedText.of(raw, Span(0, len(raw))), edits)
    document = Document("a.txt", raw, (Section("source", Span(0, len(raw))),))
    hyphen = (Excluded(Span(6, 7), "hyphen"),)
    side = SideText("source", document, "ru", (Sentence(0, traced),), hyphen)
    alignment = Alignment((Bead(range(1), range(0), None, 1.0),), 1, 0)
    signature = Signature("0.1.0", None, None, "3.8", "c0ffee", 0.5)
    bitext = align.Bitext(side, None, alignment, (), signature)
    bitext.save(tmp_path / "a.json")
    loaded = align.Bitext.load(tmp_path / "a.json")
    assert loaded.source is not None
    assert loaded.source.sentences[0].text == "Ты пришёл к нам."
    assert loaded == bitext


@given(st.lists(st.tuples(st.integers(0, 3), st.integers(0, 4)), max_size=12))
def test_runs_hold_any_provenance(pieces: list[tuple[int, int]]) -> None:
    """Characters that stand for no, one or several code points, with or without gaps between them."""
    starts, stops, at = [], [], 0
    for gap, width in pieces:
        starts.append(at + gap)
        at += gap + width
        stops.append(at)
    text = TracedText("x" * len(pieces), np.array(starts, dtype=np.int32), np.array(stops, dtype=np.int32))
    again = from_runs(text.text, to_runs(text))
    assert (again.starts.tolist(), again.stops.tolist()) == (starts, stops)
    assert again.starts.dtype == np.int32


def _written(bitext: Bitext, path: Path, change: Callable[[dict[str, Any]], object]) -> Path:
    value = to_json(bitext)
    change(value)
    path.write_text(json.dumps(value), encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (lambda value: value.pop("files"), "whose text version 0.1 did not store"),
        (lambda value: value.update(schema="align/bitext-2"), "expected JSON of schema align/bitext-1"),
        (lambda value: value.pop("beads"), "expected the key 'beads'"),
        (lambda value: value["files"][0].update(text="other"), "was the file edited"),
        (lambda value: value["files"][0].update(sha256="0" * 64), "sha256 of the text of letter.txt"),
        (lambda value: value["beads"].pop(), "does not follow schema"),
        (lambda value: value["beads"][0].update(confidence="high"), "does not follow schema"),
        (lambda value: value["documents"]["source"].update(file="d9"), "expected the key 'd9'"),
        (lambda value: value["sentences"]["source"][0].update(id=3, spans=[[4]]), "does not follow schema"),
        (lambda value: value["signature"].update(extra=1), "does not follow schema"),
    ],
)
def test_a_file_that_was_edited_or_is_too_old_is_refused_in_one_line(
    tiny: Callable[..., Bitext], tmp_path: Path, change: Callable[[dict[str, Any]], object], message: str
) -> None:
    """The line names the file and what is wrong."""
    path = _written(tiny(), tmp_path / "letter.json", change)
    with pytest.raises(align.InputError, match=message) as caught:
        align.Bitext.load(path)
    assert str(path) in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_file_that_is_no_json_is_refused(tmp_path: Path) -> None:
    """As is one that is not there."""
    (tmp_path / "letter.txt").write_text("Баш ответ", encoding="utf-8")
    (tmp_path / "list.json").write_text("[]", encoding="utf-8")
    with pytest.raises(align.ReadError, match="expected JSON"):
        align.Bitext.load(tmp_path / "letter.txt")
    with pytest.raises(align.InputError, match="schema align/bitext-1"):
        align.Bitext.load(tmp_path / "list.json")
    with pytest.raises(align.ReadError, match="no such file"):
        align.Bitext.load(tmp_path / "missing.json")
    with pytest.raises(align.ReadError, match="cannot be read"):
        align.Bitext.load(tmp_path)


@pytest.mark.model
def test_a_real_run_loads_equal(letter: Bitext, tmp_path: Path) -> None:
    """A page with hyphens, stamps, moved lines and realigned beads."""
    letter.save(tmp_path / "letter.json")
    assert align.Bitext.load(tmp_path / "letter.json") == letter

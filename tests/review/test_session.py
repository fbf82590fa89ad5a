"""The public side of a review."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from hand import LetterEncoder, bitext_of

from align.bitext import Bitext
from align.errors import ModelError, OutputError
from align.flag import Suggestion, evidence_label
from align.review import Review
from align.review.operation import Confirm
from align.review.view import suggestion_json


@pytest.fixture
def bitext() -> Bitext:
    return bitext_of(["aaa bbb", "ccc ddd"], ["aaa", "ccc"], [(1, 1)] * 2, confidence=0.5)


def test_a_context_manager_releases_the_journal(bitext: Bitext, tmp_path: Path) -> None:
    """After the block the review can be read but not changed, and another one can write."""
    path = tmp_path / "letter.review.jsonl"
    with Review.open(bitext, path, encoder=LetterEncoder()) as review:
        review.apply(Confirm((review.rows[0].pairing,)))
    with pytest.raises(OutputError, match="was closed"):
        review.undo()
    with Review.open(bitext, path, encoder=LetterEncoder()) as again:
        assert [row.status for row in again.rows] == ["confirmed", "auto"]
        again.undo()
        assert [row.status for row in again.rows] == ["auto", "auto"]


def test_decisions_that_could_not_be_written_are_written_on_closing(
    bitext: Bitext, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The disk had no room for a moment; nothing is lost without an error."""
    path = tmp_path / "letter.review.jsonl"
    review = Review.open(bitext, path, encoder=LetterEncoder())
    with monkeypatch.context() as patched:
        patched.setattr("align.review.journal_file._write_all", _full)
        with pytest.raises(OutputError, match="No space left"):
            review.apply(Confirm((review.rows[0].pairing,)))
        held = review.pending
        assert held
    review.close()
    assert not review.pending
    assert len(path.read_text(encoding="utf-8").splitlines()) == 1


def _full(*_arguments: object) -> None:
    raise OSError(28, "No space left on device")


def test_a_review_is_shown_in_one_line(bitext: Bitext) -> None:
    """Document, rows, rows left, decisions."""
    review = Review(bitext)
    review.apply(Confirm((review.rows[0].pairing,)))
    assert repr(review) == "Review('source.txt', rows=2, left=1, decisions=1)"


def test_a_widget_without_anywidget_names_what_to_install(
    bitext: Bitext, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The library is optional."""
    monkeypatch.setitem(sys.modules, "anywidget", None)
    monkeypatch.delitem(sys.modules, "align.review.widget", raising=False)
    with pytest.raises(ModelError, match="pip install"):
        Review(bitext).widget()


def test_a_card_has_the_contributions_that_matter_largest_first() -> None:
    """For and against, each with its label and its number; weak ones are left out."""
    evidence: dict[str, float | str] = {
        "the whole sentence": 4.61,
        "the words beside it": 2.3,
        "grammar": 0.4,
        "how likely this misreading is": -2.86,
        "aligned word": "Korea",
    }
    shown = suggestion_json(Suggestion("Корею", 0.9, evidence))
    assert shown["e"] == [
        ["the whole sentence", 4.6],
        ["how likely this misreading is", -2.9],
        ["the words beside it", 2.3],
    ]
    assert (shown["w"], shown["sure"]) == ("Korea", "likely")
    assert suggestion_json(Suggestion("Корею", 0.9))["t"] == "Корею"
    assert evidence_label("no such group") == "no such group"

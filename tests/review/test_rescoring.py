"""After a correction: the row's score, its confidence, and the checks that the error had raised."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hand import LetterEncoder, bitext_of, flag_on, send

from align.bitext import Bitext
from align.check.run import find_checks
from align.review.operation import RegroupRows
from align.review.protocol import MessageHandler, Reply
from align.review.session import Review

SOURCE = ["abab cdcd.", "Пришло 33 человека.", "xyxy efef.", "ghgh ijij."]
TARGET = ["abab cdcd.", "38 people came.", "kaka efef.", "ghgh ijij."]


@pytest.fixture
def bitext() -> Bitext:
    """Two misreadings: a number, which only the checks suspect, and a word of a doubtful row."""
    made = bitext_of(SOURCE, TARGET, [(1, 1)] * 4)
    beads = tuple(
        replace(bead, confidence=0.75 if n == 2 else 0.95) for n, bead in enumerate(made.alignment.beads)
    )
    made = replace(made, alignment=replace(made.alignment, beads=beads))
    flags = (flag_on(made.source, 2, 0, "kaka"),)
    assert made.source is not None
    assert made.target is not None
    checks = find_checks(
        made.source.sentences, made.target.sentences, made.alignment, LetterEncoder(), languages=("ru", "en")
    )
    numbers = [flag for found in checks for flag in found if flag.kind == "check.number"]
    assert numbers
    return replace(made, flags=(*flags, *numbers))


@pytest.fixture
def review(bitext: Bitext) -> Review:
    return Review(bitext, encoder=LetterEncoder())


@pytest.fixture
def handler(review: Review) -> MessageHandler:
    return MessageHandler(review)


def type_number(handler: MessageHandler, number: str) -> None:
    """The number of the second row typed by hand."""
    row = handler.workspace.rows[1].id
    send(handler, do="edit", row=row, side="source", text=f"Пришло {number} человека.")


def row(handler: MessageHandler, number: int) -> Reply:
    """A row as the screen gets it now."""
    workspace = handler.workspace
    return handler.view.row(workspace.state, workspace.rows[number])


def test_a_corrected_number_settles_the_check(handler: MessageHandler, review: Review) -> None:
    """33 typed over with 38: the check's doubt about 38 in the translation needs no dismissal."""
    assert row(handler, 1)["needs"]
    type_number(handler, "38")
    [reply] = send(handler, do="refresh")
    [shown] = reply["updates"]
    states = {doubt["kind"]: doubt["state"] for doubt in shown["doubts"]}
    assert states["check.number"] == "answered"
    assert not shown["needs"]
    assert review.rows[1] not in review.left
    send(handler, do="undo")
    assert row(handler, 1)["needs"]
    assert {doubt["state"] for doubt in row(handler, 1)["doubts"]} == {"open"}


def test_a_wrong_correction_settles_nothing(handler: MessageHandler) -> None:
    """39 is no better than 33: the checks stay."""
    type_number(handler, "39")
    send(handler, do="refresh")
    assert {doubt["state"] for doubt in row(handler, 1)["doubts"] if doubt["kind"] == "check.number"} == {
        "open"
    }


def test_a_correction_makes_a_doubtful_row_surer(handler: MessageHandler) -> None:
    """Confidence, its word and the reason for the doubt follow the corrected text; undo brings them back."""
    before = row(handler, 2)
    assert before["sure"] == "please look"
    send(handler, do="accept", doubt="f1")
    send(handler, do="refresh")
    after = row(handler, 2)
    assert after["score"] > before["score"]
    assert after["confidence"] > before["confidence"]
    assert (after["sure"], "why" in after, after["needs"]) == ("likely", False, False)
    send(handler, do="undo")
    assert row(handler, 2) == before


def test_rows_without_corrections_keep_their_scores(handler: MessageHandler, review: Review) -> None:
    """A correction in an adjacent row, a dismissal and a confirmation change none of their figures."""
    before = [row(handler, number) for number in (0, 3)]
    send(handler, do="accept", doubt="f1")
    send(handler, do="reject", doubt="f2")
    send(handler, do="confirm", row=review.rows[1].id)
    replies = send(handler, do="refresh")
    assert [update["id"] for reply in replies for update in reply["updates"]] == [review.rows[2].id]
    assert [row(handler, number) for number in (0, 3)] == before


def test_a_resumed_review_is_rescored(bitext: Bitext, tmp_path: Path) -> None:
    """A new kernel scores corrected rows again: they arrive while the reviewer reads."""
    first = Review.open(bitext, tmp_path / "j.jsonl", encoder=LetterEncoder())
    type_number(MessageHandler(first), "38")
    first.close()
    again = MessageHandler(Review.open(bitext, tmp_path / "j.jsonl", encoder=LetterEncoder()))
    assert send(again, do="hello")[0]["stale"] == 1
    [reply] = send(again, do="refresh")
    assert not reply["updates"][0]["needs"]
    assert reply["stale"] == 0


def test_a_pair_made_by_hand_gets_a_score(handler: MessageHandler, review: Review) -> None:
    """It stays "by hand" and needs a confirmation, but it has a cosine."""
    send(handler, do="merge", row=review.rows[2].id)
    assert isinstance(review.history.done[-1][0], RegroupRows)
    send(handler, do="refresh")
    merged = row(handler, 2)
    assert merged["score"] > 0
    assert (merged["sure"], merged["needs"]) == ("by hand", True)

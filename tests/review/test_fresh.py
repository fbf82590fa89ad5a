"""After a correction: the row's score, its confidence, and the checks that spoke because of the error."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hand import LetterEncoder, bitext_of, flag_on, said

from align.check.run import find_checks
from align.review.operation import RegroupRows
from align.review.protocol import MessageHandler
from align.review.session import Review

SOURCE = ["abab cdcd.", "Пришло 33 человека.", "xyxy efef.", "ghgh ijij."]
TARGET = ["abab cdcd.", "38 people came.", "kaka efef.", "ghgh ijij."]


@pytest.fixture
def bitext():
    """Two misreadings: a number, which only the checks suspect, and a word of a doubtful row."""
    made = bitext_of(SOURCE, TARGET, [(1, 1)] * 4)
    beads = tuple(
        replace(bead, confidence=0.75 if n == 2 else 0.9) for n, bead in enumerate(made.alignment.beads)
    )
    made = replace(made, alignment=replace(made.alignment, beads=beads))
    flags = (flag_on(made.source, 2, 0, "kaka"),)
    checks = find_checks(
        made.source.sentences, made.target.sentences, made.alignment, LetterEncoder(), languages=("ru", "en")
    )
    assert {flag.kind for flag in checks} >= {"check.number"}
    return replace(made, flags=(*flags, *(flag for flag in checks if flag.kind == "check.number")))


@pytest.fixture
def talk(bitext):
    return MessageHandler(Review(bitext, encoder=LetterEncoder()))


def type_number(talk, number: str) -> None:
    """The number of the second row typed by hand."""
    said(talk, do="edit", row=talk.review.rows[1].id, side="source", text=f"Пришло {number} человека.")


def row(talk, number: int):
    """A row as the screen gets it now."""
    return talk.view.row(talk.review.state, talk.review.rows[number])


def test_a_corrected_number_answers_the_check(talk):
    """33 typed over with 38: nobody has to dismiss what the check said of 38 in the translation."""
    assert row(talk, 1)["needs"]
    type_number(talk, "38")
    [answer] = said(talk, do="refresh")
    [shown] = answer["updates"]
    states = {doubt["kind"]: doubt["state"] for doubt in shown["doubts"]}
    assert states["check.number"] == "answered"
    assert not shown["needs"]
    assert talk.review.rows[1] not in talk.review.left
    said(talk, do="undo")
    assert row(talk, 1)["needs"]
    assert {doubt["state"] for doubt in row(talk, 1)["doubts"]} == {"open"}


def test_a_wrong_correction_answers_nothing(talk):
    """39 is no better than 33: the checks stay."""
    type_number(talk, "39")
    said(talk, do="refresh")
    assert {doubt["state"] for doubt in row(talk, 1)["doubts"] if doubt["kind"] == "check.number"} == {"open"}


def test_a_correction_makes_a_doubtful_row_surer(talk):
    """Confidence, its word and the reason for the doubt follow the corrected text; undo brings them back."""
    before = row(talk, 2)
    assert before["sure"] == "doubtful"
    said(talk, do="accept", doubt="f1")
    said(talk, do="refresh")
    after = row(talk, 2)
    assert after["score"] > before["score"]
    assert after["confidence"] > before["confidence"]
    assert (after["sure"], "why" in after, after["needs"]) == ("fair", False, False)
    said(talk, do="undo")
    assert row(talk, 2) == before


def test_rows_nobody_corrected_keep_what_the_whole_text_gave_them(talk):
    """A neighbour's correction, a dismissal and a confirmation move no figure of theirs."""
    before = [row(talk, number) for number in (0, 3)]
    said(talk, do="accept", doubt="f1")
    said(talk, do="reject", doubt="f2")
    said(talk, do="confirm", row=talk.review.rows[1].id)
    answers = said(talk, do="refresh")
    assert [update["id"] for answer in answers for update in answer["updates"]] == [talk.review.rows[2].id]
    assert [row(talk, number) for number in (0, 3)] == before


def test_a_review_that_is_resumed_is_weighed_again(bitext, tmp_path):
    """What corrections changed is not forgotten with the kernel: the rows come while the reviewer looks."""
    first = Review.open(bitext, tmp_path / "j.jsonl", encoder=LetterEncoder())
    type_number(MessageHandler(first), "38")
    first.close()
    again = MessageHandler(Review.open(bitext, tmp_path / "j.jsonl", encoder=LetterEncoder()))
    assert said(again, do="hello")[0]["stale"] == 1
    [answer] = said(again, do="refresh")
    assert not answer["updates"][0]["needs"]
    assert answer["stale"] == 0


def test_a_pair_made_by_hand_gets_a_score(talk):
    """It stays "by hand" and wants to be confirmed, but how alike its sides are is said."""
    said(talk, do="merge", row=talk.review.rows[2].id)
    assert isinstance(talk.review.history.done[-1][0], RegroupRows)
    said(talk, do="refresh")
    merged = row(talk, 2)
    assert merged["score"] > 0
    assert (merged["sure"], merged["needs"]) == ("by hand", True)

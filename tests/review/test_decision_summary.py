"""What undo takes back, in a few values."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hand import LetterEncoder, bitext_of, flag_on

from align.flag import KIND_NAMES, KINDS
from align.review.protocol import MessageHandler
from align.review.session import Review


@pytest.fixture
def review(tmp_path: Path) -> Iterator[Review]:
    made = bitext_of(["aaa bbb", "ccc. ddd", "eee bbb"], ["ab", "cd", "eb"], [(1, 1)] * 3)
    flags = (flag_on(made.source, 0, 1, "bab"), flag_on(made.source, 2, 1, "bab"))
    with Review.open(
        replace(made, flags=flags), tmp_path / "r.jsonl", reviewer="anna", encoder=LetterEncoder()
    ) as made_review:
        yield made_review


def decided(review: Review, **message: Any) -> dict[str, Any]:
    """The answer to a decision."""
    return next(MessageHandler(review).handle(message))


@pytest.mark.parametrize(
    ("message", "about"),
    [
        ({"do": "accept", "doubt": "f2"}, {"op": "accept", "row": 3, "old": "bbb", "new": "bab"}),
        ({"do": "reject", "doubt": "f1"}, {"op": "reject", "row": 1, "old": "bbb"}),
        ({"do": "right", "doubt": "f1"}, {"op": "right", "row": 1, "old": "bbb"}),
        (
            {"do": "everywhere", "doubt": "f1", "accept": True, "others": ["f2"]},
            {"op": "accept-everywhere", "row": 1, "old": "bbb", "new": "bab", "places": 2},
        ),
        ({"do": "confirm", "row": 1}, {"op": "confirm", "row": 2, "rows": 1}),
        ({"do": "confirm-above", "row": 2}, {"op": "confirm", "row": 1, "rows": 3}),
        ({"do": "reject-pair", "row": 2}, {"op": "reject-pair", "row": 3}),
        ({"do": "later", "row": 1, "on": True}, {"op": "later", "row": 2, "on": True}),
        ({"do": "comment", "row": 1, "text": "who?"}, {"op": "comment", "row": 2}),
        ({"do": "merge", "row": 1}, {"op": "arrange", "row": 2, "verb": "merge"}),
        (
            {"do": "edit", "row": 1, "side": "source", "text": "ccc. xxx"},
            {"op": "edit", "row": 2, "new": "xxx"},
        ),
    ],
)
def test_undo_names_what_it_takes_back_and_where(
    review: Review, message: dict[str, Any], about: dict[str, Any]
) -> None:
    """Before it is pressed, and in its answer, with the row where the cursor goes; redo the same."""
    if "row" in message:
        message = message | {"row": review.rows[message["row"]].id}
    before = decided(review, **message)
    assert before["undo"].items() >= about.items()
    undone = decided(review, do="undo")
    assert undone["about"].items() >= about.items()
    assert undone["go"]["row"] == review.rows[about["row"] - 1].id
    assert (undone["undo"], undone["redo"]) == (None, before["undo"])
    assert decided(review, do="redo")["about"] == before["undo"]


def test_undo_of_a_correction_goes_to_its_doubt(review: Review) -> None:
    """It is open again there."""
    decided(review, do="accept", doubt="f2")
    assert decided(review, do="undo")["go"] == {"row": review.rows[2].id, "doubt": "f2"}


def test_other_decisions_move_no_cursor(review: Review) -> None:
    """Only undo and redo go to where they changed something."""
    assert not decided(review, do="accept", doubt="f2").keys() & {"about", "go"}


def test_every_kind_of_doubt_has_a_name_in_words() -> None:
    """The reviewer never reads an identifier."""
    assert KIND_NAMES.keys() == KINDS.keys()
    assert not any("." in name for name in KIND_NAMES.values())


def test_a_decision_without_a_place_is_noted_by_its_text(review: Review, tmp_path: Path) -> None:
    """No identifier of the program, but the text that it was about."""
    decided(review, do="accept", doubt="f2")
    review.close()
    other = bitext_of(["xxx yyy", "ccc. ddd"], ["ab", "cd"], [(1, 1)] * 2)
    with Review.open(other, tmp_path / "r.jsonl", reviewer="anna", encoder=LetterEncoder()) as opened:
        [note] = decided(opened, do="hello")["notes"]
    assert note.startswith("A decision of before on «bbb» has no place in this text: ")

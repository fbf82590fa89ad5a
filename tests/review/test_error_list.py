"""Errors by their kinds: which letters were misread, and what else is wrong."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hand import LetterEncoder, bitext_of, flag_on, send

from align.bitext import Bitext
from align.review import Review
from align.review.error_list import MANY_LETTERS, error_kinds
from align.review.protocol import MessageHandler


@pytest.mark.parametrize(
    ("read", "suggestion", "kinds"),
    [
        ("борьби", "борьбы", ["и for ы"]),
        ("согласятс:", "согласятся", [": added", "я left out"]),
        ("посняке", "посылке", ["н for ы", "я for л"]),
        ("вниуждени", "вынуждены", ["н for ы", "и for н", "и for ы"]),
        ("абвгдежз", "опрстуфх", [MANY_LETTERS]),
        ("а" * 60, "б" * 60, [MANY_LETTERS]),
    ],
)
def test_misread_letters_are_the_kind_of_a_word(read: str, suggestion: str, kinds: list[str]) -> None:
    """What was read for what was printed, each once; too many or none to name: in one kind."""
    made = bitext_of([f"aaa {read}"], ["abc"], [(1, 1)])
    assert error_kinds(flag_on(made.source, 0, 1, suggestion)) == kinds


def test_other_flags_are_counted_by_their_own_kind() -> None:
    """In the words of the flag's kind; a doubt without a suggestion is in no list."""
    made = bitext_of(["aaa bbb,ccc"], ["abc"], [(1, 1)])
    joined = flag_on(made.source, 0, 1, "bbb, ccc", kind="ocr.joined-words")
    assert error_kinds(joined) == ["missing space"]
    assert error_kinds(flag_on(made.source, 0, 1)) == []


def bitext() -> Bitext:
    """Three rows with misread letters, one doubt without a suggestion."""
    made = bitext_of(["и aaa", "ии bbb", "теи ccc и"], ["ab", "cd", "ef"], [(1, 1)] * 3)
    flags = (
        flag_on(made.source, 0, 0, "ы"),
        flag_on(made.source, 1, 0, "ыи", "иы"),
        flag_on(made.source, 2, 0, "тем"),
        flag_on(made.source, 2, 2),
    )
    return replace(made, flags=flags)


def test_open_errors_are_decided_together_and_undone_together() -> None:
    """Each place gets its own suggestion; one undo takes all of them back."""
    review = Review(bitext(), encoder=LetterEncoder())
    handler = MessageHandler(review)
    [reply] = send(handler, do="errors")
    assert [(one["doubt"], one["new"], one["kinds"]) for one in reply["errors"]] == [
        ("f1", "ы", ["и for ы"]),
        ("f2", "ыи", ["и for ы"]),
        ("f3", "тем", ["и for м"]),
    ]
    send(handler, do="everywhere", doubt="f1", accept=True, reading="ы", others=["f2", "f3"])
    assert review.corrected() == "ы aaa\nыи bbb\nтем ccc и\n- 7 -\n"
    assert send(handler, do="errors")[0]["errors"] == []
    send(handler, do="undo")
    assert review.corrected() == "и aaa\nии bbb\nтеи ccc и\n- 7 -\n"
    assert len(send(handler, do="errors")[0]["errors"]) == 3

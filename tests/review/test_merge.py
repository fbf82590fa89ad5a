"""Two reviewers' journals made one."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from hand import bitext_of

from align.errors import InputError
from align.review import regroup
from align.review.journal import Entry
from align.review.merge import merge
from align.review.operation import Accept, Comment, Confirm, Operation, RejectPair, TextChange, Undo
from align.review.place import Place
from align.review.session import Review
from align.text.document import Side
from align.text.span import Span

DOCUMENTS: Mapping[Side, str] = {"source": "1" * 64, "target": "2" * 64}


def by(who: str, *operations: Operation, documents: Mapping[Side, str] = DOCUMENTS) -> list[Entry]:
    return [Entry(one, who, "2026-01-01T00:00:00Z", documents) for one in operations]


@pytest.fixture
def review() -> Review:
    return Review(bitext_of(["aaa bbb", "ccc ddd", "eee fff"], ["aaa", "ccc", "eee"], [(1, 1)] * 3))


def correction(start: int, new: str) -> Accept:
    return Accept(TextChange(Place("source", (Span(start, start + 3),)), "aaa", new))


def test_what_does_not_contradict_stands_together(review: Review) -> None:
    """Corrections at different places and rows confirmed by both make one journal without conflicts."""
    anna = by("anna", correction(0, "x"), Confirm((review.rows[0].pairing,)))
    boris = by(
        "boris", correction(4, "y"), Confirm((review.rows[0].pairing,)), Confirm((review.rows[1].pairing,))
    )
    kept, conflicts = merge(anna, boris)
    assert conflicts == ()
    assert [entry.by for entry in kept] == ["anna"] * 2 + ["boris"] * 3


def test_two_texts_for_one_place_are_a_conflict() -> None:
    """The first stands, and the list names both."""
    kept, [conflict] = merge(by("anna", correction(0, "x")), by("boris", correction(0, "y")))
    assert [entry.by for entry in kept] == ["anna"]
    assert (conflict.first.by, conflict.second.by) == ("anna", "boris")
    assert "'x' or 'y'" in conflict.about


def test_confirmed_against_rejected_and_two_comments_are_conflicts(review: Review) -> None:
    """Rows are compared by their text."""
    row = review.rows[1].pairing
    _, conflicts = merge(
        by("anna", Confirm((row,)), Comment(row, "fine")), by("boris", RejectPair(row), Comment(row, "no"))
    )
    assert [conflict.about.split(": ", 1)[1] for conflict in conflicts] == [
        "confirmed or rejected",
        "comment: fine or comment: no",
    ]


def test_rows_paired_two_ways_are_a_conflict(review: Review) -> None:
    """A merge of one reviewer against a split, or against a row confirmed as it was."""
    joined = regroup.merge(review.state, 0)
    parted = regroup.gap(review.state, 1)
    assert len(merge(by("anna", joined), by("boris", parted))[1]) == 1
    assert len(merge(by("anna", joined), by("boris", Confirm((review.rows[0].pairing,))))[1]) == 1
    assert len(merge(by("anna", Confirm((review.rows[1].pairing,))), by("boris", joined))[1]) == 1
    assert merge(by("anna", joined), by("boris", Confirm((review.rows[2].pairing,))))[1] == ()


def test_what_was_taken_back_is_no_conflict() -> None:
    """A decision that its reviewer undid does not count."""
    one = correction(0, "y")
    kept, conflicts = merge(by("anna", correction(0, "x")), by("boris", one, Undo(one.id)))
    assert conflicts == ()
    assert len(kept) == 1


def test_journals_of_different_files_are_refused() -> None:
    """The message names the side of which the files differ."""
    with pytest.raises(InputError, match="source files differ"):
        merge(by("anna", correction(0, "x")), by("boris", correction(0, "x"), documents={"source": "9" * 64}))

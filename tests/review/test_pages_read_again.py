"""Pages that are missing, added or in another order when a scan is read again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from hand import bitext_of
from scanned import scanned_text
from test_read_again import accept, facsimile

from align.bitext import Bitext
from align.facsimile.facsimile import Facsimile
from align.review import Review, read_decisions
from align.review.left_out import left_out_decisions
from align.review.operation import Comment
from align.review.same_pages import same_pages

FIRST, SECOND, THIRD = "Он бьла там.", "Мы бьла тут.", "Где бьла она?"


def pages_of(lines: Sequence[str], *, boxes: bool = True) -> Bitext:
    """A page for each line; the translation is the same whatever is read."""
    found = Facsimile(tuple(facsimile([line], boxes=boxes).pages[0] for line in lines), "by hand")
    plain = bitext_of(lines, ["abc"] * 3, [(1, 1)] * len(lines) + [(0, 1)] * (3 - len(lines)))
    return replace(plain, source=scanned_text("source", found, "ru", lines, None))


@pytest.mark.parametrize("boxes", [True, False])
@pytest.mark.parametrize(
    ("lines", "corrected", "lost"),
    [
        ([SECOND], [SECOND], 2),
        ([THIRD], [THIRD], 2),
        ([SECOND, FIRST], [SECOND, "Он была там."], 1),
        ([THIRD, FIRST, SECOND], [THIRD, "Он была там.", SECOND], 1),
    ],
)
def test_decisions_stay_on_their_page(
    tmp_path: Path, lines: list[str], corrected: list[str], lost: int, *, boxes: bool
) -> None:
    """An equal word at the same place of another page is another word, a row there another row."""
    with Review.open(pages_of([FIRST, SECOND], boxes=boxes), tmp_path / "j.jsonl") as review:
        review.apply(accept("бьла", "была")(review))
        review.apply(Comment(review.rows[0].pairing, "stamp here"))
    again = Review(pages_of(lines, boxes=boxes), None, read_decisions(tmp_path / "j.jsonl"))
    assert again.corrected().split("\n\f\n") == [*corrected[:-1], corrected[-1] + "\n"]
    assert not any(row.comment for row in again.rows)
    assert len(left_out_decisions(again)) == lost


def test_the_most_alike_pages_are_paired() -> None:
    """Of two forms with the same words, each is paired with its own reading."""
    forms = ["form of a school in Minsk", "form of a school in Perm", ""]
    assert same_pages(forms, ["form of a school in Perm"]) == [(1, 0)]
    assert same_pages(forms, forms) == [(0, 0), (1, 1)]

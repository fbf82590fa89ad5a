"""A reviewer sees where the partner of text stands that is translated out of order."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hand import LetterEncoder, bitext_of, send

from align.alignment.bead import Bead, Crossing
from align.review.protocol import MessageHandler
from align.review.session import Review


@pytest.fixture
def review() -> Review:
    """Three sentences a side; the second is translated behind the third, by two."""
    beads = [(1, 1), (1, 0), (1, 1), (0, 1), (0, 1)]
    bitext = bitext_of(["ab", "cd cd", "ef"], ["ab", "ef", "cd", "dc"], beads)
    moved = Crossing(range(1, 2), range(2, 4), 0.8, (Bead(range(1, 2), range(2, 4), 0.8, 0.9),))
    alignment = replace(bitext.alignment, crossings=(moved,))
    return Review(replace(bitext, alignment=alignment), encoder=LetterEncoder())


def test_either_row_names_the_place_of_its_partner(review: Review) -> None:
    """It is called neither an omission nor an addition; other rows are as before."""
    [reply] = send(MessageHandler(review), do="hello")
    assert [(row.get("why"), row.get("partner")) for row in reply["rows"]] == [
        (None, None),
        ("Its translation stands elsewhere: “cd dc”", "t6"),
        (None, None),
        ("Its original stands elsewhere: “cd cd”", "s3"),
        ("Its original stands elsewhere: “cd cd”", "s3"),
    ]


def test_a_stretch_without_partner_is_explained_once() -> None:
    """On its first row, with the number of its rows."""
    bitext = bitext_of(["ab", "cd", "ef", "gh"], ["ab"], [(1, 1), (1, 0), (1, 0), (1, 0)])
    [reply] = send(MessageHandler(Review(bitext, encoder=LetterEncoder())), do="hello")
    assert [row.get("why") for row in reply["rows"]] == [
        None,
        "Nothing in the translation answers the 3 rows from here.",
        None,
        None,
    ]

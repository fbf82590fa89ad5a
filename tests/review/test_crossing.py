"""A reviewer decides on text that is translated out of order."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hand import LetterEncoder, bitext_of, flag_whole, send

from align.errors import InputError
from align.review.command import operation
from align.review.protocol import MessageHandler
from align.review.session import Review


@pytest.fixture
def review() -> Review:
    """Two rows; the first is flagged as translated elsewhere."""
    bitext = bitext_of(["ab ab", "cd"], ["ef", "gh"], [(1, 1), (1, 1)])
    assert bitext.source is not None
    flag = replace(flag_whole(bitext.source, 0, "layout.crossing"), reason="translated out of order")
    return Review(replace(bitext, flags=(flag,)), encoder=LetterEncoder())


def test_the_doubt_is_shown_on_its_row(review: Review) -> None:
    """The row needs a look; the doubt has the kind in words, and nothing is suggested."""
    [reply] = send(MessageHandler(review), do="hello")
    [doubt] = reply["rows"][0]["doubts"]
    assert (doubt["kind"], doubt["suggestions"], doubt["state"]) == ("layout.crossing", [], "open")
    assert doubt["word"] == "another order"
    assert reply["rows"][0]["needs"]


def test_it_is_dismissed_and_not_accepted(review: Review) -> None:
    """There is no text to accept; after the dismissal the doubt is decided."""
    with pytest.raises(InputError, match="nothing is suggested here"):
        operation(review, {"do": "accept", "doubt": "f1"})
    dismissed = operation(review, {"do": "reject", "doubt": "f1"})
    assert dismissed is not None
    review.apply(dismissed)
    assert not next(iter(review.doubts.every(review.state))).open

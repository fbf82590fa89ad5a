"""Which words answer each other."""

from __future__ import annotations

from align.review.links import _holders
from align.review.segments import Segment


def test_a_word_is_found_where_it_stands_whole():
    """A letter inside another word is not that word; a word said twice is found in order."""
    pieces = [Segment(f"s{n}", text, ()) for n, text in enumerate(["яснял ", "я ", "и ", "«Я» "])]
    assert _holders(pieces, ("я", "и", "я")) == {0: "s1", 1: "s2", 2: "s3"}

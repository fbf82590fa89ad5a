"""Which words translate each other."""

from __future__ import annotations

from align.review.links import _segment_ids
from align.review.segments import Segment


def test_a_word_is_found_where_it_stands_whole() -> None:
    """A letter inside another word is not that word; a repeated word is found in order."""
    segments = [Segment(f"s{n}", text, ()) for n, text in enumerate(["яснял ", "я ", "и ", "«Я» "])]
    assert _segment_ids(segments, ("я", "и", "я")) == {0: "s1", 1: "s2", 2: "s3"}

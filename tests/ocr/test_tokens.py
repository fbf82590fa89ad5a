"""Chunks: what stands between white space."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from align.lang.folding import fold
from align.text.token import parse, tokenize


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("«Ваш,", ("«", "Ваш", ",")),
        ("пяти-шести", ("", "пяти-шести", "")),
        ("согласятс:", ("", "согласятс", ":")),
        ("...", ("...", "", "")),
        ("(1950)", ("(", "1950", ")")),
    ],
)
def test_marks_are_told_from_the_word(text, parts):
    """A chunk is the marks before, the core, the marks after."""
    chunk = parse(text)
    assert (chunk.lead, chunk.core, chunk.trail) == parts


@given(st.text())
def test_chunks_cover_all_but_white_space(text):
    """No character of a sentence is lost between its chunks."""
    found = tokenize(text)
    assert all(text[chunk.start : chunk.stop] == chunk.text for chunk in found)
    assert "".join(chunk.text for chunk in found) == "".join(text.split())


def test_spelling_with_and_without_dots_is_one_word():
    """ё is looked up as е."""
    assert fold("Ещё") == fold("еще")

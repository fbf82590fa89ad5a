"""The forms of a language, searched by edit distance."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from rapidfuzz.distance import Levenshtein

from align.ocr.candidates.edit_index import EditIndex

WORD = st.text("абвгд", min_size=1, max_size=7)


@settings(deadline=None)
@given(st.sets(WORD, min_size=1, max_size=40), WORD, st.integers(1, 3))
def test_every_form_within_the_distance_is_found_and_no_other(
    forms: set[str], word: str, distance: int
) -> None:
    """The masks only save measuring: what they leave out is further away."""
    expected = {form for form in forms if Levenshtein.distance(form, word) <= distance}
    assert set(EditIndex.build(sorted(forms)).within_distance(word, distance)) == expected

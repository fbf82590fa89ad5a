"""The forms of a language, searched."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz.distance import Levenshtein

from align.ocr.index import FormIndex
from align.ocr.lexicon import Lexicon
from align.ocr.prior import prior

WORD = st.text("абвгд", min_size=1, max_size=7)


@given(st.sets(WORD, min_size=1, max_size=40), WORD, st.integers(1, 3))
def test_every_form_within_the_distance_is_found_and_no_other(forms, word, distance):
    """The masks only save measuring: what they leave out is further away."""
    expected = {form for form in forms if Levenshtein.distance(form, word) <= distance}
    assert set(FormIndex.of(sorted(forms)).near(word, distance)) == expected


def test_a_form_is_as_common_as_its_commonest_spelling():
    """ёще is a slip of еще: it does not make it rare, and neither is searched twice."""
    known = Lexicon("ru", {"еще": 1e-3, "ёще": 1e-8})
    assert known.index.near("ещо", 1) == ["еще"]
    assert known.worn.likely("ещо", prior(), 3) == ["еще"]

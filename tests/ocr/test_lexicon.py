"""The forms of a language, searched."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz.distance import Levenshtein

from align.lang.lexicon import Lexicon
from align.ocr.candidates.edit_index import EditIndex
from align.ocr.candidates.form_indexes import FormIndexes
from align.ocr.channel.engines import prior_channel

WORD = st.text("абвгд", min_size=1, max_size=7)


@given(st.sets(WORD, min_size=1, max_size=40), WORD, st.integers(1, 3))
def test_every_form_within_the_distance_is_found_and_no_other(forms, word, distance):
    """The masks only save measuring: what they leave out is further away."""
    expected = {form for form in forms if Levenshtein.distance(form, word) <= distance}
    assert set(EditIndex.build(sorted(forms)).within_distance(word, distance)) == expected


def test_a_form_is_as_common_as_its_commonest_spelling():
    """ёще is a slip of еще: it does not make it rare, and neither is searched twice."""
    known = FormIndexes(Lexicon("ru", {"еще": 1e-3, "ёще": 1e-8}))
    assert known.by_edits.within_distance("ещо", 1) == ["еще"]
    assert known.by_channel.search("ещо", prior_channel(), 3) == ["еще"]

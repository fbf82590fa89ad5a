"""Names sound alike in any alphabet."""

from __future__ import annotations

import pytest

from align.names.letter_sounds import consonants, latin_spelling, letter_sound


@pytest.mark.parametrize(
    ("word", "spelled"),
    [
        ("Путин", "putin"),
        ("Πούτιν", "poutin"),
        ("პუტინი", "putini"),
        ("פוטין", "pvtyn"),
        ("पुतिन", "putin"),
        ("ปูติน", "putin"),
        ("푸틴", "putin"),
        ("Émile", "emile"),
        ("Łódź", "lodz"),
    ],
)
def test_letters_sound_as_their_names_begin(word: str, spelled: str) -> None:
    assert latin_spelling(word) == spelled


def test_a_letter_without_a_sound_is_left_out() -> None:
    """Ideographs, digits and marks."""
    assert [letter_sound(letter) for letter in "字7!"] == ["", "", ""]


def test_vowels_count_only_where_a_word_begins() -> None:
    assert consonants("putin") == consonants("poutin") == consonants("pvtyn")
    assert consonants("obama") != consonants("bama")

"""The words of a language."""

from __future__ import annotations

import pytest

from align.lang.lexicon import Lexicon

FREQUENCIES = {"юго": 1e-5, "восток": 1e-4, "ещё": 1e-3, "и": 3e-2, "не": 2e-2, "дом": 1e-4, "зц": 1e-7}


def test_a_form_is_looked_up_in_its_folded_spelling() -> None:
    """ё is е, and a capital letter is a small one; an unlisted form has frequency 0."""
    lexicon = Lexicon("ru", FREQUENCIES)
    assert lexicon.zipf("Еще") == lexicon.zipf("ещё") == pytest.approx(6)
    assert lexicon.zipf("домик") == 0


def test_a_compound_is_as_frequent_as_its_rarest_part() -> None:
    """Its short parts must be frequent words."""
    lexicon = Lexicon("ru", FREQUENCIES)
    zipf, known = lexicon.look_up("юго-восток")
    assert known
    assert zipf == pytest.approx(4)
    assert not lexicon.knows("зц-восток")
    assert not lexicon.lists("юго-восток")


def test_a_dictionary_decides_where_there_is_one() -> None:
    """A rare form that is listed but not in the dictionary is no word."""
    lexicon = Lexicon("ru", FREQUENCIES, dictionary=lambda form: form in {"домик", "дом"})
    assert lexicon.knows("домик")
    assert not lexicon.knows("зц")


def test_script_and_single_letter_words_come_from_the_frequencies() -> None:
    """Frequent words show the letters of the language; a frequent letter is a word."""
    lexicon = Lexicon("ru", FREQUENCIES)
    assert lexicon.writes("ж")
    assert not lexicon.writes("z")
    assert lexicon.single_letter_words == ("и",)


@pytest.mark.parametrize("broken", ["ни-чего", "вос-ток", "гла-за"])
def test_a_word_with_the_hyphen_of_a_line_end_is_no_compound(broken: str) -> None:
    """Although both parts are words."""
    words = ("ни", "чего", "ничего", "вос", "ток", "восток", "гла", "за", "глаза", "чуть")
    lexicon = Lexicon("ru", dict.fromkeys(words, 1e-4))
    assert not lexicon.knows(broken)
    assert lexicon.knows("чуть-чуть")

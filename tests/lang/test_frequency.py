"""How common words are."""

import pytest
import wordfreq
from wordfreq import numbers

from align.lang.frequency import (
    ExtendedShares,
    folded_shares,
    shares_above,
    word_frequency,
    word_shares,
    zipf_frequency,
)
from align.lang.number_frequency import number_share, with_zeros


def test_common_words_are_familiar_and_strange_ones_not() -> None:
    """Zipf frequencies: a word in a thousand has 6, an unknown one 0."""
    familiar = word_frequency("ru")
    assert familiar is not None
    assert familiar("товарищ") > 4
    assert familiar("щварито") == 0


@pytest.mark.parametrize("language", ["zh", "ja", "ko", "ka", "xx"])
def test_languages_without_a_list_of_spaced_words_have_none(language: str) -> None:
    """The list of Chinese counts morphemes, and Georgian has none."""
    assert word_frequency(language) is None


@pytest.mark.parametrize(
    "word",
    ["товарищ", "Ещё", "из-за", "1949", "3,5", "10-го", "п.п.", "щварито", "", "—", "ООН,"],
)
def test_frequencies_are_those_of_wordfreq(word: str) -> None:
    """Of words, of several together, and of numbers."""
    assert zipf_frequency(word, "ru") == pytest.approx(wordfreq.zipf_frequency(word, "ru"), abs=0.011)


def test_a_language_whose_words_are_changed_first_is_left_to_wordfreq() -> None:
    """Serbian in Cyrillic is looked up in Latin letters."""
    assert zipf_frequency("влада", "sr") == wordfreq.zipf_frequency("влада", "sr") > 3


def test_folded_forms_have_the_share_of_their_commonest_spelling() -> None:
    """Of *все* and *всё*; a form that is not folded has none."""
    own, folded = word_shares("ru"), folded_shares("ru")
    assert folded["все"] == max(own["все"], own["всё"])
    assert folded["ещё"] == 0
    assert word_shares("xx") == {}


def test_further_shares_take_the_place_of_those_of_a_table() -> None:
    """And come behind them."""
    both = ExtendedShares({"а": 0.5, "б": 0.1}, {"б": 0.2, "в": 0.3})
    assert list(both.items()) == [("а", 0.5), ("б", 0.2), ("в", 0.3)]
    assert len(both) == 3
    assert shares_above(both, 0.25) == {"а": 0.5, "в": 0.3}


@pytest.mark.parametrize(
    "token",
    [
        "7",
        "42",
        "007",
        "1066",
        "1949",
        "2019",
        "2030",
        "2050",
        "3,5",
        "1.234,56",
        "10-го",
        "1941-1945",
        "١٩٤٩",
    ],
)
def test_numbers_are_as_usual_as_wordfreq_has_them(token: str) -> None:
    """By Benford's law, years by how late they are; its package is not imported for them."""
    assert with_zeros(token) == numbers.smash_numbers(token)
    assert number_share(token) == pytest.approx(numbers.digit_freq(token), rel=1e-12)

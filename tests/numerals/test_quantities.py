"""The numbers a text names."""

from __future__ import annotations

import pytest

from align.numerals.quantities import quantities


def _values(text: str, language: str) -> set[float]:
    return {value for quantity in quantities(text, language) for value in quantity.values}


def test_run_of_number_words_is_one_number_and_each_of_them() -> None:
    """*Two hundred and fifty thousand* is 250,000; *five-six* is five and six."""
    assert any(250_000.0 in q.values for q in quantities("two hundred and fifty thousand", "en"))
    assert {5.0, 6.0} <= {value for q in quantities("five-six", "en") for value in q.values}


@pytest.mark.parametrize(
    ("text", "language", "value"),
    [
        ("1 250 000 человек", "ru", 1_250_000.0),
        ("1,5 млн рублей", "ru", 1_500_000.0),
        ("at 6:30 p.m.", "en", 18.0),
        ("глава XIV", "ru", 14.0),
        ("двадцать пять", "ru", 25.0),
        ("пятиэтажный", "ru", 5.0),
    ],
)
def test_a_number_has_the_value_of_its_form(text: str, language: str, value: float) -> None:
    """Digits in groups, scales, clocks, Roman numerals, words and parts of words."""
    assert value in _values(text, language)


def test_words_are_numbers_only_in_their_language() -> None:
    """A language without described number words has digits and Roman numerals."""
    assert _values("sept 12", "fr") == {12.0}
    assert _values("пять", "en") == set()


def test_a_word_may_begin_as_a_number_and_be_none() -> None:
    """*Четверг* is a day, *пятница* too."""
    assert quantities("в четверг и в пятницу", "ru") == ()


def test_a_year_meets_its_last_two_digits() -> None:
    """1951 and 51 can be one number, 951 and 51 cannot."""
    year, short, other = quantities("1951; 51; 951", "ru")
    assert year.meets(short)
    assert not other.meets(short)

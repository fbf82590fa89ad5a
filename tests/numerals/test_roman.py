"""Roman numerals as numbers."""

from __future__ import annotations

import pytest

from align.numerals.roman import arabic, is_misread, latin_form, look_alike_numerals, look_alike_value


@pytest.mark.parametrize(
    ("roman", "value"),
    [("I", 1), ("IV", 4), ("IX", 9), ("XIV", 14), ("XL", 40), ("XC", 90), ("CDXLIV", 444), ("MCMXLIX", 1949)],
)
def test_a_numeral_has_the_value_it_is_read_as(roman: str, value: int) -> None:
    """A smaller sign before a greater one is taken off it."""
    assert arabic(roman) == value


def test_every_number_has_one_numeral() -> None:
    """What is written otherwise than the Romans' grandchildren write it is a word, not a number."""
    assert [arabic(word) for word in ("", "IIX", "VV", "CIVIL", "ILL", "iv", "IVa")] == [None] * 7
    letters = "IVXLC"
    values = [
        value for n in range(1, 5) for word in _words(letters, n) if (value := arabic(word)) is not None
    ]
    assert len(values) == len(set(values))


def _words(letters: str, length: int) -> list[str]:
    return (
        [""] if not length else [word + letter for word in _words(letters, length - 1) for letter in letters]
    )


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("ХIХ", 19), ("ХХ", 20), ("ХУШ", 18), ("Ш", 3), ("П", 2), ("ІІІ", 3), ("IУ", 4), ("1У", 4), ("У1", 6),
        ("XIУ", 14), ("IY", 4), ("ХП", 12),
        ("XIX", None), ("11", None), ("СС", None), ("ПУ", None), ("В", None),
    ],
)  # fmt: skip
def test_other_letters_stand_for_roman_digits(written: str, value: int | None) -> None:
    """What typewriters and OCR have for Roman digits; Latin numerals and plain numbers are not among them."""
    assert look_alike_value(written) == value


def test_look_alikes_have_their_place_and_letters() -> None:
    """Only letters that nobody reads as Roman digits make a misreading."""
    assert [(place.start, value) for place, value in look_alike_numerals("В ХХ веке, том ХУШ-й")] == [
        (2, 20),
        (15, 18),
    ]
    assert (latin_form("ХУШ"), is_misread("ХУШ"), is_misread("ХХ")) == ("XVIII", True, False)

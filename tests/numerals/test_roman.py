"""Roman numerals as numbers."""

from __future__ import annotations

import pytest

from align.numerals.roman import arabic


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

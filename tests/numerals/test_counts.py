"""Numbers as they are written."""

from __future__ import annotations

from collections import Counter

from align.numerals.counts import written_numbers


def test_digits_and_roman_numerals_are_counted_in_arabic_digits() -> None:
    """Leading zeros are dropped; a thousand with a comma is two numbers."""
    assert written_numbers("Глава XIV, 007 и 1,250; 14") == Counter({"14": 2, "7": 1, "1": 1, "250": 1})


def test_single_letters_and_words_are_no_numbers() -> None:
    """I, C and CIVIL are words; V and X count."""
    assert written_numbers("I see C. CIVIL and V") == Counter({"5": 1})

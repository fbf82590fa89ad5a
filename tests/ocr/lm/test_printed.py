"""Words of old print, and words that were misread."""

from __future__ import annotations

import pytest

from align.lang import lexicon
from align.ocr.lm import printed


@pytest.mark.parametrize(
    ("language", "old", "today"), [("bg", "бѣше", "беше"), ("en", "haue", "have"), ("pl", "iest", "jest")]
)
def test_print_has_words_in_the_spelling_of_its_time(language: str, old: str, today: str) -> None:
    """Beside which lists of today have the modern one."""
    assert printed.printed_words(language)[old] > 1
    assert lexicon.load(language).zipf(today) > 4


def test_a_language_without_pages_has_no_printed_words() -> None:
    """Nor shares of them."""
    assert not printed.printed_words("eo")
    assert not printed.printed_shares("eo")


def test_printed_words_are_a_part_of_all_words() -> None:
    """Their shares sum to less than the share of old print."""
    shares = printed.printed_shares("bg")
    assert 0 < sum(shares.values()) < printed.PRINTED_SHARE


@pytest.mark.parametrize(
    ("language", "right", "misread"),
    [
        ("en", "house", "houfe"),
        ("cs", "který", "ftert)"),
        ("bg", "които", "конто"),
        ("fr", "estoit", "cftoit"),
    ],
)
def test_misread_words_are_likelier_among_misreadings(language: str, right: str, misread: str) -> None:
    """Than right ones are, against the words of the language."""
    spelling = printed.spelling_model(language, lexicon.load(language).frequencies)
    odds = printed.misreading_model(language).scores([right, misread]).total
    odds = odds - spelling.scores([right, misread]).total
    assert odds[1] > odds[0]

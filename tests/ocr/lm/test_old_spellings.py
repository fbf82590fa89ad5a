"""Words of earlier spelling, known by those of today."""

from __future__ import annotations

import pytest

from align.lang import lexicon
from align.ocr.lm.old_spellings import SpellingRule, spelling_rules, variant_frequency


@pytest.mark.parametrize(
    ("language", "old", "today"),
    [
        ("cs", "swau", "svou"),
        ("pl", "wielkiey", "wielkiej"),
        ("bg", "дѣца", "деца"),
        ("sl", "zhlovek", "človek"),
    ],
)
def test_a_word_of_old_print_is_one_of_today(language: str, old: str, today: str) -> None:
    """By one or two rules that were learned from other words."""
    zipf = lexicon.load(language).zipf_of
    assert not zipf(old)
    assert variant_frequency(old, spelling_rules(language), zipf) >= zipf(today) > 3


def test_rules_apply_at_every_place() -> None:
    """At two places, also of one rule."""
    rules = (SpellingRule("u", "v"),)
    assert variant_frequency("uiuat", rules, {"vivat": 3.0}.get) == 3.0
    assert variant_frequency("uiuuu", rules, {"vivvv": 3.0}.get) == 0.0


@pytest.mark.parametrize("word", ["", "u"])
def test_what_is_too_short_is_no_variant(word: str) -> None:
    """A letter alone may be anything."""
    assert variant_frequency(word, (SpellingRule("u", "v"),), {"v": 6.0}.get) == 0.0


def test_a_language_without_pages_has_no_rules() -> None:
    """So nothing is a variant there."""
    assert spelling_rules("eo") == ()

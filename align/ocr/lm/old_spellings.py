"""Words of earlier spelling, known by the word of today that each was: ``haue`` is *have*, ``wtera`` *vtera*.

The rules of a language are learned by ``tools/learn_print.py`` from the true text of old pages: of the words
that no list has, one letter or two stand again and again where the word of today has another.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from itertools import chain
from typing import NamedTuple

from align.ocr.runtime.data import rows

MIN_LETTERS = 2
"""Letters of a word that is looked at."""


class SpellingRule(NamedTuple):
    """The letters ``old`` stand for those that are ``today``'s."""

    old: str
    today: str


@cache
def spelling_rules(language: str) -> tuple[SpellingRule, ...]:
    """The rules of a language (ISO 639-1); none for one without old pages."""
    return _rules().get(language, ())


@cache
def _rules() -> Mapping[str, tuple[SpellingRule, ...]]:
    found: dict[str, tuple[SpellingRule, ...]] = {}
    for language, today, old, _ in rows("spelling_rules.tsv"):
        found[language] = (*found.get(language, ()), SpellingRule(old, today))
    return found


def variant_frequency(word: str, rules: Iterable[SpellingRule], zipf: Callable[[str], float | None]) -> float:
    """The Zipf frequency of the likeliest word of today that one or two rules make of a word; 0 for none.

    Args:
        word: Folded.
        rules: Of its language.
        zipf: Of a folded word; 0 or ``None`` for an unlisted one.

    Example:
        >>> rules = (SpellingRule("u", "v"), SpellingRule("vv", "w"))
        >>> variant_frequency("vvhateuer", rules, {"whatever": 5.1}.get)
        5.1
    """
    if len(word) < MIN_LETTERS:
        return 0.0
    known = tuple(rules)
    once = set(_changed(word, known))
    twice = chain.from_iterable(_changed(form, known) for form in once)
    return max((zipf(form) or 0.0 for form in chain(once, twice)), default=0.0)


def _changed(word: str, rules: Iterable[SpellingRule]) -> Iterator[str]:
    """The word with one rule applied at one place."""
    for rule in rules:
        at = word.find(rule.old)
        while at >= 0:
            yield word[:at] + rule.today + word[at + len(rule.old) :]
            at = word.find(rule.old, at + 1)

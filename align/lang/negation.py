"""How a language denies."""

from __future__ import annotations

import re
from dataclasses import dataclass


@dataclass(frozen=True)
class Negation:
    """Patterns of one language; all ignore case.

    Attributes:
        negators: Words that negate.
        idioms: Expressions that hold a negator and deny nothing (``не только``, ``no doubt``).
        implicit_negation: Words that may deny without a negator (``without``, ``refuse``), so that the other
            language may need one.
        function_words: Words that are not compared in meaning, lower case.
        auxiliaries: Verbs that a negator is attached to. A sentence without any of them is less likely to
            have lost a negator. ``None`` where a negator can stand before any word.
        emphatic_do: An auxiliary that an affirmative sentence has for emphasis only (*she did say*), which
            is therefore likely to have lost a negator; ``None`` where the language has none.
        contrast: A negator with its contrast (*not this but that*).
        contrast_conjunctions: What is left of a contrast without its negator.
        not_only: *Not only*.
        only: What is left of *not only* without its negator.
    """

    negators: re.Pattern[str]
    idioms: re.Pattern[str]
    implicit_negation: re.Pattern[str]
    function_words: frozenset[str]
    auxiliaries: re.Pattern[str] | None
    emphatic_do: re.Pattern[str] | None
    contrast: re.Pattern[str]
    contrast_conjunctions: re.Pattern[str]
    not_only: re.Pattern[str]
    only: re.Pattern[str]


def whole_words(alternatives: str) -> re.Pattern[str]:
    """A pattern for any of the alternatives (a regular expression) as whole words."""
    return re.compile(rf"\b(?:{alternatives})\b", re.IGNORECASE)

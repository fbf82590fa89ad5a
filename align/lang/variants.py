"""Spellings of a word that are no misreadings: elisions, and those of earlier days."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from types import MappingProxyType

from align.lang.language import word_set

Knows = Callable[[str], bool]
Rewriting = tuple[re.Pattern[str], str]


def _rewritings(*pairs: tuple[str, str]) -> Sequence[Rewriting]:
    return tuple((re.compile(pattern), today) for pattern, today in pairs)


EARLIER: Mapping[str, Sequence[Rewriting]] = MappingProxyType(
    {
        "de": _rewritings(
            ("ß", "ss"), ("ss", "ß"), ("niß", "nis"), ("th", "t"), ("ey", "ei"), ("ieb", "ib"), ("ir", "ier")
        ),
        "en": _rewritings(
            ("ick$", "ic"),
            ("^shew", "show"),
            ("^en", "in"),
            ("^in", "en"),
            ("ence", "ense"),
            ("xion", "ction"),
            ("chuse", "choose"),
            ("eat$", "ete"),
            ("(?<=[aeo])ö", "o"),
            ("(?<=[aeo])ë", "e"),
            ("(?<=[aeo])ï", "i"),
        ),
    }
)
"""How a word was spelt, and how it is today. Each is replaced wherever it stands in the word."""

APOSTROPHES = re.compile("[’ʼ‘`]")
CLIPPED_BEHIND = word_set(
    "tis twas twere twill twould em til till cause bout round neath gainst pon ere un im er"
)
"""English words that have lost their beginning: ``'tis``."""

CLIPPED_BEFORE = word_set("wi o th an ol t ha gi fro mo po")
"""English words that have lost their end: ``wi'``."""

LISTED = re.compile("shew(?:s|n|ed|ing)?")
"""Earlier spellings that today's word lists hold as well."""

INNER = re.compile(r"[a-z]*[eo]'e[rn]|ta'en")
"""``o'er``, ``whate'er``, ``e'en``."""


def is_variant(language: str, before: str, word: str, behind: str, knows: Knows) -> bool:
    """Whether an unknown word is a good spelling of a known one.

    Args:
        language: ISO 639-1.
        before: The marks before it.
        word: A word.
        behind: The marks behind it.
        knows: Whether a form is a word of today.

    Example:
        >>> is_variant("de", "", "daß", "", {"dass"}.__contains__)
        True
        >>> is_variant("en", "'", "tis", "", {"is"}.__contains__)
        True
    """
    form = APOSTROPHES.sub("'", word).lower()
    if language == "en" and _is_elided(
        APOSTROPHES.sub("'", before), form, APOSTROPHES.sub("'", behind), knows
    ):
        return True
    if language == "en" and LISTED.fullmatch(form):
        return True
    return not knows(form) and any(knows(today) for today in _today(language, form))


def _is_elided(before: str, form: str, behind: str, knows: Knows) -> bool:
    """``'tis``, ``goin'``, ``o'er``, ``shew'd``."""
    whole = before[-1:].replace('"', "") + form + behind[:1]
    if whole[:1] == "'" and whole.strip("'.,;:!?") in CLIPPED_BEHIND:
        return True
    if re.fullmatch(r"[a-z]+'", whole):
        stem = whole[:-1]
        return stem in CLIPPED_BEFORE or (stem.endswith("in") and not knows(stem) and knows(stem + "g"))
    if form.endswith("'d"):
        stem = form[:-2]
        ends = ("ed", "d", stem[-1:] + "ed")
        return any(knows(stem.replace("shew", "show") + end) for end in ends)
    return INNER.fullmatch(form) is not None


def _today(language: str, form: str) -> Iterator[str]:
    """The forms of today that a word may stand for."""
    for pattern, today in EARLIER.get(language, ()):
        found = pattern.sub(today, form)
        if found != form:
            yield found

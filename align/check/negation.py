"""A negation that only one side has."""

from __future__ import annotations

import re
from collections.abc import Iterator

from align.check.line import Line
from align.check.matter import Matter
from align.check.negators import LANGUAGES, ONLY, Language
from align.embed.encoder import Encoder
from align.ocr.flag import Flag

BIAS, CLOSER, ANSWERED, NEAR, FAR, HELD = -2.46, 23.2, 3.72, -3.18, -1.96, 1.87
"""Log-odds that a negation is truly lost: for the cosine that the sides gain without it, for the likeness
(cosine) of what it denies to a word of the other side, for words that may deny by other means near that
word and elsewhere, for a verb that could have held the negation.

Fitted by logistic regression on the development texts, planted faults against translations as they are."""

LEAST = 0.8
"""Log-odds from which it is marked."""

WORD = re.compile(r"[^\W\d_]+")
NEXT = 2
"""Words behind a negation that it may deny."""

BESIDE = 3
"""Words within which one that may deny by other means concerns another."""


def negations(matter: Matter) -> Iterator[Flag]:
    """A sentence that denies on one side and affirms on the other.

    Idioms (``не только``, ``no doubt``) deny nothing; questions neither.
    """
    known = [LANGUAGES.get(language) for language in matter.languages]
    if known[0] is None or known[1] is None:
        return
    languages = (known[0], known[1])
    for both in matter.both:
        for (line, other), (own, its) in zip(both.sides, (languages, languages[::-1]), strict=True):
            denial = _not_only(line, other) or _denial(line, other, own, its, matter.encoder)
            if denial is not None:
                side = "translation" if line.side == "source" else "original"
                reason = f"“{denial.group()}” denies; nothing in the {side} does."
                yield line.flag(denial.start(), denial.end(), "check.negation", 0.7, reason)


def _not_only(line: Line, other: Line) -> re.Match[str] | None:
    """A *not only* of which the other side has no more than *only*."""
    whole, (its_whole, its_rest) = ONLY[line.language][0].search(line.sure), ONLY[other.language]
    spoilt = its_rest.search(other.readings) and not its_whole.search(other.readings)
    return whole if spoilt else None


def _denial(
    line: Line, other: Line, own: Language, its: Language, encoder: Encoder | None
) -> re.Match[str] | None:
    """The first negation of a line whose other side has none and needs none."""
    found = list(own.negators.finditer(own.idioms.sub(_blank, line.sure)))
    if not found or its.negators.search(other.readings):
        return None
    if encoder is None:
        return None if its.veiled.search(other.readings) else found[0]
    return found[0] if _likely(line, other, found, (own, its), encoder) >= LEAST else None


def _likely(
    line: Line,
    other: Line,
    found: list[re.Match[str]],
    languages: tuple[Language, Language],
    encoder: Encoder,
) -> float:
    """Log-odds that what a line denies is affirmed on the other side."""
    own, its = languages
    answer, place = _answered(line, other, found, languages, encoder)
    gain = CLOSER * _closer(line, other, own, encoder)
    held = HELD if its.holders and its.holders.search(other.readings) else 0.0
    return BIAS + gain + ANSWERED * answer + _veil(other.readings, place, its) + held


def _veil(text: str, place: re.Match[str] | None, language: Language) -> float:
    """What words that may deny by other means weigh: more near the word in question."""
    veils = [match.start() for match in language.veiled.finditer(text)]
    if not veils:
        return 0.0
    if place is None:
        return NEAR
    ends = [sorted((veil, place.start())) for veil in veils]
    apart = min(len(WORD.findall(text[start:stop])) for start, stop in ends)
    return NEAR if apart <= BESIDE else FAR


def _blank(match: re.Match[str]) -> str:
    return " " * len(match.group())


def _closer(line: Line, other: Line, own: Language, encoder: Encoder) -> float:
    """What the cosine of the two sides gains when a line denies nothing."""
    affirmed = " ".join(own.negators.sub(" ", line.text).split())
    if not affirmed:
        return -1.0
    denied, without, partner = encoder.encode([line.text, affirmed, other.text])
    return float((without - denied) @ partner)


def _answered(
    line: Line,
    other: Line,
    found: list[re.Match[str]],
    languages: tuple[Language, Language],
    encoder: Encoder,
) -> tuple[float, re.Match[str] | None]:
    """The best cosine of a word that a line denies with one of the other side, and that word."""
    denied = [word for match in found for word in _words(line.text[match.end() :], languages[0])[:NEXT]]
    there = _words(other.readings, languages[1])
    if not denied or not there:
        return 0.0, None
    vectors = encoder.encode([match.group().lower() for match in [*denied, *there]])
    cosines = (vectors[: len(denied)] @ vectors[len(denied) :].T).max(axis=0)
    return float(cosines.max()), there[int(cosines.argmax())]


def _words(text: str, language: Language) -> list[re.Match[str]]:
    """Words that mean something by themselves."""
    return [match for match in WORD.finditer(text) if match.group().lower() not in language.empty]

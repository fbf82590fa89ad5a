"""A negation that only one side has."""

from __future__ import annotations

import re
from collections.abc import Iterator

from align.check.line import Line
from align.check.matter import Matter
from align.check.negators import LANGUAGES, ONLY, Language
from align.embed.encoder import Encoder
from align.ocr.flag import Flag

CLOSER, ANSWERED, VEILED, BIAS = 24.1, 4.4, -2.0, -1.65
"""Log-odds that a negation is truly lost: for the cosine that the sides gain without it, for the likeness
(cosine) of what it denies to a word of the other side, for words there that may deny by other means.

Fitted by logistic regression on the development texts, planted faults against translations as they are."""

LEAST = 0.8
"""Log-odds from which it is marked."""

WORD = re.compile(r"[^\W\d_]+")
NEXT = 2
"""Words behind a negation that it may deny."""


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
    veiled = its.veiled.search(other.readings) is not None
    if encoder is None:
        return None if veiled else found[0]
    gain = CLOSER * _closer(line, other, own, encoder)
    likely = BIAS + gain + ANSWERED * _answered(line, other, found, (own, its), encoder) + VEILED * veiled
    return found[0] if likely >= LEAST else None


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
) -> float:
    """The best cosine of a word that a line denies with one of the other side."""
    denied = [word for match in found for word in _words(line.text[match.end() :], languages[0])[:NEXT]]
    there = _words(other.readings, languages[1])
    if not denied or not there:
        return 0.0
    vectors = encoder.encode([*denied, *there])
    return float((vectors[: len(denied)] @ vectors[len(denied) :].T).max())


def _words(text: str, language: Language) -> list[str]:
    """Words that mean something by themselves, in small letters."""
    words = (match.group().lower() for match in WORD.finditer(text))
    return [word for word in words if word not in language.empty]

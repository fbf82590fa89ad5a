"""A negation that only one side has."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from align.check.context import CheckContext
from align.check.line import Line
from align.embed.encoder import Encoder
from align.flag import Flag
from align.lang.negation import LANGUAGES, ONLY, Language

BIAS, CLOSER, ANSWERED, NEAR, FAR, HELD, STRESSED, OPPOSED = -3.5, 24.2, 4.13, -2.73, -1.98, 2.43, 1.61, 2.63
"""Log-odds that a negation is truly lost: for the cosine that the sides gain without it, for the likeness
(cosine) of what it denies to a word of the other side, for words that may deny by other means near that
word and elsewhere, for a verb that could have held the negation, for one that is stressed as if it had, for
an opposite that is left over.

Fitted by logistic regression on the development texts, planted faults against translations as they are."""

LEAST = -0.1
"""Log-odds from which it is marked."""

WORD = re.compile(r"[^\W\d_]+")
NEXT = 2
"""Words behind a negation that it may deny."""

BESIDE = 3
"""Words within which one that may deny by other means concerns another."""


def negations(matter: CheckContext) -> Iterator[Flag]:
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
    found = tuple(own.negators.finditer(own.idioms.sub(_blank, line.sure)))
    if not found or its.negators.search(other.readings):
        return None
    if encoder is None:
        return None if its.veiled.search(other.readings) else found[0]
    return found[0] if Denial(line, other, own, its, found, encoder).likely() >= LEAST else None


def _blank(match: re.Match[str]) -> str:
    return " " * len(match.group())


@dataclass(frozen=True)
class Denial:
    """A line that denies, the other side that does not, their languages; the negations ``found``."""

    line: Line
    other: Line
    own: Language
    its: Language
    found: tuple[re.Match[str], ...]
    encoder: Encoder

    def likely(self) -> float:
        """Log-odds that what the line denies is affirmed on the other side."""
        answer, place = self.answered()
        there = self.other.readings
        odds = BIAS + CLOSER * self.closer() + ANSWERED * answer + self.veil(place)
        odds += HELD * bool(self.its.holders and self.its.holders.search(there))
        odds += STRESSED * bool(self.its.stressed and self.its.stressed.search(there))
        opposed = self.own.opposed.search(self.line.sure) and self.its.opposite.search(there)
        return odds + OPPOSED * bool(opposed)

    def veil(self, place: re.Match[str] | None) -> float:
        """What words that may deny by other means weigh: more near the word in question."""
        there = self.other.readings
        veils = [match.start() for match in self.its.veiled.finditer(there)]
        if not veils:
            return 0.0
        if place is None:
            return NEAR
        ends = [sorted((veil, place.start())) for veil in veils]
        apart = min(len(WORD.findall(there[start:stop])) for start, stop in ends)
        return NEAR if apart <= BESIDE else FAR

    def closer(self) -> float:
        """What the cosine of the two sides gains when the line denies nothing."""
        affirmed = " ".join(self.own.negators.sub(" ", self.line.text).split())
        if not affirmed:
            return -1.0
        denied, without, partner = self.encoder.encode([self.line.text, affirmed, self.other.text])
        return float((without - denied) @ partner)

    def answered(self) -> tuple[float, re.Match[str] | None]:
        """The best cosine of a word that the line denies with one of the other side, and that word."""
        behind = [_words(self.line.text[match.end() :], self.own)[:NEXT] for match in self.found]
        denied = [word for words in behind for word in words]
        there = _words(self.other.readings, self.its)
        if not denied or not there:
            return 0.0, None
        vectors = self.encoder.encode([match.group().lower() for match in [*denied, *there]])
        cosines = (vectors[: len(denied)] @ vectors[len(denied) :].T).max(axis=0)
        return float(cosines.max()), there[int(cosines.argmax())]


def _words(text: str, language: Language) -> list[re.Match[str]]:
    """Words that mean something by themselves."""
    return [match for match in WORD.finditer(text) if match.group().lower() not in language.empty]

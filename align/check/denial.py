"""How likely it is that a line denies what the other side affirms."""

from __future__ import annotations

import re
from dataclasses import astuple, dataclass

from align.check.line import Line
from align.embed.encoder import Encoder
from align.lang.negation import Negation

WORD = re.compile(r"[^\W\d_]+")
MAX_DENIED_WORDS = 2
"""Words after a negator that it may deny."""

MAX_NEAR = 3
"""Words up to the counterpart from which an implicit negation may concern it."""

NO_AFFIRMATION = -1.0
"""Gain in cosine of a line of which nothing is left without its negators."""


@dataclass(frozen=True)
class NegationWeights:
    """Natural log-odds that a negation is lost, for each feature of :class:`NegationFeatures`.

    Fitted by logistic regression on the development texts, translations as they are against translations
    with dropped negations; the details of that fit were not recorded. ``tools/fit_negation.py`` fits them
    again: no weight differs by more than 0.8. On the data of the fit its weights mark 111 of 118 dropped
    negations, these 112, and both mark 12 of 52 other denials.
    """

    cosine_gain: float = 24.2
    counterpart: float = 4.13
    implicit_near: float = -2.73
    implicit_far: float = -1.98
    auxiliary: float = 2.43
    emphatic_do: float = 1.61
    contrast: float = 2.63
    bias: float = -3.5


@dataclass(frozen=True)
class NegationFeatures:
    """What shows whether the other side of a line that denies has lost its negation.

    Attributes:
        cosine_gain: What the cosine of the two sides gains when the line's negators are left out.
        counterpart: The best cosine of a word that the line denies and a word of the other side; 0 where
            there are none.
        implicit_near: 1 where the other side has an implicit negation within :data:`MAX_NEAR` words of that
            word, else 0.
        implicit_far: 1 where it has one further away, else 0.
        auxiliary: 1 where the other side has an auxiliary that a negator could have been attached to.
        emphatic_do: 1 where the other side has an emphatic auxiliary.
        contrast: 1 where the line has a contrast (*not this but that*) and the other side its conjunction.
    """

    cosine_gain: float
    counterpart: float
    implicit_near: float
    implicit_far: float
    auxiliary: float
    emphatic_do: float
    contrast: float

    def log_odds(self, weights: NegationWeights = NegationWeights()) -> float:
        """Natural log-odds that the negation is lost."""
        products = zip(astuple(self), astuple(weights), strict=False)
        return float(weights.bias + sum(value * weight for value, weight in products))


@dataclass(frozen=True)
class Denial:
    """A line that denies, and the other side without a negator.

    Attributes:
        line: The line that denies.
        other: The other side.
        own: How the line's language denies.
        others: How the other side's language denies.
        negators: The negators of the line that belong to no idiom, at least one.
    """

    line: Line
    other: Line
    own: Negation
    others: Negation
    negators: tuple[re.Match[str], ...]

    def features(self, encoder: Encoder) -> NegationFeatures:
        """The features of the denial; ``encoder`` turns sides and words into vectors."""
        counterpart, word = self._counterpart(encoder)
        distance = self._implicit_distance(word)
        text = self.other.with_corrections
        contrast = self.own.contrast.search(self.line.certain) and self.others.contrast_conjunctions.search(
            text
        )
        return NegationFeatures(
            cosine_gain=self._cosine_gain(encoder),
            counterpart=counterpart,
            implicit_near=float(distance is not None and distance <= MAX_NEAR),
            implicit_far=float(distance is not None and distance > MAX_NEAR),
            auxiliary=float(_occurs(self.others.auxiliaries, text)),
            emphatic_do=float(_occurs(self.others.emphatic_do, text)),
            contrast=float(bool(contrast)),
        )

    def _implicit_distance(self, word: re.Match[str] | None) -> int | None:
        """Words between the nearest implicit negation of the other side and a word of it.

        0 where there is no word to measure from; ``None`` where there is no implicit negation.
        """
        text = self.other.with_corrections
        starts = [match.start() for match in self.others.implicit_negation.finditer(text)]
        if not starts:
            return None
        if word is None:
            return 0
        between = (sorted((start, word.start())) for start in starts)
        return min(len(WORD.findall(text[first:last])) for first, last in between)

    def _cosine_gain(self, encoder: Encoder) -> float:
        affirmation = " ".join(self.own.negators.sub(" ", self.line.text).split())
        if not affirmation:
            return NO_AFFIRMATION
        denying, affirming, other = encoder.encode([self.line.text, affirmation, self.other.text])
        return float((affirming - denying) @ other)

    def _counterpart(self, encoder: Encoder) -> tuple[float, re.Match[str] | None]:
        """The best cosine of a denied word and a word of the other side, and the latter."""
        after = [_content_words(self.line.text[negator.end() :], self.own) for negator in self.negators]
        denied = [word for words in after for word in words[:MAX_DENIED_WORDS]]
        words = _content_words(self.other.with_corrections, self.others)
        if not denied or not words:
            return 0.0, None
        vectors = encoder.encode([match.group().lower() for match in [*denied, *words]])
        cosines = (vectors[: len(denied)] @ vectors[len(denied) :].T).max(axis=0)
        return float(cosines.max()), words[int(cosines.argmax())]


def denial(line: Line, other: Line, own: Negation, others: Negation) -> Denial | None:
    """The denial of a line; ``None`` where it does not deny, or the other side denies too."""
    negators = tuple(own.negators.finditer(own.idioms.sub(_blank, line.certain)))
    if not negators or others.negators.search(other.with_corrections):
        return None
    return Denial(line, other, own, others, negators)


def _blank(match: re.Match[str]) -> str:
    return " " * len(match.group())


def _occurs(pattern: re.Pattern[str] | None, text: str) -> bool:
    return pattern is not None and pattern.search(text) is not None


def _content_words(text: str, language: Negation) -> list[re.Match[str]]:
    """The words that are no function words."""
    return [match for match in WORD.finditer(text) if match.group().lower() not in language.function_words]

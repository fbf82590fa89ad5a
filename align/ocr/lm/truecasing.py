"""Whether a word is likely to begin with a capital where it stands."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Self

import numpy as np

from align.lang.lemma import Lemmatizer
from align.ocr.lm.word_forms import NUMBER, RARE, START, normalise, suffix_class
from align.user_cache import Arrays

STEP = 16
"""Log-odds are kept in whole bytes, so many to a nat."""
LOWER, UPPER = "word", "Word"
_OPENING = frozenset('"—(«')


def preceding_class(left: Sequence[str]) -> str:
    """The class of what stands before a word, as far as capitals depend on it.

    The start of the sentence (behind opening marks too), a word with or without a capital, a number, a mark.
    """
    place = len(left)
    while place and normalise(left[place - 1]) in _OPENING:
        place -= 1
    if not place:
        return START
    last = left[-1]
    if last[0].isalpha():
        return UPPER if last[0].isupper() and place > 1 else LOWER
    return NUMBER if last[0].isdigit() else normalise(last)


def log_probability_of_case(odds: float, word: str) -> float:
    """Log of the probability that a word begins as it does; ``odds``: the log odds of a capital."""
    return -float(np.logaddexp(0.0, -odds if word[0].isupper() else odds))


@dataclass(frozen=True)
class TruecasingModel:
    """Log-odds of a capital: ``words`` by normal form, ``classes`` by ending, ``places`` by what is before.

    Those of places are differences to the middle of a sentence; at its start they are the log-odds
    themselves. A form that was never counted has the odds of its lemma.
    """

    words: Mapping[str, float]
    classes: Mapping[str, float]
    places: Mapping[str, float]
    lemma: Lemmatizer = str

    @classmethod
    def load(
        cls,
        arrays: Arrays,
        prefix: str,
        words: Mapping[str, float],
        classes: Mapping[str, int],
        lemma: Lemmatizer,
    ) -> Self:
        """From the arrays whose names begin with ``prefix``; ``words``: of each form its log-odds."""
        names = arrays[f"{prefix}.places"].tobytes().decode().split("\n")
        return cls(
            words=words,
            classes=dict(zip(classes, (arrays[f"{prefix}.of_classes"] / STEP).tolist(), strict=True)),
            places=dict(zip(names, (arrays[f"{prefix}.of_places"] / STEP).tolist(), strict=True)),
            lemma=lemma,
        )

    def log_odds(self, left: Sequence[str], word: str) -> float:
        """Natural log of the odds that ``word`` has a capital after the tokens ``left`` of its sentence."""
        return self.log_odds_at(preceding_class(left), word)

    def log_odds_at(self, place: str, word: str) -> float:
        """The same at a place as :func:`preceding_class` names it."""
        shift = self.places.get(place, 0.0)
        if place == START:
            return shift
        form = normalise(word)
        known = self.words.get(form)
        if known is None:
            known = self.words.get(self.lemma(form))
        return shift + (self.classes.get(suffix_class(form), self.classes[RARE]) if known is None else known)

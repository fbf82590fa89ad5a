"""The context model as a witness: how well each reading goes with the words around it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache, partial

import numpy as np
from numpy.typing import NDArray

from align.ocr.lattice.candidate import UNPROPOSED
from align.ocr.lattice.lattice import CandidateLattice
from align.ocr.lm import LanguageModel, SpanInContext, word_tokens
from align.ocr.lm.ngram import NgramModel
from align.ocr.lm.truecasing import log_probability_of_case, preceding_class
from align.text.token import parse

LEFT = RIGHT = 2
Hypothesis = Sequence[Sequence[str]]
"""The text believed to stand at each chunk of each sentence."""


def observed_hypothesis(page: CandidateLattice) -> list[list[str]]:
    """Believing what was read."""
    return [[chunk.text for chunk in sentence] for sentence in page.sentences]


@dataclass(frozen=True, eq=False)
class ContextWindow:
    """The believed words around each place, as tokens."""

    units: Sequence[Sequence[list[str]]]

    @classmethod
    def of(cls, belief: Hypothesis) -> ContextWindow:
        """Take the texts apart."""
        return cls([[word_tokens(text) for text in sentence] for sentence in belief])

    @cache  # noqa: B019 - lives as long as one look at a page
    def left(self, sentence: int, start: int) -> list[str]:
        """The last tokens before a chunk."""
        return _take(reversed(self.units[sentence][:start]), LEFT, backwards=True)

    @cache  # noqa: B019
    def right(self, sentence: int, stop: int) -> list[str]:
        """The first tokens from a chunk on."""
        return _take(iter(self.units[sentence][stop:]), RIGHT, backwards=False)


Rows = NDArray[np.int64]


def ngram_scores(
    page: CandidateLattice, model: LanguageModel, belief: Hypothesis, rows: Rows | None = None
) -> NDArray[np.float64]:
    """Log of the odds of each reading against what was read, given the believed words around it.

    ``rows``: the readings asked about, all if not given.
    """
    around = ContextWindow.of(belief)
    places: dict[tuple[int, int, int, str], int] = {}
    own, read = [], []
    for row in range(len(page.candidates)) if rows is None else rows.tolist():
        site, reading = page.candidates[row]
        at = (site.sentence, reading.start, reading.stop)
        own.append(places.setdefault((*at, reading.text), len(places)))
        read.append(places.setdefault((*at, page.observed_texts[row]), len(places)))
    answers = model.log_probabilities(
        [
            SpanInContext(around.left(sentence, start), word_tokens(text), around.right(sentence, stop))
            for sentence, start, stop, text in places
        ]
    )
    others = page.unproposed if rows is None else page.unproposed[rows]
    return np.where(others, 0.0, answers[own] - answers[read])


def _take(units: Iterable[list[str]], count: int, *, backwards: bool) -> list[str]:
    found: list[str] = []
    for unit in units:
        found = [*unit, *found] if backwards else [*found, *unit]
        if len(found) >= count:
            break
    return found[-count:] if backwards else found[:count]


def truecase_log_odds(
    page: CandidateLattice, model: LanguageModel, belief: Hypothesis
) -> NDArray[np.float64]:
    """Log of the odds of each reading's first letter being a capital or small, against what was read."""
    out = np.zeros(len(page.candidates))
    if not isinstance(model, NgramModel):
        return out
    around = ContextWindow.of(belief)
    odds = cache(partial(_of_case, model))
    for row, (site, reading) in enumerate(page.candidates):
        read = page.sentences[site.sentence][site.position]
        if not reading.changed or not reading.text or reading.rule == UNPROPOSED or not read.core:
            continue
        own = parse(reading.text.split()[0])
        if own.core[:1].isalpha() and read.core[0].isalpha():
            left = around.left(site.sentence, reading.start)
            place = preceding_class([*left, *read.lead])
            here = place if own.lead == read.lead else preceding_class([*left, *own.lead])
            out[row] = odds(here, own.core) - odds(place, read.core)
    return out


def _of_case(model: NgramModel, place: str, word: str) -> float:
    """Log of the probability that the word begins as it does at such a place."""
    return log_probability_of_case(model.capitals.log_odds_at(place, word), word)

"""How well each candidate goes with the words around it, by an n-gram or a masked language model."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property, lru_cache

import numpy as np
from numpy.typing import NDArray

from align.ocr.features.inputs import FeatureInputs
from align.ocr.features.matrix import FeatureColumns, Values
from align.ocr.features.span_queries import SpanQuery
from align.ocr.lattice.hypothesis import Hypothesis
from align.ocr.lattice.lattice import CandidateLattice
from align.ocr.lm import LanguageModel, SpanInContext
from align.text.word_tokens import word_tokens

LEFT = RIGHT = 2
"""Tokens of context on either side."""
STRONG = 7.0
"""Nats from which the preference of a known word's neighbours counts more."""
KEPT = 1 << 16
"""Texts whose words are kept."""
Rows = NDArray[np.int64]


@dataclass(frozen=True, eq=False)
class ContextWindow:
    """The words of the hypothesis around each place."""

    hypothesis: Hypothesis

    @cached_property
    def _memory(self) -> dict[tuple[int, int, int], list[str]]:
        return {}

    def left(self, sentence: int, start: int) -> list[str]:
        """The last word tokens before token ``start``."""
        key = (sentence, start, -1)
        if key not in self._memory:
            before = reversed(self.hypothesis.word_tokens[sentence][:start])
            self._memory[key] = _take(before, LEFT, backwards=True)
        return self._memory[key]

    def right(self, sentence: int, stop: int) -> list[str]:
        """The first word tokens from token ``stop`` on."""
        key = (sentence, stop, 1)
        if key not in self._memory:
            after = iter(self.hypothesis.word_tokens[sentence][stop:])
            self._memory[key] = _take(after, RIGHT, backwards=False)
        return self._memory[key]


def ngram_features(inputs: FeatureInputs) -> FeatureColumns:
    """How well the candidate goes with its neighbours, by an n-gram language model.

    The user's masked language model takes the place of the shipped n-gram model where one is given: it
    scores uncertain places in the ``draft`` pass. In the ``final`` pass only sentences whose text has
    changed are scored again.
    """
    resources, lattice = inputs.resources, inputs.lattice
    if inputs.name == "draft":
        if resources.masked is None:
            return FeatureColumns({})
        return FeatureColumns({"ngram": masked_scores(inputs, resources.masked)})
    if resources.language_model is None:
        return FeatureColumns({})
    rows = lattice.contested
    if inputs.name == "final":
        changed = inputs.changed_sentences
        rows = rows[[lattice.candidates[row][0].sentence in changed for row in rows.tolist()]]
        if resources.masked is not None or not len(rows):
            return FeatureColumns({})
    scores = inputs.matrix.column("ngram").copy()
    scores[rows] = ngram_scores(lattice, resources.language_model, inputs.hypothesis, rows)
    return FeatureColumns({"ngram": scores})


def interactions(inputs: FeatureInputs) -> FeatureColumns:
    """The n-gram score where the observed word is known, and how far it is beyond :data:`STRONG` there."""
    ngram, known = inputs.matrix.column("ngram"), inputs.observed_known
    return FeatureColumns(
        {"ngram_observed_known": ngram * known, "ngram_strong": np.maximum(ngram - STRONG, 0) * known}
    )


def ngram_scores(
    lattice: CandidateLattice, model: LanguageModel, hypothesis: Hypothesis, rows: Rows
) -> Values:
    """Log of the odds of each candidate against the observed text, given the words around it.

    Args:
        lattice: The candidates.
        model: Scores words between their neighbours.
        hypothesis: The words around.
        rows: Which candidates.

    Returns:
        Nats, shape ``(len(rows),)``; 0 for unproposed candidates.
    """
    places: dict[tuple[int, int, int, str], int] = {}
    own, observed = [], []
    for row in rows.tolist():
        slot, candidate = lattice.candidates[row]
        sentence, (start, stop, text, *_) = slot.sentence, candidate
        own.append(places.setdefault((sentence, start, stop, text), len(places)))
        text = lattice.observed_texts[row]
        observed.append(places.setdefault((sentence, start, stop, text), len(places)))
    scores = model.log_probabilities(_in_context(places, ContextWindow(hypothesis)))
    return np.where(lattice.unproposed[rows], 0.0, scores[own] - scores[observed])


def _in_context(places: Iterable[tuple[int, int, int, str]], window: ContextWindow) -> list[SpanInContext]:
    """The texts between their neighbours; the places of one slot come one after the other."""
    found, last = list[SpanInContext](), (-1, -1, -1)
    before, behind = list[str](), list[str]()
    for sentence, start, stop, text in places:
        if (sentence, start, stop) != last:
            last = sentence, start, stop
            before, behind = window.left(sentence, start), window.right(sentence, stop)
        found.append(SpanInContext(before, kept_word_tokens(text), behind))
    return found


@lru_cache(maxsize=KEPT)
def kept_word_tokens(text: str) -> tuple[str, ...]:
    """The words, numbers and marks of the text of a candidate; kept for the next documents."""
    return tuple(word_tokens(text))


def masked_scores(inputs: FeatureInputs, model: LanguageModel) -> Values:
    """The n-gram scores, with those of a larger model, which reads whole sentences, at uncertain places."""
    scores = inputs.matrix.column("ngram").copy()
    queries = list(inputs.queries.spans)
    found = iter(model.log_probabilities(_spans_in_context(queries, inputs.hypothesis)).tolist())
    for query in queries:
        observed = next(found)
        for row in query.rows:
            scores[row] = next(found) - observed
    return scores


def _spans_in_context(queries: Iterable[SpanQuery], hypothesis: Hypothesis) -> list[SpanInContext]:
    return [
        SpanInContext(sentence[: query.start], words, sentence[query.stop :])
        for query in queries
        for sentence in (hypothesis.sentences[query.sentence],)
        for words in (query.observed_words, *query.candidate_words)
    ]


def _take(groups: Iterable[list[str]], count: int, *, backwards: bool) -> list[str]:
    """The first ``count`` words of groups of words, or the last of groups given from the last on."""
    found: list[str] = []
    for group in groups:
        found = [*group, *found] if backwards else [*found, *group]
        if len(found) >= count:
            break
    return found[-count:] if backwards else found[:count]

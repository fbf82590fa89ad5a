"""Uncertain spans of words, which the costlier features score."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from align.ocr.lattice.candidate import UNPROPOSED
from align.ocr.lattice.hypothesis import Hypothesis
from align.ocr.lattice.lattice import CandidateLattice
from align.ocr.lattice.slot import Slot
from align.ocr.lattice.unlikely import RULES_KEPT
from align.text.token import parse
from align.text.word_tokens import word_tokens

MIN_ERROR_PROBABILITY = 0.01
"""Probability of an error below which a slot is not scored by the costlier features."""
PRUNE_BELOW = 1e-7
"""Probability below which a candidate is not scored again: no feature makes it likely."""
MAX_CANDIDATES, MIN_CANDIDATE_PROBABILITY = 12, 3e-4
"""Candidates of a slot that the costlier features score, and the probability that each has at least: of 890
that ended above .3 none was below it."""
ALWAYS_SCORED = 3
"""The likeliest, which are scored in any case, as is what only adds spaces: a word without a candidate is not
compared with its sentence."""

Words = tuple[str, ...]


@dataclass(frozen=True)
class SpanQuery:
    """The word tokens ``start:stop`` of a sentence of the hypothesis, and what may stand there.

    ``observed_words``: the words that the OCR gave; none for a mark. ``rows``: the candidates' rows.
    ``candidate_words``: the words of each. Most often one word competes with others; where a space was lost
    or added, several.
    """

    sentence: int
    start: int
    stop: int
    observed_words: Words
    rows: tuple[int, ...]
    candidate_words: tuple[Words, ...]

    def forms(self) -> set[str]:
        """The observed word and the candidates of one word; many candidates share one."""
        return {self.observed_words[0], *(word for _, word in self.one_for_one())}

    def one_for_one(self) -> Iterator[tuple[int, str]]:
        """The candidates that put one word in the place of one, each with its row."""
        if len(self.observed_words) == 1:
            yield from (
                (row, new[0])
                for row, new in zip(self.rows, self.candidate_words, strict=True)
                if len(new) == 1
            )


def uncertain_spans(
    lattice: CandidateLattice, hypothesis: Hypothesis, probabilities: NDArray[np.float64]
) -> Iterator[SpanQuery]:
    """A query for each span of words that the likely candidates of an uncertain slot would replace."""
    for slot, spans in _uncertain_slots(lattice, probabilities):
        for span, found in spans.items():
            place = _word_range(hypothesis.word_tokens[slot.sentence], *span)
            observed = _words(lattice.observed_text(lattice.candidates[found[0][0]][1], slot.sentence))
            if observed and place is not None:
                rows, words = zip(*found, strict=True)
                yield SpanQuery(slot.sentence, *place, observed, rows, words)


def isolated_marks(
    lattice: CandidateLattice, hypothesis: Hypothesis, probabilities: NDArray[np.float64]
) -> Iterator[SpanQuery]:
    """A query for each uncertain token that has marks only and may have been a word."""
    for slot, spans in _uncertain_slots(lattice, probabilities):
        found = spans.get((slot.position, slot.position + 1))
        if not lattice.token(slot).core and found:
            before = hypothesis.word_tokens[slot.sentence][: slot.position + 1]
            start = sum(map(len, before[:-1]))
            rows, words = zip(*found, strict=True)
            yield SpanQuery(slot.sentence, start, start + len(before[-1]), (), rows, words)


def store_log_odds(
    column: NDArray[np.float64],
    lattice: CandidateLattice,
    query: SpanQuery,
    observed: float,
    scores: Sequence[float],
) -> None:
    """Write each candidate's score less that of the observed text; the score of no word is 0."""
    for row, score in zip(query.rows, scores, strict=True):
        column[row] = score - observed
    column[lattice.rows_without_word(query.rows[0])] = -observed


Spans = Mapping[tuple[int, int], list[tuple[int, Words]]]
"""By the tokens that candidates replace: their rows and words."""


def _uncertain_slots(
    lattice: CandidateLattice, probabilities: NDArray[np.float64]
) -> Iterator[tuple[Slot, Spans]]:
    """The uncertain slots, each with its likeliest candidates that are words."""
    for number, slot in enumerate(lattice.slots):
        start, stop = lattice.starts[number], lattice.starts[number + 1]
        if 1 - probabilities[start] < MIN_ERROR_PROBABILITY:
            continue
        likely = start + np.argsort(-probabilities[start:stop], kind="stable")[:MAX_CANDIDATES]
        spans: dict[tuple[int, int], list[tuple[int, Words]]] = {}
        scored = 0
        for row in likely.tolist():
            candidate = lattice.candidates[row][1]
            hopeless = probabilities[row] < MIN_CANDIDATE_PROBABILITY and candidate.rule not in RULES_KEPT
            if hopeless and scored >= ALWAYS_SCORED:
                continue
            words = _words(candidate.text)
            if words and candidate.changed and candidate.rule != UNPROPOSED:
                spans.setdefault((candidate.start, candidate.stop), []).append((row, words))
                scored += 1
        yield slot, spans


def _words(text: str) -> Words:
    """The words of a text of nothing but words and marks beside them; none for any other text."""
    cores = [parse(part).core for part in text.split()]
    return tuple(cores) if all(len(word_tokens(core)) == 1 and core[0].isalpha() for core in cores) else ()


def _word_range(sentence: Sequence[Sequence[str]], start: int, stop: int) -> tuple[int, int] | None:
    """The range of word tokens of the tokens ``start:stop``, marks at either end left out."""
    before = sum(map(len, sentence[:start]))
    own = [word for words in sentence[start:stop] for word in words]
    worded = [at for at, word in enumerate(own) if word[0].isalnum()]
    return (before + worded[0], before + worded[-1] + 1) if worded else None

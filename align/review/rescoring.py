"""What a correction changes of its row besides the text: score, confidence, and the checks it settles.

The row is aligned again within a window of adjacent rows (which ends before a confirmed one), with its text
as it was read and as it reads now. Only the difference counts: the confidence moves by as many log-odds as
the row's posterior in the window does. So a row without corrections keeps the confidence that the alignment
of the whole text gave it.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import pairwise

import numpy as np

from align.alignment.aligner import AlignmentConfig, second_pass
from align.alignment.candidates import candidates
from align.alignment.confidence import confidence_columns
from align.alignment.edges import Edges
from align.alignment.features.document_pair import DocumentPair
from align.alignment.graph import Graph
from align.alignment.weights import Weights
from align.embed.encoder import Encoder
from align.review.corrected_text import TextLookup, corrected_text, without_corrections
from align.review.doubts import Doubt, Doubts
from align.review.patch import Verdict
from align.review.place import Pairing, Place, flat
from align.review.row import Row
from align.review.settled_checks import CheckRunner
from align.review.state import State
from align.text.document import SIDES

WINDOW = 3
"""Rows before and after a row that it is aligned with again."""
MIN_CONFIDENCE = 1e-6
"""Confidence is cut to this distance from 0 and 1, so that its log-odds are finite."""


@dataclass(frozen=True)
class RowScores:
    """``score``: cosine; ``confidence``: fraction 0-1; None where there is none.

    ``answered``: ids of the doubts that a correction settled.
    """

    score: float | None
    confidence: float | None
    answered: frozenset[str] = frozenset()


@dataclass(frozen=True)
class RowRescorer:
    """Scores rows again. ``languages``: ISO 639-1. ``ratio``: target characters for one of the source."""

    encoder: Encoder
    languages: tuple[str, str]
    ratio: float

    def rescore(self, state: State, doubts: Doubts, number: int) -> RowScores:
        """The scores of one row with its corrections.

        Args:
            state: The review as it stands.
            doubts: All doubts.
            number: The row's number, from 0.
        """
        corrected = partial(corrected_text, state)
        window = _window(state, number)
        rows = [row.pairing for row in state.rows[window.start : window.stop]]
        here = number - window.start
        checks = CheckRunner(state, doubts, self.encoder, self.languages)
        return RowScores(
            self._score(rows[here], corrected),
            self._confidence(state, rows, here, corrected),
            checks.settled(rows, here, corrected),
        )

    def _score(self, row: Pairing, corrected: TextLookup) -> float | None:
        """Cosine of the two sides as they read now."""
        if not row.source or not row.target:
            return row.score
        texts = [" ".join(corrected(side, spans).text for spans in row.side(side)) for side in SIDES]
        vectors = self.encoder.encode(texts)
        return round(float(vectors[0] @ vectors[1]), 4)

    def _confidence(
        self, state: State, rows: Sequence[Pairing], here: int, corrected: TextLookup
    ) -> float | None:
        """The confidence so far, moved by the change of the posterior that the correction makes."""
        known = rows[here].confidence
        if known is None:
            return None
        as_read = without_corrections(state, rows[here], corrected)
        after, before = (self._posterior(rows, here, lookup) for lookup in (corrected, as_read))
        if after is None or before is None:
            return known
        return round(1 / (1 + math.exp(_log_odds(before) - _log_odds(after) - _log_odds(known))), 4)

    def _posterior(self, rows: Sequence[Pairing], here: int, lookup: TextLookup) -> float | None:
        """Calibrated confidence of one row's bead among these rows; None where a side is empty."""
        sides = [[lookup(side, spans).text for row in rows for spans in row.side(side)] for side in SIDES]
        if not all(sides):
            return None
        max_bead = AlignmentConfig().max_bead
        vectors = self.encoder.encode(sides[0]), self.encoder.encode(sides[1])
        documents = DocumentPair.whitened((sides[0], sides[1]), vectors, self.encoder, max_bead)
        documents, weights = replace(documents, ratio=self.ratio), Weights.fitted()
        edges = candidates(documents, weights.coarse, max_bead)
        features, posterior = second_pass(documents, Graph(edges), weights)
        found = _places(edges, rows)
        if here not in found:
            return MIN_CONFIDENCE
        kept = np.isin(np.arange(len(edges)), list(found.values()))
        of_rows = {name: values[kept] for name, values in features.items()}
        columns = confidence_columns(documents, edges.where(kept), posterior[kept], of_rows)
        return float(weights.calibration.confidence(columns)[int(kept[: found[here]].sum())])


def _places(edges: Edges, rows: Sequence[Pairing]) -> dict[int, int]:
    """Of each row whose bead is among the edges: the number of the edge."""
    numbers = {
        cells: at for at, cells in enumerate(map(tuple, np.hstack([edges.start, edges.stop]).tolist()))
    }
    ends = np.cumsum([[0, 0], *([len(row.source), len(row.target)] for row in rows)], axis=0).tolist()
    beads = [(*start, *stop) for start, stop in pairwise(ends)]
    return {row: numbers[bead] for row, bead in enumerate(beads) if bead in numbers}


def with_scores(row: Row, doubts: Sequence[Doubt], scores: RowScores | None) -> tuple[Row, list[Doubt]]:
    """A row and its doubts with new scores; unchanged where there are none."""
    if scores is None:
        return row, list(doubts)
    pairing = replace(row.pairing, score=scores.score, confidence=scores.confidence)
    answered = Verdict(None, "answered")
    settled = [
        replace(doubt, verdict=answered) if doubt.open and doubt.id in scores.answered else doubt
        for doubt in doubts
    ]
    return replace(row, pairing=pairing), settled


def needs_rescoring(state: State, row: Row) -> bool:
    """Whether a row was corrected or paired by hand, so that the aligner's scores do not fit it."""
    if row.pairing.score is None and row.pairing.source and row.pairing.target:
        return True
    return any(
        state.verdicts[place].text is not None
        for side in SIDES
        if row.side(side)
        for place in state.verdict_index.overlapping(Place(side, flat(row.side(side))))
    )


def _window(state: State, number: int) -> range:
    """The row numbers around one, up to the next confirmed row on either side."""
    first = last = number
    while first > max(number - WINDOW, 0) and state.rows[first - 1].status != "confirmed":
        first -= 1
    while last < min(number + WINDOW, len(state.rows) - 1) and state.rows[last + 1].status != "confirmed":
        last += 1
    return range(first, last + 1)


def _log_odds(confidence: float) -> float:
    """Log-odds in nats, finite."""
    inside = min(max(confidence, MIN_CONFIDENCE), 1 - MIN_CONFIDENCE)
    return math.log(inside / (1 - inside))

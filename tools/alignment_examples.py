"""Texts as examples for the fit of the aligner: their candidates, features and true beads."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise

import numpy as np
from alignment_data import GoldText, Step
from alignment_paths import Ints, links, posterior
from numpy.typing import NDArray

from align.alignment.band import Band
from align.alignment.candidates import certain
from align.alignment.confidence import OF_MERGES
from align.alignment.edges import Edges
from align.alignment.features.document_pair import Columns, DocumentPair
from align.alignment.gap_edges import with_gaps
from align.alignment.graph import SOURCE_NULL, TARGET_NULL, Gaps, Graph
from align.alignment.length_scores import NORMAL, capped_difference, first_scores
from align.alignment.lengths import log_length_difference
from align.alignment.posterior import likely_edges
from align.alignment.rates import TYPES, BeadRates, bead_types

MAX_BEAD = 8

Floats = NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class Example:
    """The candidates of one text.

    Attributes:
        text: the text and its true beads.
        pair: the text with its vectors.
        graph: the candidates, all true beads among them.
        values: their features, shape ``(k, features)``.
        truth: which are true, shape ``(k,)``.
        features: the features that confidence depends on, by name, shape ``(k,)`` each.
        offsets: added to the scores, shape ``(k,)``: log-ratios of the rates of the beads' types.
    """

    text: GoldText
    pair: DocumentPair
    graph: Graph
    values: Floats
    truth: NDArray[np.bool_]
    features: Columns
    offsets: Floats

    @classmethod
    def of(
        cls, text: GoldText, pair: DocumentPair, edges: Edges, columns: Columns, names: list[str]
    ) -> Example:
        """``edges``: with all true ones; ``columns``: their features, ``names`` those that are used."""
        true = set(text.path)
        truth = np.array([step in true for step in steps(edges)])
        values = np.stack([columns[name] for name in names], axis=1)
        kept = {name: columns[name] for name in OF_MERGES if name in columns}
        return cls(text, pair, Graph(edges), values, truth, kept, np.zeros(len(edges)))

    @cached_property
    def links(self) -> Ints:
        """The edges of the graph, for :func:`alignment_paths.posterior`."""
        return links(self.graph)

    @property
    def types(self) -> Floats:
        """Fraction of the true beads of each type, in the order of ``align.alignment.rates.TYPES``."""
        counts = np.bincount(bead_types(self.graph.edges)[self.truth], minlength=len(TYPES))
        return np.asarray(counts / counts.sum())

    def at_rates(self, rates: BeadRates, first: Floats) -> Example:
        """The same, its offsets those of the rates that a first run with these weights estimates."""
        features, gaps = parted(first)
        estimated = posterior(self.links, self.values @ features, gaps).edges
        return replace(self, offsets=rates.log_ratios(self.graph.edges, estimated))

    @cached_property
    def nulls(self) -> Floats:
        """Of the true path: nulls after a null of their side, and target nulls after a source null."""
        kinds = [link[2] for link, true in zip(self.graph.links, self.truth, strict=True) if true]
        following = Counter(pairwise(kinds))
        extensions = following[SOURCE_NULL, SOURCE_NULL] + following[TARGET_NULL, TARGET_NULL]
        return np.array([extensions, following[SOURCE_NULL, TARGET_NULL]], dtype=np.float64)


def parted(weights: Floats) -> tuple[Floats, Gaps]:
    """Weights of one run: of the features, shape ``(features,)``, and the last two, of gaps."""
    return weights[:-2], Gaps(*weights[-2:].tolist())


def steps(edges: Edges) -> list[Step]:
    """The edges as pairs of cells."""
    starts, stops = edges.start.tolist(), edges.stop.tolist()
    return [((i, j), (k, m)) for (i, j), (k, m) in zip(starts, stops, strict=True)]


def with_truth(edges: Edges, path: Sequence[Step]) -> Edges:
    """The edges and all steps of the true path; those that were not found have posterior 0."""
    known = dict(zip(steps(edges), edges.posterior.tolist(), strict=True))
    every = {step: known.get(step, 0.0) for step in (*known, *path)}
    start, stop = (np.array([step[side] for step in every], dtype=np.int64) for side in (0, 1))
    return Edges.ordered(start, stop, np.array(list(every.values())))


def first_pass(pair: DocumentPair, weights: dict[str, float], least: float) -> Edges:
    """The candidates of a whole text with a posterior of at least ``least``."""
    end = len(pair.source.sentences), len(pair.target.sentences)
    edges = likely_edges(Band.full(*end), first_scores(pair, weights, MAX_BEAD), least)
    return with_gaps(edges, certain(pair, edges), end)


def pooled_features(pair: DocumentPair, edges: Edges) -> Columns:
    """What the weights of the first pass (``first_scores``) multiply, shape ``(k,)`` each."""
    sides = pair.source.pooled, pair.target.pooled
    sums = [
        np.concatenate([np.zeros((1, side.weighted.shape[1])), np.cumsum(side.weighted, axis=0)])
        for side in sides
    ]
    one, other = (total[edges.stop[:, at]] - total[edges.start[:, at]] for at, total in enumerate(sums))
    source, target = (
        (side.characters[edges.stop[:, at]] - side.characters[edges.start[:, at]]).astype(np.float64)
        for at, side in enumerate(sides)
    )
    sized = edges.pairs * edges.sizes.sum(axis=1) / 2
    return {
        "cosine.sized": sized * _cosines(one, other),
        "beside.sized": sized * _beside(pair, edges, (one, other)),
        "length.sized": sized * log_length_difference(source, target, pair.ratio),
        NORMAL: edges.pairs * capped_difference(source, target, pair.ratio),
        "extra": edges.pairs * (edges.sizes.sum(axis=1) - 2.0),
        "both": edges.pairs * (edges.sizes.min(axis=1) - 1.0),
        "null": 1.0 - edges.pairs,
    }


def _beside(pair: DocumentPair, edges: Edges, windows: tuple[Floats, Floats]) -> Floats:
    """Mean cosine of each side with the sentences before and after the other one; 0 outside the text."""
    total = np.zeros(len(edges))
    for window, side, pooled in ((windows[0], 1, pair.target.pooled), (windows[1], 0, pair.source.pooled)):
        padded = np.pad(pooled.weighted, ((1, 1), (0, 0)))
        for adjacent in (edges.start[:, side], edges.stop[:, side] + 1):
            total += _cosines(window, padded[adjacent]) / 4
    return total


def _cosines(one: NDArray[np.floating], other: NDArray[np.floating]) -> Floats:
    """Row by row; 0 where one is zero."""
    norms = np.linalg.norm(one, axis=1) * np.linalg.norm(other, axis=1)
    return np.asarray((one * other).sum(axis=1) / np.maximum(norms, 1e-9))

"""Sentences of two languages -> beads."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from align.alignment.bead import Alignment, Bead
from align.alignment.candidates import candidates, sure
from align.alignment.crossings import find_crossings
from align.alignment.edges import Edges
from align.alignment.features.document_pair import DocumentPair, EncodedSide, length_ratio
from align.alignment.features.matrix import feature_matrix, weighted_sums
from align.alignment.graph import Graph
from align.alignment.validation import checked_fixed, checked_sides
from align.alignment.weights import Weights
from align.embed.encoder import Encoder


@dataclass(frozen=True)
class AlignmentConfig:
    """``max_bead``: sentences a bead may hold on one side."""

    max_bead: int = 8


def align_sentences(
    source: Sequence[str],
    target: Sequence[str],
    encoder: Encoder,
    *,
    config: AlignmentConfig = AlignmentConfig(),
    fixed: Sequence[Bead] = (),
) -> Alignment:
    """Align two texts. ``fixed``: beads that stay."""
    vectors = checked_sides(encoder, source, target)
    whole = [
        EncodedSide.of(texts, rows, config.max_bead)
        for texts, rows in zip((source, target), vectors, strict=True)
    ]
    ratio = length_ratio(whole[0], whole[1])
    beads: list[Bead] = []
    i = j = 0
    for bead in (*checked_fixed(fixed, len(source), len(target)), None):
        stop = (bead.source.start, bead.target.start) if bead else (len(source), len(target))
        sides = (
            whole
            if not fixed
            else [whole[0].part(i, stop[0], config.max_bead), whole[1].part(j, stop[1], config.max_bead)]
        )
        beads += [
            _moved(found, i, j) for found in _gap(DocumentPair(sides[0], sides[1], encoder, ratio), config)
        ]
        if bead:
            beads.append(bead)
            i, j = bead.source.stop, bead.target.stop
    return Alignment(
        tuple(beads), len(source), len(target), find_crossings(whole[0].vectors, whole[1].vectors, beads)
    )


def _gap(material: DocumentPair, config: AlignmentConfig) -> list[Bead]:
    """The beads of a text (or of what lies between two fixed beads)."""
    n, m = len(material.source.side), len(material.target.side)
    if not n or not m:  # nothing to pair with: certain
        nulls = [(range(i, i + 1), range(0)) for i in range(n)] + [
            (range(0), range(j, j + 1)) for j in range(m)
        ]
        return [Bead(source, target, None, 1.0) for source, target in nulls]
    weights = Weights.fitted()
    edges = candidates(material, weights.coarse, config.max_bead)
    posterior = second_pass(material, edges, weights)
    chosen = Graph(edges).decoded(posterior)
    cosines = pooled_cosines(material, edges.where(np.isin(np.arange(len(edges)), chosen)))
    confidence = weights.calibration.confidence(posterior[chosen], cosines)
    return [
        _bead(edges, edge, float(cosine), float(sure))
        for edge, cosine, sure in zip(chosen, cosines, confidence, strict=True)
    ]


def pooled_cosines(material: DocumentPair, edges: Edges) -> NDArray[np.float64]:
    """Cosine of the pooled vectors of the two sides of each edge, shape ``(k,)``; NaN for nulls."""
    found = np.full(len(edges), np.nan)
    for at in np.flatnonzero(edges.pairs):
        (i, j), (k, m) = edges.start[at].tolist(), edges.stop[at].tolist()
        one = material.source.side.weighted[i:k].sum(axis=0)
        other = material.target.side.weighted[j:m].sum(axis=0)
        found[at] = float(one @ other) / max(float(np.linalg.norm(one) * np.linalg.norm(other)), 1e-9)
    return found


def second_pass(material: DocumentPair, edges: Edges, weights: Weights) -> NDArray[np.float64]:
    """Posterior of every candidate, all evidence heard where the first pass was not sure."""
    open_ = ~sure(material, edges)
    scores = np.zeros(len(edges))
    if open_.any():
        scores[open_] = weighted_sums(feature_matrix(material, edges.where(open_)), weights.fine)
    graph = Graph(edges)
    posterior = graph.of_beads(graph.posterior(scores, weights.gaps).edges)
    return np.where(open_, posterior, edges.posterior)


def _bead(edges: Edges, edge: int, cosine: float, confidence: float) -> Bead:
    """One edge as a bead; its score is the cosine, unknown for nulls."""
    (i, j), (k, m) = edges.start[edge].tolist(), edges.stop[edge].tolist()
    return Bead(range(i, k), range(j, m), None if np.isnan(cosine) else cosine, confidence)


def _moved(bead: Bead, source: int, target: int) -> Bead:
    """The same bead, so many sentences later."""
    return Bead(
        range(bead.source.start + source, bead.source.stop + source),
        range(bead.target.start + target, bead.target.stop + target),
        bead.score,
        bead.confidence,
    )

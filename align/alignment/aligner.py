"""Align the sentences of two texts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from align.alignment.bead import Alignment, Bead
from align.alignment.candidates import candidates, certain
from align.alignment.crossings import find_crossings, without_moved
from align.alignment.edges import Edges
from align.alignment.features.document_pair import DocumentPair, EncodedSide
from align.alignment.features.matrix import feature_matrix, weighted_sums
from align.alignment.graph import Graph
from align.alignment.validation import checked_fixed, encoded_sides
from align.alignment.weights import Weights
from align.embed.adapt import HasEncode, as_encoder
from align.embed.encoder import EMBEDDED, Encoder


@dataclass(frozen=True)
class AlignmentConfig:
    """Settings of the aligner.

    Attributes:
        max_bead: sentences that a bead may hold on one side.
    """

    max_bead: int = 8


def align_sentences(
    source: Sequence[str],
    target: Sequence[str],
    encoder: str | Encoder | HasEncode | None = EMBEDDED,
    *,
    config: AlignmentConfig = AlignmentConfig(),
    fixed: Sequence[Bead] = (),
) -> Alignment:
    """Align the sentences of a text with those of its translation.

    Candidate beads come from a forward-backward pass over all alignments, on sums of sentence vectors. A
    log-linear model (a semi-Markov conditional random field; Sarawagi and Cohen, 2004) then scores the
    candidates with all features (:mod:`align.alignment.features.registry`), and the path with the most
    sentences expected in right beads is chosen. Time and memory grow linearly with long texts.

    Args:
        source: sentences of the original, in order; of any language that the encoder knows.
        target: sentences of the translation, in order.
        encoder: what turns sentences into vectors: ``embedded`` (or ``None``), the name or folder of a
            sentence-transformers model, or an object with a method ``encode``, such as a
            ``SentenceTransformer``. The weights of the features are fitted with the embedded encoder.
        config: settings of the aligner.
        fixed: beads that are known, in order; they are kept, and no other bead crosses them.

    Returns:
        The alignment: every sentence in exactly one bead, each with its similarity and confidence.

    Raises:
        InputError: a fixed bead is outside the text, overlaps or crosses another.
        ModelError: the encoder cannot be loaded, or does not return a finite vector for each sentence.

    Example:
        >>> alignment = align_sentences(
        ...     ["Ваш ответ получил.", "Армия ушла из города, но вернётся."],
        ...     ["I received your reply.", "The army left the city.", "But it will return."],
        ... )
        >>> [(bead.type, bead.source, bead.target) for bead in alignment]
        [('1-1', range(0, 1), range(0, 1)), ('1-2', range(1, 2), range(1, 3))]
    """
    loaded = as_encoder(encoder)
    vectors = encoded_sides(loaded, source, target)
    sides = [
        EncodedSide.of(texts, rows, config.max_bead)
        for texts, rows in zip((source, target), vectors, strict=True)
    ]
    pair = DocumentPair.of(sides[0], sides[1], loaded)
    beads = tuple(_beads(pair, checked_fixed(fixed, len(source), len(target)), config))
    crossings = find_crossings(pair, beads, lambda part: _beads_between(part, config), config.max_bead)
    kept = tuple(without_moved(beads, crossings, fixed))
    return Alignment(kept, len(source), len(target), crossings)


def _beads(pair: DocumentPair, fixed: Sequence[Bead], config: AlignmentConfig) -> Iterator[Bead]:
    """The fixed beads, and between them those that are found there."""
    i, j = 0, 0
    end = len(pair.source.sentences), len(pair.target.sentences)
    for bead in (*fixed, None):
        k, m = end if bead is None else (bead.source.start, bead.target.start)
        part = pair.part(range(i, k), range(j, m), config.max_bead)
        yield from (_shifted(found, i, j) for found in _beads_between(part, config))
        if bead is not None:
            yield bead
            i, j = bead.source.stop, bead.target.stop


def _beads_between(pair: DocumentPair, config: AlignmentConfig) -> list[Bead]:
    """The beads of a text, or of what stands between two fixed beads."""
    n, m = len(pair.source.sentences), len(pair.target.sentences)
    if not n or not m:
        return _nulls(n, m)
    weights = Weights.fitted()
    edges = candidates(pair, weights.coarse, config.max_bead)
    posterior = second_pass(pair, edges, weights)
    chosen = Graph(edges).decode(posterior)
    cosines = pooled_cosines(pair, edges.where(np.isin(np.arange(len(edges)), chosen)))
    confidence = weights.calibration.confidence(posterior[chosen], cosines)
    return [
        _bead(edges, edge, float(cosine), float(probability))
        for edge, cosine, probability in zip(chosen, cosines, confidence, strict=True)
    ]


def _nulls(n_source: int, n_target: int) -> list[Bead]:
    """A null bead for each sentence of a text with one side: certain, as there is nothing to pair with."""
    sources = [Bead(range(i, i + 1), range(0), None, 1.0) for i in range(n_source)]
    return sources + [Bead(range(0), range(j, j + 1), None, 1.0) for j in range(n_target)]


def pooled_cosines(pair: DocumentPair, edges: Edges) -> NDArray[np.float64]:
    """Cosine of the pooled vectors of the two sides of each edge, shape ``(k,)``; NaN for nulls."""
    cosines = np.full(len(edges), np.nan)
    for at in np.flatnonzero(edges.pairs):
        (i, j), (k, m) = edges.start[at].tolist(), edges.stop[at].tolist()
        one = pair.source.pooled.weighted[i:k].sum(axis=0)
        other = pair.target.pooled.weighted[j:m].sum(axis=0)
        lengths = float(np.linalg.norm(one) * np.linalg.norm(other))
        cosines[at] = float(one @ other) / max(lengths, 1e-9)
    return cosines


def second_pass(pair: DocumentPair, edges: Edges, weights: Weights) -> NDArray[np.float64]:
    """Posterior of every candidate (fraction 0-1, shape ``(k,)``), from all features.

    Candidates that are certain after the first pass are not scored again and keep its posterior.
    """
    uncertain = ~certain(pair, edges)
    scores = np.zeros(len(edges))
    if uncertain.any():
        scores[uncertain] = weighted_sums(feature_matrix(pair, edges.where(uncertain)), weights.fine)
    graph = Graph(edges)
    posterior = graph.bead_posterior(graph.posterior(scores, weights.gaps).edges)
    return np.where(uncertain, posterior, edges.posterior)


def _bead(edges: Edges, edge: int, cosine: float, confidence: float) -> Bead:
    """One edge as a bead; its score is the cosine, ``None`` for nulls."""
    (i, j), (k, m) = edges.start[edge].tolist(), edges.stop[edge].tolist()
    return Bead(range(i, k), range(j, m), None if np.isnan(cosine) else cosine, confidence)


def _shifted(bead: Bead, source: int, target: int) -> Bead:
    """The same bead, its indices greater by ``source`` and ``target``."""
    return Bead(
        range(bead.source.start + source, bead.source.stop + source),
        range(bead.target.start + target, bead.target.stop + target),
        bead.score,
        bead.confidence,
    )

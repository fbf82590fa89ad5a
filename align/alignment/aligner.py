"""Align the sentences of two texts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

import numpy as np
from numpy.typing import NDArray

from align.alignment.bead import Alignment, Bead
from align.alignment.candidates import candidates, certain
from align.alignment.confidence import confidence_columns
from align.alignment.cosines import plain_cosines
from align.alignment.crossings import find_crossings, without_moved
from align.alignment.edges import Edges
from align.alignment.features.document_pair import Columns, DocumentPair
from align.alignment.features.matrix import feature_matrix, scattered, weighted_sums
from align.alignment.graph import Gaps, Graph
from align.alignment.method import FittedWeights, Method, best_beads
from align.alignment.rates import BeadRates
from align.alignment.validation import checked_fixed, encoded_sides
from align.alignment.weights import Weights
from align.embed.adapt import HasEncode, as_encoder
from align.embed.encoder import EMBEDDED, Encoder

ScoredRun = tuple[NDArray[np.float64], Gaps]
"""Log-score of each candidate, and of nulls that follow a null."""


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
    return align_with_weights(
        source, target, as_encoder(encoder), weights=FittedWeights(), config=config, fixed=fixed
    )


def align_with_weights(
    source: Sequence[str],
    target: Sequence[str],
    encoder: Encoder,
    *,
    weights: FittedWeights,
    config: AlignmentConfig = AlignmentConfig(),
    fixed: Sequence[Bead] = (),
) -> Alignment:
    """As :func:`align_sentences`, with other weights than those of the package: to measure a fit."""
    pair = DocumentPair.whitened(
        (source, target), encoded_sides(encoder, source, target), encoder, config.max_bead
    )
    kept = checked_fixed(fixed, len(source), len(target))
    align = partial(_beads, fixed=kept, config=config)
    found, unknown = best_beads(pair, align, config.max_bead, weights)
    if unknown is not None:
        return Alignment(tuple(found), len(source), len(target), unknown=unknown)

    def align_moved(part: DocumentPair) -> list[Bead]:
        return _beads_between(Method(part, part, weights.encoded), config)

    crossings = find_crossings(pair, found, align_moved, config.max_bead)
    beads = tuple(without_moved(found, crossings, kept))
    return Alignment(beads, len(source), len(target), crossings)


def _beads(method: Method, fixed: Sequence[Bead], config: AlignmentConfig) -> list[Bead]:
    """The fixed beads, and between them those that are found there."""
    found: list[Bead] = []
    i, j = 0, 0
    end = len(method.pair.source.sentences), len(method.pair.target.sentences)
    for bead in (*fixed, None):
        k, m = end if bead is None else (bead.source.start, bead.target.start)
        part = method.part(range(i, k), range(j, m), config.max_bead)
        found += [_shifted(between, i, j) for between in _beads_between(part, config)]
        if bead is not None:
            found.append(bead)
            i, j = bead.source.stop, bead.target.stop
    return found


def _beads_between(method: Method, config: AlignmentConfig) -> list[Bead]:
    """The beads of a text, or of what stands between two fixed beads."""
    pair, weights = method.pair, method.weights
    n, m = len(pair.source.sentences), len(pair.target.sentences)
    if not n or not m:
        return _nulls(n, m)
    edges = candidates(pair, weights.coarse, config.max_bead)
    graph = Graph(edges)
    features, posterior = second_pass(pair, graph, weights)
    chosen = graph.decode(posterior)
    found = edges.where(np.isin(np.arange(len(edges)), chosen))
    cosines = plain_cosines(method.encoded, found)
    of_chosen = {name: values[chosen] for name, values in features.items()}
    columns = confidence_columns(pair, found, posterior[chosen], of_chosen)
    confidence = weights.calibration.confidence(columns)
    return [
        _bead(edges, edge, float(cosine), float(probability))
        for edge, cosine, probability in zip(chosen, cosines, confidence, strict=True)
    ]


def _nulls(n_source: int, n_target: int) -> list[Bead]:
    """A null bead for each sentence of a text with one side: certain, as there is nothing to pair with."""
    sources = [Bead(range(i, i + 1), range(0), None, 1.0) for i in range(n_source)]
    return sources + [Bead(range(0), range(j, j + 1), None, 1.0) for j in range(n_target)]


def second_pass(pair: DocumentPair, graph: Graph, weights: Weights) -> tuple[Columns, NDArray[np.float64]]:
    """All features and the posterior of every candidate (fraction 0-1), shape ``(k,)`` each.

    A first run over all alignments shows how often each type of bead occurs in each region; the second one
    uses these rates. Candidates that are certain after the first pass are not scored again: their features
    are 0, and their doubt is the square of the first pass's, about what a second pass leaves of it.
    """
    edges = graph.edges
    uncertain = ~certain(pair, edges)
    columns: Columns = {}
    if uncertain.any():
        columns = scattered(feature_matrix(pair, edges.where(uncertain), weights.groups), uncertain)
    nothing = np.zeros(len(edges))
    first, fine = (
        (weighted_sums(columns, run.features) if columns else nothing, run.gaps)
        for run in (weights.first, weights.fine)
    )
    posterior = two_runs(graph, first, fine, weights.rates)
    return columns, np.where(uncertain, posterior, 1 - (1 - edges.posterior) ** 2)


def two_runs(graph: Graph, first: ScoredRun, second: ScoredRun, rates: BeadRates) -> NDArray[np.float64]:
    """The posterior of each bead at the rates of its region, which a first run estimates."""
    estimated = graph.posterior(*first).edges
    scores, gaps = second
    again = scores + rates.log_ratios(graph.edges, estimated)
    return graph.bead_posterior(graph.posterior(again, gaps).edges)


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

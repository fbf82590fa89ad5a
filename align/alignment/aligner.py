"""Sentences of two languages -> beads."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from align.alignment.band import Band
from align.alignment.bead import Alignment, Bead
from align.alignment.decode import best_path
from align.alignment.pooling import Matrix, Side
from align.alignment.posterior import likely_edges
from align.alignment.scoring import PooledScores
from align.embed.encoder import Encoder
from align.errors import InputError, ModelError

LEAST = 1e-4
"""Beads less probable than this (fraction 0-1) are not candidates."""


@dataclass(frozen=True)
class AlignmentConfig:
    """``max_bead``: sentences a bead may hold on one side."""

    max_bead: int = 8


def align_sentences(
    source: Sequence[str],
    target: Sequence[str],
    encoder: Encoder,
    *,
    languages: tuple[str, str],
    config: AlignmentConfig = AlignmentConfig(),
    fixed: Sequence[Bead] = (),
) -> Alignment:
    """Align two texts. ``languages``: ISO 639-1 of source and target. ``fixed``: beads that stay."""
    _ = languages
    vectors = [_vectors(encoder, side) for side in (source, target)]
    beads: list[Bead] = []
    i = j = 0
    for bead in (*_checked(fixed, len(source), len(target)), None):
        stop_i, stop_j = (bead.source.start, bead.target.start) if bead else (len(source), len(target))
        sides = [
            Side.of(
                rows[start:stop],
                np.array([len(text) for text in texts[start:stop]], dtype=np.int64),
                config.max_bead,
            )
            for rows, texts, start, stop in ((vectors[0], source, i, stop_i), (vectors[1], target, j, stop_j))
        ]
        beads += _gap(sides[0], sides[1], (i, j), config)
        if bead:
            beads.append(bead)
            i, j = bead.source.stop, bead.target.stop
    return Alignment(tuple(beads), len(source), len(target))


def _gap(source: Side, target: Side, origin: tuple[int, int], config: AlignmentConfig) -> list[Bead]:
    """The beads between two fixed ones; ``origin``: index of the first sentence of either side."""
    if not len(source) and not len(target):
        return []
    scores = PooledScores.of(source, target, config.max_bead)
    edges = likely_edges(Band.full(len(source), len(target)), scores, LEAST)
    sizes = (edges.stop - edges.start).sum(axis=1)
    chosen = best_path(edges, edges.posterior * sizes, (len(source), len(target)))
    beads = []
    for edge in chosen:
        (i, j), (k, m) = edges.start[edge].tolist(), edges.stop[edge].tolist()
        left, right = source.weighted[i:k].sum(axis=0), target.weighted[j:m].sum(axis=0)
        norm = float(np.linalg.norm(left) * np.linalg.norm(right))
        score = float(left @ right) / norm if norm else None
        rows, columns = range(i + origin[0], k + origin[0]), range(j + origin[1], m + origin[1])
        beads.append(Bead(rows, columns, score, float(edges.posterior[edge])))
    return beads


def _vectors(encoder: Encoder, texts: Sequence[str]) -> Matrix:
    """Unit vectors of the sentences; an encoder that gives anything else is named in the error."""
    vectors = np.asarray(encoder.encode(texts), dtype=np.float32) if texts else np.zeros((0, 1), np.float32)
    if vectors.ndim != 2 or len(vectors) != len(texts):
        raise ModelError(f"encoder {encoder.name}: expected {len(texts)} vectors, got shape {vectors.shape}")
    if not np.isfinite(vectors).all():
        raise ModelError(f"encoder {encoder.name}: vectors hold NaN or infinity")
    return vectors


def _checked(fixed: Sequence[Bead], n: int, m: int) -> Sequence[Bead]:
    i = j = 0
    for bead in fixed:
        if bead.source.start < i or bead.target.start < j or bead.source.stop > n or bead.target.stop > m:
            raise InputError(
                f"fixed beads must ascend on both sides and lie within {n} and {m} sentences; {bead} does not"
            )
        i, j = bead.source.stop, bead.target.stop
    return fixed

"""Check the input of the aligner; the messages name what is wrong and what to try."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from align.alignment.bead import Bead
from align.alignment.pooling import Matrix
from align.embed.adapt import checked_vectors
from align.embed.encoder import Encoder
from align.errors import InputError, ModelError


def encoded_sides(encoder: Encoder, source: Sequence[str], target: Sequence[str]) -> tuple[Matrix, Matrix]:
    """Unit vectors of both sides, float32, shape ``(n, dim)`` and ``(m, dim)``.

    Raises:
        ModelError: the encoder did not return one finite vector for each sentence, all of one dimension.
    """
    rows, columns = _encoded(encoder, source), _encoded(encoder, target)
    if source and target and rows.shape[1] != columns.shape[1]:
        raise ModelError(
            f"encoder {encoder.name}: expected vectors of one dimension, got {rows.shape[1]} for the source "
            f"and {columns.shape[1]} for the target; try another encoder"
        )
    return rows, columns


def _encoded(encoder: Encoder, texts: Sequence[str]) -> Matrix:
    """Unit vectors of the sentences, float32, shape ``(len(texts), dim)``; no texts have dimension 0."""
    if not texts:
        return np.zeros((0, 0), dtype=np.float32)
    return checked_vectors(encoder.name, texts, encoder.encode(texts))


def checked_fixed(fixed: Sequence[Bead], n_source: int, n_target: int) -> Sequence[Bead]:
    """The fixed beads as they are.

    Raises:
        InputError: one is outside the text, or does not come after the one before it on both sides.
    """
    i = j = 0
    for number, bead in enumerate(fixed):
        named = f"fixed bead {number} (source {_shown(bead.source)}, target {_shown(bead.target)})"
        if bead.source.stop > n_source or bead.target.stop > n_target:
            raise InputError(
                f"{named} leaves the text of {n_source} source and "
                f"{n_target} target sentences; fix only beads of this text"
            )
        if bead.source.start < i or bead.target.start < j:
            raise InputError(
                f"{named} overlaps or crosses the one before, which ends at "
                f"source {i}, target {j}; fix beads in order on both sides"
            )
        i, j = bead.source.stop, bead.target.stop
    return fixed


def _shown(sentences: range) -> str:
    """``3``, ``3-5``; of an empty range, the position."""
    if not sentences:
        return f"none, before {sentences.start}"
    return f"{sentences.start}-{sentences[-1]}" if len(sentences) > 1 else f"{sentences.start}"

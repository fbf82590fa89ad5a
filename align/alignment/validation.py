"""What the aligner refuses, in words that name the culprit."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from align.alignment.bead import Bead
from align.alignment.pooling import Matrix
from align.embed.encoder import Encoder
from align.errors import InputError, ModelError


def checked_sides(encoder: Encoder, source: Sequence[str], target: Sequence[str]) -> tuple[Matrix, Matrix]:
    """Unit vectors of both sides, of one dimension."""
    one, other = _checked(encoder, source), _checked(encoder, target)
    if source and target and one.shape[1] != other.shape[1]:
        raise ModelError(
            f"encoder {encoder.name}: expected vectors of one dimension, got {one.shape[1]} for the source "
            f"and {other.shape[1]} for the target; try another encoder"
        )
    return one, other


def _checked(encoder: Encoder, texts: Sequence[str]) -> Matrix:
    """Unit vectors of the sentences, float32, shape ``(len(texts), dim)``."""
    if not texts:
        return np.zeros((0, 0), dtype=np.float32)
    vectors = np.asarray(encoder.encode(texts), dtype=np.float32)
    if vectors.ndim != 2 or len(vectors) != len(texts):
        raise ModelError(
            f"encoder {encoder.name}: expected {len(texts)} vectors for {len(texts)} sentences, "
            f"got an array of shape {vectors.shape}; try another encoder"
        )
    bad = ~np.isfinite(vectors).all(axis=1)
    if bad.any():
        first = int(bad.argmax())
        raise ModelError(
            f"encoder {encoder.name}: {int(bad.sum())} of {len(texts)} vectors hold NaN or infinity, "
            f"the first for {texts[first][:40]!r}; try another encoder"
        )
    return vectors


def checked_fixed(fixed: Sequence[Bead], n_source: int, n_target: int) -> Sequence[Bead]:
    """The beads that stay, which must lie in the text and ascend on both sides."""
    i = j = 0
    for number, bead in enumerate(fixed):
        named = f"fixed bead {number} (source {_stretch(bead.source)}, target {_stretch(bead.target)})"
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


def _stretch(sentences: range) -> str:
    """``3``, ``3-5``; where it is empty, the place of the gap."""
    if not sentences:
        return f"none, before {sentences.start}"
    return f"{sentences.start}-{sentences[-1]}" if len(sentences) > 1 else f"{sentences.start}"

"""Confidence intervals of scores: percentile bootstrap over blocks of beads."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from align.evaluate.gold_bead import GoldBead, Index
from align.evaluate.prf import Counts


@dataclass(frozen=True)
class Interval:
    """The middle 95 per cent of the resampled scores (fractions 0-1)."""

    low: float
    high: float


def f1_interval(blocks: Mapping[Counts, int], *, draws: int = 1000, seed: int = 0) -> Interval | None:
    """95 % percentile interval of F1 (Efron, 1979).

    Blocks, not single beads, are drawn with replacement. A block is the smallest stretch with outer borders
    that gold and prediction share: its wrong and its missed beads are one mistake and are drawn together.
    Blocks with equal counts are interchangeable, so one multinomial draw gives how often each sort is drawn.

    Args:
        blocks: Counts of a block -> how often such a block occurs.
        draws: Bootstrap samples.
        seed: Of the random generator.

    Returns:
        ``None`` where there is no block.
    """
    if not blocks:
        return None
    sorts = sorted(blocks, key=lambda counts: tuple(vars(counts).values()))
    times = np.array([blocks[counts] for counts in sorts], dtype=np.int64)
    table = np.array([tuple(vars(counts).values()) for counts in sorts], dtype=np.int64)
    drawn = np.random.default_rng(seed).multinomial(times.sum(), times / times.sum(), size=draws)
    low, high = np.quantile(_f1(drawn @ table), [0.025, 0.975]).tolist()
    return Interval(low, high)


def _f1(counts: NDArray[np.int64]) -> NDArray[np.float64]:
    """F1 of each row ``right, wrong, found, missed``; 0 where it has no precision or no recall."""
    right, wrong, found, missed = counts.T
    precision = right / np.maximum(right + wrong, 1)
    recall = found / np.maximum(found + missed, 1)
    both = precision + recall
    return np.asarray(2 * precision * recall / np.where(both > 0, both, 1), dtype=np.float64)


def block_counts(gold: AbstractSet[GoldBead], predicted: AbstractSet[GoldBead]) -> Counter[Counts]:
    """The strict counts of each block, and how often they occur."""
    return Counter(_strict(gold & block, predicted & block) for block in _blocks(gold, predicted))


def _blocks(gold: AbstractSet[GoldBead], predicted: AbstractSet[GoldBead]) -> Iterator[set[GoldBead]]:
    """The beads of both, in groups that share no number with another group."""
    beads = gold | predicted
    index = Index.of(beads)
    remaining = dict.fromkeys(sorted(beads, key=lambda bead: (sorted(bead.source), sorted(bead.target))))
    while remaining:
        block, queue = set[GoldBead](), [next(iter(remaining))]
        while queue:
            bead = queue.pop()
            if bead not in block:
                block.add(bead)
                del remaining[bead]
                queue += index.sharing(bead) - block
        yield block


def _strict(gold: AbstractSet[GoldBead], predicted: AbstractSet[GoldBead]) -> Counts:
    paired = {bead for bead in gold if not bead.null}
    return Counts(
        right=len(predicted & gold),
        wrong=len(predicted - gold),
        found=len(paired & predicted),
        missed=len(paired - predicted),
    )

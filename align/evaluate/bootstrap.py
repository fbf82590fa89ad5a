"""How far a score could lie by chance: percentile bootstrap over blocks of beads."""

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
    """95 % percentile interval of F1 (Efron, 1979), ``None`` where there is nothing to draw.

    ``blocks``: how often a block with these counts occurs. Blocks, not single beads, are drawn with
    replacement: a block is the smallest stretch whose outer borders gold and prediction share, so its
    wrong and its missed beads, which are one mistake, are drawn together. Blocks with equal counts are
    interchangeable: one multinomial draw says how often each sort comes.
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
    """Links of both, in groups that share no number with another group."""
    everything = gold | predicted
    index = Index.of(everything)
    left = dict.fromkeys(sorted(everything, key=lambda link: (sorted(link.source), sorted(link.target))))
    while left:
        block, edge = set[GoldBead](), [next(iter(left))]
        while edge:
            link = edge.pop()
            if link not in block:
                block.add(link)
                del left[link]
                edge += index.touching(link) - block
        yield block


def _strict(gold: AbstractSet[GoldBead], predicted: AbstractSet[GoldBead]) -> Counts:
    paired = {link for link in gold if not link.null}
    return Counts(
        right=len(predicted & gold),
        wrong=len(predicted - gold),
        found=len(paired & predicted),
        missed=len(paired - predicted),
    )

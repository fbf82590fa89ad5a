"""Feature group: which words of the two sides translate each other."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from align.alignment.edges import Edges
from align.alignment.features.document_pair import Columns, DocumentPair
from align.alignment.features.word_gains import WordGains

Floats = NDArray[np.float64]
Window = tuple[range, range]
"""The source and the target sentences of a bead."""


def words(documents: DocumentPair, pairs: Edges) -> Columns:
    """Gains of the words of both sides (:mod:`align.alignment.features.word_gains`).

    ``words.gain``: their sum in nats. ``words.least-mean``: what the bead gains by the sentence that adds
    least, of a side with several sentences: the gains of its words, and those it adds to words of the other
    side, by the square root of its number of words; 0 for beads of one sentence a side.
    ``words.behind-share``: by how much sentences beside the other side explain words better than the other
    side, by the number of words.
    """
    gains = WordGains(documents.source.sentences, documents.target.sentences, documents.encoder)
    gains.expect(*(_touched(pairs, side, gains.sentences(side)) for side in (0, 1)))
    rows = [
        _features(gains, (range(i, k), range(j, m)))
        for (i, j), (k, m) in zip(pairs.start.tolist(), pairs.stop.tolist(), strict=True)
    ]
    names = ("gain", "least-mean", "behind-share")
    values = np.array(rows, dtype=np.float64).reshape(-1, len(names)).T
    return dict(zip([f"words.{name}" for name in names], values, strict=True))


def _touched(pairs: Edges, side: int, count: int) -> list[int]:
    """The sentences of one side in the beads and beside them; ``count``: those of the side."""
    bounds = np.stack([pairs.start[:, side] - 1, pairs.stop[:, side] + 1], axis=1).clip(0, count)
    changes = np.zeros(count + 1, dtype=np.int64)
    np.add.at(changes, bounds[:, 0], 1)
    np.add.at(changes, bounds[:, 1], -1)
    return np.flatnonzero(np.cumsum(changes[:-1])).tolist()


def _features(gains: WordGains, window: Window) -> tuple[float, float, float]:
    """The features of one bead, in the order of :func:`words`."""
    own = [[gains.gains(side, at, window[1 - side]) for at in window[side]] for side in (0, 1)]
    sentences = own[0] + own[1]
    total = float(sum(of_words.sum() for of_words in sentences))
    behind = sum(_behind(gains, window, side, at, own) for side in (0, 1) for at in range(len(own[side])))
    return total, _least(gains, window, own), behind / (sum(map(len, sentences)) + 1)


def _least(gains: WordGains, window: Window, own: list[list[Floats]]) -> float:
    """``words.least-mean`` of a bead."""
    found = [
        _added(gains, window, side, at, own) / np.sqrt(len(own[side][at]) + 1)
        for side in (0, 1)
        if len(window[side]) > 1
        for at in range(len(window[side]))
    ]
    return min(found, default=0.0)


def _added(gains: WordGains, window: Window, side: int, at: int, own: list[list[Floats]]) -> float:
    """What the bead gains by one sentence, the ``at``-th of a side: by its words and by their partners."""
    rest = [sentence for sentence in window[side] if sentence != window[side][at]]
    others = sum(
        float(with_it.sum() - gains.gains(1 - side, other, rest).sum())
        for other, with_it in zip(window[1 - side], own[1 - side], strict=True)
    )
    return float(own[side][at].sum()) + others


def _behind(gains: WordGains, window: Window, side: int, at: int, own: list[list[Floats]]) -> float:
    """Of one sentence, what its words gain by a sentence beside the other side, beyond what they have."""
    other = window[1 - side]
    most = np.zeros(len(own[side][at]))
    for beside in (other.start - 1, other.stop):
        if 0 <= beside < gains.sentences(1 - side):
            by_it = gains.gains(side, window[side][at], (beside,))
            most = np.maximum(most, by_it - np.maximum(own[side][at], 0.0))
    return float(most.sum())

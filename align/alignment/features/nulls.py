"""Feature groups: which sentences are likely to have no partner."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from align.alignment.edges import Edges
from align.alignment.features.document_pair import NEAR, Columns, DocumentPair
from align.alignment.features.punctuation import end_mark, ends_marked, in_capitals

Lone = tuple[int, int, int]
"""A sentence without a partner: its side (0 source, 1 target), its index, and the position of its null bead
on the other side."""


def nulls(pair: DocumentPair, edges: Edges) -> Columns:
    """Properties of single unpaired sentences.

    ``null.one``: 1 for each. ``null.length``: logarithm of the number of characters. ``null.noise``: share
    of characters that are no letters. ``null.capitals``: whether all letters are capitals. ``null.open``:
    whether it ends without punctuation, as captions and page headers do, where other sentences do not.
    """
    of_source = edges.sizes[:, 0] > 0
    marked = np.where(of_source, *(ends_marked(side.sentences) for side in (pair.source, pair.target)))
    texts = [(pair.source, pair.target)[side].sentences[at] for side, at, _ in _lone(edges)]
    letters = np.array([sum(map(str.isalpha, text)) for text in texts], dtype=np.float64)
    characters = np.array([len(text) for text in texts], dtype=np.float64)
    return {
        "null.one": np.ones(len(edges)),
        "null.length": np.log(characters + 1),
        "null.noise": 1 - letters / np.maximum(characters, 1),
        "null.capitals": np.array([float(in_capitals(text)) for text in texts]),
        "null.open": marked * np.array([float(not end_mark(text)) for text in texts]),
    }


def answered(pair: DocumentPair, edges: Edges) -> Columns:
    """Whether an unpaired sentence belongs to a bead beside it all the same.

    ``answered.cosine``: its cosine with the sentence of the other side before or after it, the greater of the
    two. ``answered.lead``: the same less the greatest cosine with a sentence of the other side that stands
    near; 0 where no other sentence is a better partner.
    """
    lone = list(_lone(edges))
    best = _best_cosines(pair, lone)
    cosines = np.array([_cosine(pair, one) for one in lone], dtype=np.float64)
    greatest = np.array([best[one[:2]] for one in lone], dtype=np.float64)
    return {"answered.cosine": cosines, "answered.lead": cosines - greatest}


def _lone(edges: Edges) -> Iterator[Lone]:
    """The sentence of each null bead."""
    for (i, j), (k, _) in zip(edges.start.tolist(), edges.stop.tolist(), strict=True):
        yield (0, i, j) if k > i else (1, j, i)


def _best_cosines(pair: DocumentPair, lone: Sequence[Lone]) -> dict[tuple[int, int], float]:
    """Of each sentence (side, index), its greatest cosine with a sentence near it on the other side."""
    positions: dict[tuple[int, int], list[int]] = {}
    for side, at, position in lone:
        positions.setdefault((side, at), []).append(position)
    texts = pair.source.vectors, pair.target.vectors
    best = {}
    for (side, at), places in positions.items():
        near = texts[1 - side][max(min(places) - NEAR, 0) : max(places) + NEAR]
        best[side, at] = float((near @ texts[side][at]).max()) if len(near) else 0.0
    return best


def _cosine(pair: DocumentPair, lone: Lone) -> float:
    """``answered.cosine`` of one sentence; 0 where nothing stands beside it."""
    side, at, position = lone
    texts = pair.source.vectors, pair.target.vectors
    beside = texts[1 - side][max(position - 1, 0) : position + 1]
    return float((beside @ texts[side][at]).max()) if len(beside) else 0.0

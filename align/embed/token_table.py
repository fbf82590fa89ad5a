"""What the network computes of each token alone, kept for the tokens that were met last.

The first convolution is a sum of products, one for each token that it spans. Such a product depends on one
token only, and texts repeat their tokens: the table holds the products, and the convolution adds its rows.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from threading import Lock

import numpy as np
from numpy.typing import NDArray

from align.embed.fixed_products import Floats, product
from align.embed.layer_norm import standardise
from align.embed.use_weights import DIM, ORDERS, UseWeights

Ids = NDArray[np.int64]

BRANCH = 256
"""Features of each branch."""
REACH = {2: (0, 1), 3: (1, 1), 5: (2, 2)}
"""Tokens before and after that a convolution sees, by its order."""
WIDEST = max(map(max, REACH.values()))
"""The most of them on one side."""
NO_TOKEN = -1
"""Stands at an empty position of a stream of tokens."""
ROOM = 4096
"""Tokens that are kept, 15 KB each; when all places are taken, half of them become free."""
EMPTY_ROW, UNKNOWN = 0, -1
"""Row of an empty position, all zeros, and what stands for the row of a token that is not in the table."""


@dataclass(frozen=True, eq=False)
class FirstLayer:
    """The first layer at some positions: the vectors of their tokens, and each branch by its order."""

    vectors: Floats
    branches: dict[int, Floats]


class TokenTable:
    """The rows of some tokens. Threads may share it; what it returns does not depend on what is kept."""

    def __init__(self, weights: UseWeights) -> None:
        self._weights = weights
        self._projection = tuple(
            np.concatenate([weights.dense[f"{stem}{order}"] for order in ORDERS], axis=-1)
            for stem in ("proj", "proj_b", "ln_g", "ln_b")
        )
        self._lock = Lock()
        self._row_of = np.full(weights.codes.shape[0] * weights.codes.shape[1] + 1, UNKNOWN, dtype=np.int64)
        self._row_of[NO_TOKEN] = EMPTY_ROW
        self._free = np.arange(1, ROOM + 1)
        self._token_of = np.full(ROOM + 1, NO_TOKEN, dtype=np.int64)
        self._last_use, self._uses = np.zeros(ROOM + 1, dtype=np.int64), 0
        self._vectors = np.zeros((ROOM + 1, DIM), dtype=np.float32)
        self._inputs = {order: np.zeros((ROOM + 1, BRANCH), dtype=np.float32) for order in ORDERS}
        self._taps = {order: np.zeros((order, ROOM + 1, BRANCH), dtype=np.float32) for order in ORDERS}

    def prepare(self, tokens: Ids) -> None:
        """Compute the rows of many tokens at once, as far as half of the table has room for them."""
        with self._lock:
            self._rows(np.unique(tokens)[: ROOM // 2])

    def first_layer(self, stream: Ids, positions: Ids) -> FirstLayer:
        """The first layer at ``positions`` of a stream; the two tokens before and behind each are in it."""
        with self._lock:
            rows = self._rows(stream)
            own = rows[positions]
            branches = {order: self._residual(order, rows, positions) for order in ORDERS}
            return FirstLayer(self._vectors[own], branches)

    def _residual(self, order: int, rows: Ids, positions: Ids) -> Floats:
        """``relu(convolution) + inputs`` of one branch, shape ``(len(positions), 256)``."""
        first = positions - REACH[order][0]
        total: Floats = self._taps[order][0].take(rows[first], axis=0)
        for shift in range(1, order):
            total += self._taps[order][shift].take(rows[first + shift], axis=0)
        np.maximum(total, 0, out=total)
        total += self._inputs[order].take(rows[positions], axis=0)
        return total

    def _rows(self, tokens: Ids) -> Ids:
        """The row of each token; those that are missing are computed."""
        rows = self._row_of[tokens]
        self._uses += 1
        missing = rows == UNKNOWN
        self._last_use[rows[~missing]] = self._uses
        if missing.any():
            self._add(np.unique(tokens[missing]))
            rows = self._row_of[tokens]
        return rows

    def _add(self, tokens: Ids) -> None:
        """Compute the rows of new tokens."""
        if len(tokens) > len(self._free):
            self._forget()
        rows, self._free = self._free[: len(tokens)], self._free[len(tokens) :]
        self._row_of[tokens], self._token_of[rows], self._last_use[rows] = rows, tokens, self._uses
        self._vectors[rows] = vectors = self._token_vectors(tokens)
        for order, inputs in zip(ORDERS, self._branch_inputs(vectors), strict=True):
            self._inputs[order][rows] = inputs
            for shift, tap in enumerate(np.split(self._weights.dense[f"w1_{order}"], order)):
                self._taps[order][shift, rows] = product(inputs, tap)
            self._taps[order][REACH[order][0], rows] += self._weights.dense[f"b1_{order}"]

    def _forget(self) -> None:
        """Free the half of the rows that were used longest ago."""
        taken = np.flatnonzero(self._token_of != NO_TOKEN)
        oldest = taken[np.argsort(self._last_use[taken], kind="stable")[: ROOM // 2]]
        self._row_of[self._token_of[oldest]] = UNKNOWN
        self._token_of[oldest] = NO_TOKEN
        self._free = np.concatenate([self._free, oldest])

    def _token_vectors(self, tokens: Ids) -> Floats:
        """Token vectors, shape ``(len(tokens), 512)``, from their 6-bit codes."""
        codes, scale, low = self._weights.codes, self._weights.scale, self._weights.low
        block, row = tokens % len(codes), tokens // len(codes)
        vectors: Floats = codes[block, row] * scale[block, None] + low[block, None]
        return vectors

    def _branch_inputs(self, vectors: Floats) -> Sequence[Floats]:
        """What each branch makes of the token vectors, shape ``(len(vectors), 256)``."""
        projection, bias, gain, shift = self._projection
        inputs = product(vectors, projection) + bias
        standardise(inputs, self._weights.epsilon)
        parts = np.split(inputs * gain + shift, len(ORDERS), axis=1)
        return [np.ascontiguousarray(part) for part in parts]

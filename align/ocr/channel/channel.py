"""The noisy channel: what it costs, in nats, that a typed text was read as another.

Costs are found by the weighted edit distance with substitutions, deletions, insertions, two characters
read as one and one read as two (Brill & Moore 2000). :mod:`align.ocr.channel.engines` gives the costs of an
unknown document; :mod:`align.ocr.channel.adaptation` moves them towards the errors of one document.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import accumulate
from typing import Self

import numpy as np
from numpy.typing import NDArray

from align.ocr.channel.code_points import code_points
from align.user_cache import Arrays

Edit = tuple[str, str]
"""What was typed, and what it was read as; one of the two may be empty."""


@dataclass(frozen=True, eq=False)
class Channel:
    """Costs in nats, float32, by codes of characters.

    ``substitute[typed, read]``, ``delete[typed]``, ``insert[read]``; ``merge[a, b, read]``: two characters
    read as one, ``split[typed, a, b]``: one read as two. ``alphabet`` holds the codes of characters; code 0
    is any other. Characters that can be one of a pair have the lowest codes; the last row of ``merge`` and
    ``split`` is for all others.
    """

    alphabet: Mapping[str, int]
    substitute: NDArray[np.float32]
    delete: NDArray[np.float32]
    insert: NDArray[np.float32]
    merge: NDArray[np.float32]
    split: NDArray[np.float32]

    @classmethod
    def of(cls, arrays: Arrays) -> Self:
        """From :attr:`arrays`."""
        alphabet = {chr(point): code for code, point in enumerate(arrays["alphabet"].tolist(), start=1)}
        return cls(alphabet, **{name: arrays[name] for name in TABLES})

    @property
    def arrays(self) -> Arrays:
        """The tables, and the code points of the alphabet in the order of their codes."""
        points = np.array([*map(ord, self.alphabet)], dtype=np.uint32)
        return {"alphabet": points, **{name: getattr(self, name) for name in TABLES}}

    @cached_property
    def codes(self) -> NDArray[np.int16]:
        """The code of each code point up to the table's last; one more, 0, for all beyond."""
        codes = np.zeros(max(map(ord, self.alphabet)) + 2, dtype=np.int16)
        codes[[ord(character) for character in self.alphabet]] = list(self.alphabet.values())
        return codes

    def copy(self) -> Channel:
        """A channel with tables of its own, which can be changed."""
        other = replace(self, **{name: getattr(self, name).copy() for name in TABLES})
        other.__dict__["codes"] = self.codes  # the same alphabet
        return other

    def encode(self, text: str) -> NDArray[np.int16]:
        """The codes of a text's characters."""
        return self._codes_of(code_points([text], len(text))[0])

    def _codes_of(self, points: NDArray[np.uint32]) -> NDArray[np.int16]:
        """The codes of code points, of whatever shape."""
        return self.codes[np.minimum(points, len(self.codes) - 1)]

    def costs(self, typed: Sequence[str], read: Sequence[str]) -> NDArray[np.float32]:
        """Nats for each pair ``typed[i]`` read as ``read[i]``; 0 for no error at all."""
        if len(typed) < FEW:
            return np.array(
                [self.prefix_costs(a, b)[-1][-1] for a, b in zip(typed, read, strict=True)], np.float32
            )
        return self.batch_costs(typed, read)

    def batch_costs(self, typed: Sequence[str], read: Sequence[str]) -> NDArray[np.float32]:
        """The same in one way for many pairs and few: the cost of a pair does not depend on the others."""
        out = np.zeros(len(typed), dtype=np.float32)
        order = sorted(range(len(typed)), key=lambda i: (len(typed[i]), len(read[i])))
        for start in range(0, len(order), BATCH):
            rows = order[start : start + BATCH]
            tables = self.batch_prefix_costs([typed[i] for i in rows], [read[i] for i in rows])
            ends = ([len(typed[i]) for i in rows], [len(read[i]) for i in rows])
            out[rows] = tables[ends[0], ends[1], np.arange(len(rows))]
        return out

    def prefix_costs(self, typed: str, read: str) -> list[list[float]]:
        """The cost of every prefix pair of one pair of texts."""
        t, o = self.encode(typed), self.encode(read)
        pairs_t, pairs_o = self._paired(t), self._paired(o)
        substitute = self.substitute[np.ix_(t, o)]
        same = _folded(code_points([read], len(read))) == _folded(code_points([typed], len(typed))).T
        substitute = np.where(same, np.float32(0), substitute).tolist()
        delete, insert = self.delete[t].tolist(), self.insert[o].tolist()
        merge = self.merge[pairs_t[:-1, None], pairs_t[1:, None], o].tolist()
        split = self.split[t[:, None], pairs_o[:-1], pairs_o[1:]].tolist()
        table = [list(accumulate(insert, initial=0.0))]
        for i in range(len(typed)):
            above, row = table[i], [table[i][0] + delete[i]]
            for j in range(len(read)):
                best = min(above[j + 1] + delete[i], row[j] + insert[j], above[j] + substitute[i][j])
                if i:
                    best = min(best, table[i - 1][j] + merge[i - 1][j])
                if j:
                    best = min(best, above[j - 1] + split[i][j - 1])
                row.append(best)
            table.append(row)
        return table

    def batch_prefix_costs(self, typed: Sequence[str], read: Sequence[str]) -> NDArray[np.float32]:
        """The costs of every prefix pair of many pairs, ``(longest typed + 1, longest read + 1, n)``."""
        typed_points, read_points = _points(typed), _points(read)
        t, o = self._codes_of(typed_points), self._codes_of(read_points)
        same = _folded(typed_points)[:, None, :] == _folded(read_points)[None, :, :]
        substitute, merge, split = self._steps(t, o)
        substitute[same] = 0
        insert = self.insert[o]
        table = np.empty((t.shape[0] + 1, o.shape[0] + 1, len(typed)), dtype=np.float32)
        table[0, 0] = 0
        table[0, 1:] = np.cumsum(insert, axis=0)
        for i in range(1, t.shape[0] + 1):
            row, above = table[i], table[i - 1]
            np.add(above, self.delete[t[i - 1]], out=row)
            np.minimum(row[1:], above[:-1] + substitute[i - 1], out=row[1:])
            np.minimum(row[2:], above[:-2] + split[i - 1], out=row[2:])
            if i > 1:
                np.minimum(row[1:], table[i - 2, :-1] + merge[i - 2], out=row[1:])
            for j in range(1, len(row)):
                np.minimum(row[j], row[j - 1] + insert[j - 1], out=row[j])
        return table

    def _steps(
        self, t: NDArray[np.int16], o: NDArray[np.int16]
    ) -> tuple[NDArray[np.float32], NDArray[np.float32], NDArray[np.float32]]:
        """The costs of substitutions, merges and splits of codes, ``(n_typed, n_read, n)`` or one less."""
        letters, paired = len(self.insert), self.split.shape[1]
        typed, read = t[:, None].astype(np.int64), o[None].astype(np.int64)
        pairs_t, pairs_o = (np.minimum(codes, paired - 1) for codes in (typed, read))
        merged = (pairs_t[:-1] * paired + pairs_t[1:]) * letters + read
        divided = (typed * paired + pairs_o[:, :-1]) * paired + pairs_o[:, 1:]
        return (
            self.substitute.ravel().take(typed * letters + read),
            self.merge.ravel().take(merged),
            self.split.ravel().take(divided),
        )

    def _paired(self, codes: NDArray[np.int16]) -> NDArray[np.int16]:
        """Codes as rows of ``merge`` and ``split``."""
        return np.minimum(codes, np.int16(self.split.shape[1] - 1))

    def best_edits(self, typed: str, read: str) -> list[Edit]:
        """The cheapest way to read one as the other, left to right, unchanged characters included."""
        return self._path(typed, read, self.prefix_costs(typed, read))

    def best_edits_batch(self, typed: Sequence[str], read: Sequence[str]) -> list[list[Edit]]:
        """The cheapest edits of many pairs; pairs of one length are computed together."""
        found: list[list[Edit]] = [[] for _ in typed]
        order = sorted(range(len(typed)), key=lambda i: (len(typed[i]), len(read[i])))
        for start in range(0, len(order), PATHS):
            rows = order[start : start + PATHS]
            tables = self.batch_prefix_costs([typed[i] for i in rows], [read[i] for i in rows])
            for number, i in enumerate(rows):
                found[i] = self._path(typed[i], read[i], tables[:, :, number].tolist())
        return found

    def _path(self, typed: str, read: str, table: Sequence[Sequence[float]]) -> list[Edit]:
        """The cheapest way through a table of the costs of prefixes."""
        i, j, path = len(typed), len(read), []
        while i or j:
            if i and j and typed[i - 1] == read[j - 1] and table[i][j] == table[i - 1][j - 1]:
                i, j = i - 1, j - 1
                path.append((typed[i], read[j]))
                continue
            a, b = min(
                ((a, b) for a, b in STEPS if a <= i and b <= j),
                key=lambda step: (
                    table[i - step[0]][j - step[1]]
                    + self.edit_cost(typed[i - step[0] : i], read[j - step[1] : j])
                ),
            )
            path.append((typed[i - a : i], read[j - b : j]))
            i, j = i - a, j - b
        return path[::-1]

    def edit_cost(self, typed: str, read: str) -> float:
        """Nats of a single edit."""
        if typed == read or (
            len(typed) == len(read) == 1
            and EQUIVALENT_LETTERS.get(typed, typed) == EQUIVALENT_LETTERS.get(read, read)
        ):
            return 0.0
        table, place = self.cell(typed, read)
        return float(table[place])

    def cell(self, typed: str, read: str) -> tuple[NDArray[np.float32], tuple[int, ...]]:
        """The table that holds the cost of an edit, and its place in the table."""
        t = [self.alphabet.get(character, 0) for character in typed]
        o = [self.alphabet.get(character, 0) for character in read]
        last = self.split.shape[1] - 1
        match len(t), len(o):
            case 1, 1:
                return self.substitute, (t[0], o[0])
            case 1, 0:
                return self.delete, (t[0],)
            case 0, 1:
                return self.insert, (o[0],)
            case 2, 1:
                return self.merge, (min(t[0], last), min(t[1], last), o[0])
            case _:
                return self.split, (t[0], min(o[0], last), min(o[1], last))


BATCH, FEW, PATHS = 1000, 3, 500
"""Pairs whose costs, or edits, are computed together; fewer than ``FEW`` are faster one by one."""
TABLES = ("substitute", "delete", "insert", "merge", "split")
STEPS = ((1, 1), (1, 0), (0, 1), (2, 1), (1, 2))
"""Characters typed and read in one edit."""


def _points(texts: Sequence[str]) -> NDArray[np.uint32]:
    """Code points, shape ``(longest, n)``, padded with 0."""
    width = max(map(len, texts), default=0) or 1
    return np.ascontiguousarray(code_points(texts, width).T)


EQUIVALENT_LETTERS = {"ё": "е", "Ё": "Е"}
"""Letters that print does not keep apart."""


def _folded(points: NDArray[np.uint32]) -> NDArray[np.uint32]:
    """Code points, each letter of :data:`EQUIVALENT_LETTERS` as the other."""
    for letter, other in EQUIVALENT_LETTERS.items():
        points = np.where(points == ord(letter), np.uint32(ord(other)), points)
    return points

"""The forms of a language, searched by edit distance.

A word of which ``k`` letters were changed, lost or added keeps one of any ``k + 1`` of its parts that do not
overlap (the pigeonhole principle; Navarro 2001, "A guided tour to approximate string matching"). So the
forms are listed by the pairs and triples of letters that they have, with their places; for a word a few lists
are read, and the forms in them are measured. Words too short for that are compared with all forms of such
lengths.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import accumulate, pairwise
from sys import intern
from typing import Any

import numpy as np
from numpy.typing import NDArray

from align.ocr.channel.code_points import code_points
from align.user_cache import Arrays

Rows = NDArray[np.int64]

PARTS = (3, 2)
"""Letters of the parts that are listed; the longer ones are used where the word has enough of them."""

NO_KEY = 0
"""The key of no list: a form has two letters or more where it has a part."""

KEPT = 1 << 14
"""Words that have their near forms kept: the next documents have many of them again."""

HASHES = 1 << 16
"""Different parts; two that share a number cost time only."""


@dataclass(frozen=True, eq=False)
class EditIndex:
    """Forms in the order of their lengths, and within one as they were given.

    Attributes:
        points: Code points of all forms, one behind the other, uint32.
        bounds: The first form of each length, int64, shape ``(MAX_LENGTH + 1,)``.
        masks: Bit ``code point mod 64`` of each letter of a form, uint64, shape ``(n_forms,)``.
        keys: For each number of letters of a part: the different keys of the parts, sorted, uint64.
        starts: Likewise: where the list of each key begins in ``rows``, and the end, int64.
        rows: Likewise: the numbers of the forms, list after list, int32.
    """

    MAX_LENGTH = 30

    points: NDArray[np.uint32]
    bounds: NDArray[np.int64]
    masks: NDArray[np.uint64]
    keys: tuple[NDArray[np.uint64], ...]
    starts: tuple[NDArray[np.int64], ...]
    rows: tuple[NDArray[np.int32], ...]
    _texts: dict[int, str] = field(default_factory=dict, repr=False)

    @classmethod
    def build(cls, forms: Sequence[str]) -> EditIndex:
        """Build from distinct forms, each shorter than :data:`MAX_LENGTH`."""
        return cls.of(cls.arrays(forms))

    @classmethod
    def of(cls, arrays: Arrays) -> EditIndex:
        """From what :meth:`arrays` gives."""
        keys, starts, rows = (
            tuple(arrays[f"{name}{part}"] for part in PARTS) for name in ("keys", "starts", "rows")
        )
        return cls(arrays["points"], arrays["bounds"], arrays["masks"], keys, starts, rows)

    @classmethod
    def arrays(cls, forms: Sequence[str]) -> dict[str, NDArray[Any]]:
        """The arrays of distinct forms, each shorter than :data:`MAX_LENGTH`."""
        lengths: list[list[str]] = [[] for _ in range(cls.MAX_LENGTH)]
        for form in forms:
            lengths[len(form)].append(form)
        points = [code_points(own, length) for length, own in enumerate(lengths)]
        bounds = np.array([0, *accumulate(map(len, lengths))], dtype=np.int64)
        found: dict[str, NDArray[Any]] = {
            "points": np.concatenate([own.ravel() for own in points]),
            "bounds": bounds,
            "masks": np.concatenate([letter_masks(own) for own in points]),
        }
        for part in PARTS:
            keys, starts, rows = _lists(points, bounds, part)
            found |= {f"keys{part}": keys, f"starts{part}": starts, f"rows{part}": rows}
        return found

    @lru_cache(maxsize=KEPT)  # noqa: B019 - an index is kept as long as the process
    def within_distance(self, word: str, distance: int) -> tuple[str, ...]:
        """The forms within this Levenshtein distance, the nearest first."""
        from rapidfuzz import process
        from rapidfuzz.distance import Levenshtein

        choices = self.forms(self._possible(word, distance))
        found = process.extract(word, choices, scorer=Levenshtein.distance, score_cutoff=distance, limit=None)
        return tuple(form for form, _, _ in found)

    def forms(self, rows: Rows) -> list[str]:
        """The forms of these numbers, which ascend."""
        found: list[str] = []
        places = np.searchsorted(rows, self.bounds).tolist()
        for length, (start, stop) in enumerate(pairwise(places)):
            if stop > start:
                text, first = self._text(length), int(self.bounds[length])
                ats = ((rows[start:stop] - first) * length).tolist()
                found += [intern(text[at : at + length]) for at in ats]  # the lists of short words share most
        return found

    def _text(self, length: int) -> str:
        """All forms of a length, one behind the other."""
        if length not in self._texts:
            before = sum(n * int(self.bounds[n + 1] - self.bounds[n]) for n in range(length))
            count = length * int(self.bounds[length + 1] - self.bounds[length])
            self._texts[length] = self.points[before : before + count].tobytes().decode("utf-32-le")
        return self._texts[length]

    def _possible(self, word: str, distance: int) -> Rows:
        """Numbers of forms, ascending, among which are all within the distance."""
        own = letter_masks(code_points([word], len(word)))[0]
        for number, part in enumerate(PARTS):
            if len(word) >= part * (distance + 1):
                rows = self._listed(number, part, word, distance)
                return np.unique(rows[_within(self.masks[rows], own, distance, distance)])
        found = [np.zeros(0, np.int64)]
        for grown in range(max(-distance, -len(word)), distance + 1):
            length = min(len(word) + grown, self.MAX_LENGTH - 1)
            first, stop = int(self.bounds[length]), int(self.bounds[length + 1])
            lost, added = distance - max(grown, 0), distance - max(-grown, 0)
            found.append(first + _within(self.masks[first:stop], own, added, lost))
        return np.concatenate(found)

    def _listed(self, number: int, part: int, word: str, distance: int) -> Rows:
        """The forms that have a part of the word, as far from its place as the edits can move it."""
        codes = _hashes(code_points([word], len(word)), part)[0].tolist()
        own, starts = self.keys[number], self.starts[number]
        if not len(own):
            return np.zeros(0, np.int64)
        lists: list[NDArray[np.int32]] = []
        for stretch in range(distance + 1):
            first, stop = (len(word) * at // (distance + 1) for at in (stretch, stretch + 1))
            places = range(first, stop - part + 1)
            keys = np.array([list(_keys(codes[at], at, len(word), distance)) for at in places], np.uint64)
            at = np.minimum(np.searchsorted(own, keys), len(own) - 1)
            sizes = np.where(own[at] == keys, starts[at + 1] - starts[at], 0)
            best = int(sizes.sum(axis=1).argmin())
            lists += [
                self.rows[number][starts[one] : starts[one + 1]]
                for one, size in zip(at[best].tolist(), sizes[best].tolist(), strict=True)
                if size
            ]
        return np.concatenate(lists).astype(np.int64) if lists else np.zeros(0, np.int64)


def _keys(code: int, place: int, length: int, distance: int) -> Iterator[int]:
    """The keys of a part of a word, by how many letters the edits before it and all edits add."""
    for grown in range(-distance, distance + 1):
        for moved in range(-distance, distance + 1):
            if abs(moved) + abs(grown - moved) <= distance:
                yield _key(length + grown, place + moved, code) if place + moved >= 0 else NO_KEY


def _key(length: int, place: int, code: int) -> int:
    return (length * EditIndex.MAX_LENGTH + place) * HASHES + code


def _lists(
    points: Sequence[NDArray[np.uint32]], bounds: NDArray[np.int64], part: int
) -> tuple[NDArray[np.uint64], NDArray[np.int64], NDArray[np.int32]]:
    """The lists of all forms by the key of a part."""
    keys, rows = [np.zeros(0, np.uint64)], [np.zeros(0, np.int32)]
    for length, own in enumerate(points):
        codes = _hashes(own, part)
        firsts = [_key(length, place, 0) for place in range(codes.shape[1])]
        keys.append((codes + np.array(firsts, dtype=np.uint64)).ravel())
        numbers = np.arange(bounds[length], bounds[length + 1], dtype=np.int32)
        rows.append(np.repeat(numbers, codes.shape[1]))
    whole, numbers = np.concatenate(keys), np.concatenate(rows)
    order = np.argsort(whole, kind="stable")
    found, starts = np.unique(whole[order], return_index=True)
    return found, np.append(starts, len(order)).astype(np.int64), numbers[order]


def _hashes(points: NDArray[np.uint32], part: int) -> NDArray[np.uint64]:
    """A number for each part of each form, shape ``(n, length - part + 1)``; none where it is too short."""
    width = max(points.shape[1] - part + 1, 0)
    found = np.zeros((len(points), width), dtype=np.uint64)
    for at in range(part):
        found = found * np.uint64(8191) + points[:, at : at + width]
    return found % np.uint64(HASHES)


def letter_masks(points: NDArray[np.uint32]) -> NDArray[np.uint64]:
    """Bit ``code point mod 64`` for each character of each form, shape ``(n,)``."""
    bits = np.left_shift(np.uint64(1), (points % 64).astype(np.uint64))
    masks: NDArray[np.uint64] = np.bitwise_or.reduce(bits, axis=1)
    return masks


def _within(masks: NDArray[np.uint64], own: np.uint64, added: int, lost: int) -> Rows:
    """Numbers of the masks that have, and lack, so many bits at most: an edit brings and takes one each.

    Each letter by which a form is longer takes an edit that takes no bit, and likewise where it is shorter.
    """
    rows = np.flatnonzero(np.bitwise_count(masks & ~own) <= added)
    found: Rows = rows[np.bitwise_count(own & ~masks[rows]) <= lost]
    return found

"""The forms of a language, searched by edit distance."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True, eq=False)
class EditIndex:
    """Forms in groups of one length and the same common letters, each with its letters as a bit mask.

    One edit takes at most one letter away and brings at most one, so forms that lack or have more of them
    cannot be within the distance: first whole groups are left out, then forms, and few forms are left to be
    measured one by one. ``common``: the bits that distinguish groups;
    ``keys``: those of each group; ``starts``: where each group begins, and the end; ``bounds``: the first
    group of each length.
    """

    MAX_LENGTH = 30
    TELLING = 12

    forms: NDArray[np.object_]
    masks: NDArray[np.uint64]
    common: np.uint64
    keys: NDArray[np.uint64]
    starts: NDArray[np.int64]
    bounds: tuple[int, ...]

    @classmethod
    def build(cls, forms: Sequence[str]) -> EditIndex:
        """Build from distinct forms."""
        lengths = np.fromiter(map(len, forms), dtype=np.int64, count=len(forms))
        order = np.argsort(lengths, kind="stable")
        ordered, lengths = np.array(forms, dtype=object)[order], lengths[order]
        ends = np.searchsorted(lengths, np.arange(cls.MAX_LENGTH + 8))
        masks = np.concatenate([_masks(ordered[a:b].tolist(), n) for n, (a, b) in enumerate(pairwise(ends))])
        common = _commonest(masks, cls.TELLING)
        order = np.lexsort((masks & common, lengths))
        keys, lengths = (masks & common)[order], lengths[order]
        starts = np.flatnonzero(np.r_[True, (np.diff(lengths) != 0) | (keys[1:] != keys[:-1])])
        starts = starts[starts < len(keys)]
        bounds = np.searchsorted(lengths[starts], np.arange(cls.MAX_LENGTH + 8))
        return cls(
            ordered[order],
            masks[order],
            common,
            keys[starts],
            np.append(starts, len(keys)),
            tuple(bounds.tolist()),
        )

    def within_distance(self, word: str, distance: int) -> list[str]:
        """The forms within this Levenshtein distance."""
        from rapidfuzz import process
        from rapidfuzz.distance import Levenshtein

        start = self.bounds[min(max(len(word) - distance, 1), self.MAX_LENGTH)]
        stop = self.bounds[min(len(word) + distance + 1, self.MAX_LENGTH)]
        own = letter_mask(word)
        groups = start + _within(self.keys[start:stop], own & self.common, distance)
        sizes = self.starts[groups + 1] - self.starts[groups]
        rows = np.repeat(self.starts[groups] - np.cumsum(sizes) + sizes, sizes) + np.arange(sizes.sum())
        choices = self.forms[rows[_within(self.masks[rows], own, distance)]].tolist()
        found = process.extract(word, choices, scorer=Levenshtein.distance, score_cutoff=distance, limit=None)
        return [form for form, _, _ in found]


def _within(masks: NDArray[np.uint64], own: np.uint64, distance: int) -> NDArray[np.int64]:
    """Numbers of the masks that have, and lack, so many bits at most."""
    rows = np.flatnonzero(np.bitwise_count(masks & ~own) <= distance)
    found: NDArray[np.int64] = rows[np.bitwise_count(own & ~masks[rows]) <= distance]
    return found


def _commonest(masks: NDArray[np.uint64], count: int) -> np.uint64:
    """The bits that are set in most of the masks."""
    bits = np.left_shift(np.uint64(1), np.arange(64, dtype=np.uint64))
    often = [np.count_nonzero(masks & bit) for bit in bits]
    return np.uint64(np.bitwise_or.reduce(bits[np.argsort(often)[-count:]]))


def letter_mask(word: str) -> np.uint64:
    """Bit ``code point mod 64`` for each character."""
    mask = 0
    for character in word:
        mask |= 1 << (ord(character) % 64)
    return np.uint64(mask)


def _masks(forms: list[str], length: int) -> NDArray[np.uint64]:
    if not forms or not length:
        return np.zeros(len(forms), dtype=np.uint64)
    codes = np.array(forms, dtype=f"<U{length}").view(np.uint32).reshape(len(forms), length)
    bits = np.left_shift(np.uint64(1), (codes % 64).astype(np.uint64))
    masks: NDArray[np.uint64] = np.bitwise_or.reduce(bits, axis=1)
    return masks

"""The forms of a language, searched by the cost of misreading them.

A badly degraded word may be four or more edits away from what was typed: too many for a search by edit
distance, although each edit is a likely one. Compared are forms of the same length, and of one letter more or
less, that letter lost or added anywhere. Two letters read as one, or one as two, are left to the edit index.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate
from typing import Any

import numpy as np
from numpy.typing import NDArray

from align.lang.frequency import shares_above
from align.ocr.channel.channel import Channel
from align.ocr.channel.code_points import code_points
from align.user_cache import Arrays

Values = NDArray[np.float32]
MAX_FORM_LENGTH, MAX_LETTERS = 24, 256
"""Letters of a form; different letters of a language, whose codes fit into one byte."""
MIN_FREQUENCY = 2e-7
"""Fraction of all words; too many rarer ones look like any word."""
MIN_OTHER_LETTERS = 3
"""Different letters of a form that a word may lack; of longer words half as many as it has letters. A letter
that no form has may be any."""
FREQUENCY_WEIGHT = 1.2
"""Nats for each tenfold use of a form."""


@dataclass(frozen=True, eq=False)
class FormGroup:
    """Forms of one length.

    ``codes``: numbers of their letters, shape ``(length, n)``. ``log_frequencies``: weighted, in nats.
    """

    codes: NDArray[np.uint8]
    log_frequencies: Values

    @cached_property
    def masks(self) -> NDArray[np.uint64]:
        """Bit ``code mod 64`` of each letter of a form, shape ``(n,)``."""
        masks = np.zeros(self.codes.shape[1], np.uint64)
        for letters in self.codes:
            masks |= _bits(letters)
        return masks

    def sharing(self, mask: np.uint64, most: int) -> FormGroup:
        """The forms with so many different letters at most that are not in ``mask``."""
        rows = np.flatnonzero(np.bitwise_count(self.masks & ~mask) <= most)
        return FormGroup(self.codes.take(rows, axis=1), self.log_frequencies[rows])


@dataclass(frozen=True, eq=False)
class ChannelIndex:
    """Forms by their length; ``letters``: all they are written with, in the order of their codes."""

    letters: str
    groups: Mapping[int, FormGroup]

    @classmethod
    def build(cls, frequencies: Mapping[str, float]) -> ChannelIndex:
        """From forms with their fraction of all words; only forms of letters are kept.

        Scripts of more letters than there are codes have no such search.
        """
        return cls.of(cls.arrays(frequencies))

    @classmethod
    def arrays(cls, frequencies: Mapping[str, float]) -> dict[str, NDArray[Any]]:
        """The arrays of forms with their fraction of all words."""
        lengths: list[list[str]] = [[] for _ in range(MAX_FORM_LENGTH + 1)]
        common = shares_above(frequencies, np.nextafter(MIN_FREQUENCY, 0))
        for form in common:
            if len(form) <= MAX_FORM_LENGTH and form.isalpha():
                lengths[len(form)].append(form)
        points = [code_points(forms, length).T.ravel() for length, forms in enumerate(lengths)]
        letters = np.unique(np.concatenate(points))
        if len(letters) > MAX_LETTERS:
            return cls.arrays({})
        shares = [common[form] for forms in lengths for form in forms]
        return {
            "letters": letters,
            "counts": np.array([*map(len, lengths)], dtype=np.int64),
            "codes": np.searchsorted(letters, np.concatenate(points)).astype(np.uint8),
            "log_frequencies": (FREQUENCY_WEIGHT * np.log10(shares)).astype(np.float32),
        }

    @classmethod
    def of(cls, arrays: Arrays) -> ChannelIndex:
        """From what :meth:`arrays` gives."""
        counts = arrays["counts"].tolist()
        firsts = [0, *accumulate(counts)]
        places = [0, *accumulate(length * count for length, count in enumerate(counts))]
        groups = {
            length: FormGroup(
                arrays["codes"][places[length] : places[length + 1]].reshape(length, count),
                arrays["log_frequencies"][firsts[length] : firsts[length + 1]],
            )
            for length, count in enumerate(counts)
            if count
        }
        return cls("".join(map(chr, arrays["letters"].tolist())), groups)

    def search(self, read: str, channel: Channel, count: int) -> list[str]:
        """The ``count`` forms likeliest to have been read so, best first.

        Forms of which hardly a letter is in the word are left out.
        """
        found: list[tuple[float, str]] = []
        typed, seen = channel.encode(self.letters), channel.encode(read)
        steps = np.where(self._same(read), 0, channel.substitute[np.ix_(typed, seen)].T)
        lose, add = channel.delete[typed], channel.insert[seen]
        known = [letter for letter in read if letter in self.letters]
        most = max(len(read) // 2, MIN_OTHER_LETTERS) + len(read) - len(known)
        mask = self._mask(known)
        for length in range(len(read) - 1, len(read) + 2):
            if (whole := self.groups.get(length)) is not None:
                group = whole.sharing(mask, most)
                costs = _costs(group.codes, steps, lose, add) - group.log_frequencies
                best = np.argpartition(costs, count)[:count] if len(costs) > count else np.arange(len(costs))
                forms = map(self._form, group.codes[:, best].T.tolist())
                found += zip(costs[best].tolist(), forms, strict=True)
        return [form for _, form in sorted(found)[:count]]

    def _form(self, codes: list[int]) -> str:
        return "".join([self.letters[code] for code in codes])

    def _same(self, read: str) -> NDArray[np.bool_]:
        """Whether a letter was read right, shape ``(len(read), n_letters)``."""
        seen = code_points([read], len(read))[0]
        same: NDArray[np.bool_] = self._points == seen[:, None]
        return same

    def _mask(self, letters: Iterable[str]) -> np.uint64:
        """The bits of letters that forms have."""
        return np.uint64(sum(1 << code for code in {self.letters.index(one) % 64 for one in letters}))

    @cached_property
    def _points(self) -> NDArray[np.uint32]:
        points: NDArray[np.uint32] = code_points([self.letters], len(self.letters))[0]
        return points


def _bits(codes: NDArray[np.uint8]) -> NDArray[np.uint64]:
    """Bit ``code mod 64`` of each code."""
    return np.left_shift(np.uint64(1), (codes % 64).astype(np.uint64))


def _taken(codes: NDArray[np.uint8], steps: Values, shift: int) -> Iterator[Values]:
    """The cost of each letter of each form, read as the letter ``shift`` places behind it."""
    return (steps[at + shift].take(letters) for at, letters in enumerate(codes) if at + shift < len(steps))


def _costs(codes: NDArray[np.uint8], steps: Values, lose: Values, add: Values) -> Values:
    """Nats of each form, one letter lost or added where the lengths differ; ``steps[read, letter]``."""
    typed, read = len(codes), len(steps)
    straight = list(_taken(codes, steps, 0))
    total: Values = np.zeros(codes.shape[1], np.float32)
    if typed == read:
        return np.asarray(sum(straight, total))
    lost = typed > read
    shifted = [steps[at].take(codes[at + 1]) for at in range(read)] if lost else list(_taken(codes, steps, 1))
    best: Values = total + (
        lose.take(codes[0]) if lost else add[0]
    )  # the lost or added letter was at or before here
    for at in range(min(typed, read)):
        total = total + straight[at]
        odd = lose.take(codes[at + 1]) if lost else add[at + 1]
        best = np.minimum(best + shifted[at], total + odd)
    return best

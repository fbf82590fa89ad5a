"""The forms of a language, searched by the cost of misreading them.

A badly degraded word may be four or more edits away from what was typed: too many for a search by edit
distance, although each edit is a likely one. Compared are forms of the same length, and of one letter more or
less, that letter lost or added anywhere. Two letters read as one, or one as two, are left to the edit index.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from align.ocr.channel.channel import Channel

Values = NDArray[np.float32]
MAX_FORM_LENGTH, MAX_LETTERS = 24, 256
"""Letters of a form; different letters of a language, whose codes fit into one byte."""
MIN_FREQUENCY = 2e-7
"""Fraction of all words; too many rarer ones look like any word."""
FREQUENCY_WEIGHT = 1.2
"""Nats for each tenfold use of a form."""


@dataclass(frozen=True, eq=False)
class FormGroup:
    """Forms of one length.

    ``codes``: numbers of their letters, shape ``(length, n)``. ``log_frequencies``: weighted, in nats.
    """

    forms: Sequence[str]
    codes: NDArray[np.uint8]
    log_frequencies: Values


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
        lengths: dict[int, list[str]] = {}
        for form, share in frequencies.items():
            if share >= MIN_FREQUENCY and len(form) <= MAX_FORM_LENGTH and form.isalpha():
                lengths.setdefault(len(form), []).append(form)
        typed = {length: _points(forms) for length, forms in lengths.items()}
        points = np.unique(np.concatenate([np.zeros(0, np.uint32), *map(np.unique, typed.values())]))
        if len(points) > MAX_LETTERS:
            return cls("", {})
        groups = {
            length: FormGroup(
                forms,
                np.searchsorted(points, typed[length]).astype(np.uint8),
                (FREQUENCY_WEIGHT * np.log10([frequencies[form] for form in forms])).astype(np.float32),
            )
            for length, forms in lengths.items()
        }
        return cls("".join(map(chr, points.tolist())), groups)

    def search(self, read: str, channel: Channel, count: int) -> list[str]:
        """The ``count`` forms likeliest to have been read so, best first."""
        typed, seen = channel.encode(self.letters), channel.encode(read)
        steps = np.where(_same(self.letters, read), 0, channel.substitute[np.ix_(typed, seen)].T)
        found: list[tuple[float, str]] = []
        for length in range(len(read) - 1, len(read) + 2):
            if (group := self.groups.get(length)) is not None:
                costs = (
                    _costs(group.codes, steps, channel.delete[typed], channel.insert[seen])
                    - group.log_frequencies
                )
                best = np.argpartition(costs, min(count, len(costs) - 1))[:count]
                found += [(float(costs[at]), group.forms[at]) for at in best.tolist()]
        return [form for _, form in sorted(found)[:count]]


def _points(forms: Sequence[str]) -> NDArray[np.uint32]:
    """Code points of forms of one length, shape ``(length, n)``."""
    return np.array(forms).view(np.uint32).reshape(len(forms), -1).T


def _same(letters: str, read: str) -> NDArray[np.bool_]:
    return np.array([[typed == letter for typed in letters] for letter in read]).reshape(len(read), -1)


def _costs(codes: NDArray[np.uint8], steps: Values, lose: Values, add: Values) -> Values:
    """Nats of each form, one letter lost or added where the lengths differ; ``steps[read, letter]``."""
    typed, read = len(codes), len(steps)
    straight = np.stack([steps[at].take(codes[at]) for at in range(min(typed, read))])
    if typed == read:
        return np.asarray(straight.sum(axis=0))
    lost, added = int(typed > read), int(read > typed)
    shifted = np.stack([steps[at + added].take(codes[at + lost]) for at in range(len(straight))])
    zero = np.zeros((1, codes.shape[1]), np.float32)
    before = np.concatenate((zero, np.cumsum(straight, axis=0)))
    after = np.concatenate((np.cumsum(shifted[::-1], axis=0)[::-1], zero))
    return np.asarray((before + (lose.take(codes) if lost else add[:, None]) + after).min(axis=0))

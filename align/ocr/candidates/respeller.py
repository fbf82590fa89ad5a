"""Words that no list needs to have: what was read, with the likely misreadings of its letters undone.

A noisy channel over letters: each letter may have been another, two may have been read as one, one as two,
one may be dirt. The changes that pay are combined, as long as the letters of the language make up for their
cost (a beam search over sets of changes; Kolak & Resnik 2005 compose the same parts as automata).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from typing import NamedTuple, Self

import numpy as np
from numpy.typing import NDArray

from align.lang.lexicon import Lexicon
from align.ocr.channel.channel import Channel
from align.ocr.channel.engines import prior_channel
from align.ocr.lm.letters import Floats, LetterModel

MAX_COST, ALTERNATIVES = 9.0, 16
"""Nats that a single change may cost; the likeliest changes of each kind that are tried at each place."""
DIRT_COST = 3.0
"""Nats beside the channel's for a letter that is dirt: it would be the easiest way to a shorter word."""
MAX_CHANGES, BEAM = 3, 12
"""Changes in one word; sets of changes that are kept to be extended."""
MIN_PARTIAL_GAIN, MIN_GAIN = -12.0, -6.0
"""Log odds against the word as it was read: of a set of changes to be extended, and of a result. Nine in ten
of the true readings that are found have more than the latter, and of words read right one in four has one."""
KEEP = 6
"""Readings of a word."""
MAX_LETTERS = 24
"""Letters of a word that is looked at."""
KEPT, LANGUAGES = 1 << 14, 16
"""Words whose readings are kept for the next documents; languages of which that is so."""
BLOCK = 256
"""Words that are looked at together; each has a thousand variants in memory."""


class Change(NamedTuple):
    """The letters ``start:stop`` of a word were ``typed``; ``cost`` in nats."""

    start: int
    stop: int
    typed: str
    cost: float


class Variant(NamedTuple):
    """A word with a set of changes, in the order of their places.

    ``word``: its number. ``gain``: log odds against the word as it was read.
    """

    word: int
    changes: tuple[Change, ...]
    text: str
    gain: float


@dataclass(frozen=True, eq=False)
class Respeller:
    """Respells words of one document.

    Attributes:
        model: The letters of the words of a language.
        channel: What misreadings cost.
        letters: What words may be typed with.
    """

    model: LetterModel
    channel: Channel
    letters: str
    _of_one: dict[str, list[tuple[str, float]]] = field(default_factory=dict)
    _of_two: dict[str, list[tuple[str, float]]] = field(default_factory=dict)
    _known: dict[str, tuple[str, ...]] = field(default_factory=dict)

    @classmethod
    def of(cls, model: LetterModel, channel: Channel, writes: Callable[[str], bool]) -> Self:
        """For a language; ``writes``: whether it is written with a letter."""
        usable = (letter for letter in model.alphabet if letter.isalpha() and letter in channel.alphabet)
        return cls(model, channel, "".join(sorted(filter(writes, usable))))

    def respelt(self, words: Iterable[str]) -> dict[str, tuple[str, ...]]:
        """For each folded word the readings that it may be, best first, without the word itself."""
        distinct = [word for word in dict.fromkeys(words) if 0 < len(word) <= MAX_LETTERS]
        found = {word: self._known[word] for word in distinct if word in self._known}
        new = [word for word in distinct if word not in found]
        for start in range(0, len(new), BLOCK):
            found |= self._respelt(new[start : start + BLOCK])
        if len(self._known) > KEPT:
            self._known.clear()
        self._known.update((word, found[word]) for word in new)
        return found

    def _respelt(self, distinct: Sequence[str]) -> dict[str, tuple[str, ...]]:
        """The readings of some different words."""
        own = self.model.scores(distinct).total
        options = [list(self._changes(word)) for word in distinct]
        front = [Variant(at, (), word, 0.0) for at, word in enumerate(distinct)]
        found: list[list[Variant]] = [[] for _ in distinct]
        for _ in range(MAX_CHANGES):
            best = _best_of_each(self._gains(_extended(distinct, front, options), own))
            for number, variants in best.items():
                found[number] += variants
            front = [one for variants in best.values() for one in variants[:BEAM]]
            options = [_first_changes(best.get(number, ())) for number in range(len(distinct))]
        return {word: _readings(word, variants) for word, variants in zip(distinct, found, strict=True)}

    @cached_property
    def _pairs(self) -> list[str]:
        """All pairs of letters."""
        return [one + other for one in self.letters for other in self.letters]

    def _changes(self, word: str) -> Iterator[Change]:
        """The likely changes at every place of a word."""
        for at, letter in enumerate(word):
            yield from (Change(at, at + 1, typed, cost) for typed, cost in self._typed_for_one(letter))
            if at + 1 < len(word):
                pair = word[at : at + 2]
                yield from (Change(at, at + 2, typed, cost) for typed, cost in self._typed_for_two(pair))

    def _typed_for_one(self, letter: str) -> list[tuple[str, float]]:
        """What may have been typed where one letter was read, with its cost."""
        if letter not in self._of_one:
            read, channel = int(self.channel.encode(letter)[0]), self.channel
            typed = channel.encode(self.letters)
            paired = np.minimum(typed, channel.split.shape[1] - 1)
            single = channel.substitute[typed, read]
            double = channel.merge[np.ix_(paired, paired)][:, :, read].ravel()
            self._of_one[letter] = [
                *((one, cost) for one, cost in _cheapest(self.letters, single) if one != letter),
                *_cheapest(self._pairs, double),
                *_cheapest([""], channel.insert[[read]] + DIRT_COST),
            ]
        return self._of_one[letter]

    def _typed_for_two(self, pair: str) -> list[tuple[str, float]]:
        """The letters that may have been typed where two were read, with their costs."""
        if pair not in self._of_two:
            first, second = np.minimum(self.channel.encode(pair), self.channel.split.shape[1] - 1)
            costs = self.channel.split[self.channel.encode(self.letters), first, second]
            self._of_two[pair] = _cheapest(self.letters, costs)
        return self._of_two[pair]

    def _gains(self, variants: Iterable[Variant], own: Floats) -> list[Variant]:
        """The variants with their gains; ``own``: log probabilities of the words as they were read."""
        wanted = list(variants)
        totals = self.model.scores([one.text for one in wanted]).total.tolist()
        return [
            one._replace(gain=total - float(own[one.word]) - sum(change.cost for change in one.changes))
            for one, total in zip(wanted, totals, strict=True)
        ]


def respeller_of(model: LetterModel, channel: Channel, lexicon: Lexicon) -> Respeller:
    """Respells words of a language; that of the channel of unknown documents is kept with what it found."""
    if channel is prior_channel():
        return _of_unknown_documents(model, lexicon)
    return Respeller.of(model, channel, lexicon.writes)


@lru_cache(maxsize=LANGUAGES)
def _of_unknown_documents(model: LetterModel, lexicon: Lexicon) -> Respeller:
    return Respeller.of(model, prior_channel(), lexicon.writes)


def _cheapest(texts: Sequence[str], costs: NDArray[np.float32]) -> list[tuple[str, float]]:
    """The texts of the lowest costs, none above the limit."""
    order = np.argsort(costs, kind="stable")[:ALTERNATIVES]
    return [(texts[at], float(costs[at])) for at in order.tolist() if costs[at] <= MAX_COST]


def _extended(
    words: Sequence[str], front: Iterable[Variant], options: Sequence[Sequence[Change]]
) -> Iterator[Variant]:
    """Every variant with one more change; each set of changes once."""
    seen: set[tuple[int, tuple[Change, ...]]] = set()
    for one in front:
        for change in options[one.word]:
            if any(change.start < other.stop and other.start < change.stop for other in one.changes):
                continue
            changes = tuple(sorted((*one.changes, change)))
            if (one.word, changes) not in seen:
                seen.add((one.word, changes))
                if text := _changed(words[one.word], changes):
                    yield Variant(one.word, changes, text, 0.0)


def _changed(word: str, changes: Iterable[Change]) -> str:
    """A word with changes, which are in the order of their places."""
    pieces, end = [], 0
    for change in changes:
        pieces += [word[end : change.start], change.typed]
        end = change.stop
    return "".join((*pieces, word[end:]))


def _best_of_each(variants: Iterable[Variant]) -> dict[int, list[Variant]]:
    """By word: its variants of which something may come, the likeliest first."""
    found: dict[int, list[Variant]] = {}
    for one in variants:
        if one.gain > MIN_PARTIAL_GAIN:
            found.setdefault(one.word, []).append(one)
    return {word: sorted(own, key=lambda one: (-one.gain, one.text)) for word, own in found.items()}


def _first_changes(variants: Sequence[Variant]) -> list[Change]:
    """The changes of the likeliest variants."""
    return list(dict.fromkeys(change for one in variants[: 2 * BEAM] for change in one.changes))


def _readings(word: str, variants: Iterable[Variant]) -> tuple[str, ...]:
    """The likeliest texts among the variants of a word, without the word itself."""
    ranked = sorted(variants, key=lambda one: (-one.gain, one.text))
    texts = dict.fromkeys(one.text for one in ranked if one.gain > MIN_GAIN and one.text != word)
    return tuple(texts)[:KEEP]

"""What a misreading costs on a page: looks, and what engines made of other worn pages.

Looks (:mod:`align.ocr.channel.glyphs`) are the same both ways; worn letters are misread one way rather than the
other, and each engine has a way of its own: one writes the words it knows, another the letters that look
alike. ``data/misreadings.tsv`` (by ``tools/learn_misreadings.py``) counts that, engine by engine, on pages typed,
worn, scanned and read. A page's channel is a mixture of looks and of these counts. Whose page it is shows
in its corrections: they move the shares of the mixture (EM under a Dirichlet prior).
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property

import numpy as np
from numpy.typing import NDArray

from align.ocr.channel.channel import Channel, Edit
from align.ocr.channel.glyphs import ERROR_RATE, error_conditioned_channel, glyph_channel
from align.ocr.runtime.data import rows

COUNTS_WEIGHT, LATIN_COUNTS_WEIGHT = 0.8, 0.8
"""What is counted weighs this much beside looks, of a page's own letters all engines together."""
PRIOR_STRENGTH = 8.0
"""Corrections that weigh as much as what is thought of a page before it is read."""
EM_STEPS = 10


@dataclass(frozen=True)
class MisreadCount:
    """A text that was typed ``typed`` times was read as another ``count`` times."""

    edit: Edit
    count: int
    typed: int

    @property
    def latin(self) -> bool:
        """Whether Latin letters were typed."""
        return self.edit[0].isascii() and self.edit[0].isalpha()


@dataclass(frozen=True)
class Engine:
    """How often an engine reads what as what: the fraction of what is typed, at a rate of errors."""

    probabilities: Mapping[Edit, float]

    @cached_property
    def typed_texts(self) -> frozenset[str]:
        """What was typed often enough to be counted."""
        return frozenset(typed for typed, _ in self.probabilities)

    @classmethod
    def of(cls, found: Sequence[MisreadCount], rate: float | None = None) -> Engine:
        """``rate``: misread characters of all on the page that is thought of; that of the counts if None."""
        factor = 1.0
        if rate is not None:
            typed = {row.edit[0]: row.typed for row in found if len(row.edit[0]) == 1}
            factor = rate * sum(typed.values()) / sum(row.count for row in found)
        return cls({row.edit: min(factor * row.count / row.typed, 1.0) for row in found})


@cache
def misread_counts() -> Mapping[str, tuple[MisreadCount, ...]]:
    """What was counted, by engine; Latin letters were read by one that knew Cyrillic alone."""
    found: dict[str, list[MisreadCount]] = {}
    for engine, typed, read, count, of in rows("misreadings.tsv"):
        found.setdefault(engine, []).append(MisreadCount((typed, read), int(count), int(of)))
    return {engine: tuple(misread) for engine, misread in found.items()}


@cache
def engines() -> tuple[Engine, ...]:
    """The engines that were counted, on the letters they knew."""
    own = ([row for row in found if not row.latin] for found in misread_counts().values())
    return tuple(Engine.of(found, ERROR_RATE) for found in own)


@cache
def prior_channel() -> Channel:
    """The channel of a page nobody has read yet."""
    return mixture_channel({})


def mixture_channel(edits: Mapping[Edit, float]) -> Channel:
    """The channel of the engine, or the mixture of them, that would make these errors (expected counts)."""
    return mix(glyph_channel(), engines(), mixture_weights(edits))


def mixture_weights(edits: Mapping[Edit, float]) -> tuple[float, ...]:
    """The engines' shares of the mixture, which a page's errors move; the rest is that of looks."""
    known = engines()
    begin = np.array([1 - COUNTS_WEIGHT, *[COUNTS_WEIGHT / len(known)] * len(known)])
    heard = {edit: count for edit, count in edits.items() if any(edit[0] in one.typed_texts for one in known)}
    likely = np.array([_edit_probabilities(edit, known) for edit in heard]).reshape(len(heard), len(begin))
    seen, found = np.array([*heard.values()]), begin
    for _ in range(EM_STEPS):
        responsible = likely * found / (likely @ found)[:, None]
        found = (PRIOR_STRENGTH * begin + seen @ responsible) / (PRIOR_STRENGTH + seen.sum())
    return tuple(found[1:].tolist())


def _edit_probabilities(edit: Edit, known: Sequence[Engine]) -> list[float]:
    """The probability of an edit by looks, and by each engine's counts."""
    looks = math.exp(-glyph_channel().edit_cost(*edit))
    return [
        looks,
        *(one.probabilities.get(edit, 0.0) if edit[0] in one.typed_texts else looks for one in known),
    ]


@cache
def foreign_script_channel(*, latin: bool = False) -> Channel:
    """What it costs of a word of another alphabet: every letter of it had to be misread.

    ``latin``: the page's own letters; what is counted is what became of Latin ones on a page of Cyrillic.
    """
    if latin:
        return error_conditioned_channel()
    foreign = [row for found in misread_counts().values() for row in found if row.latin]
    return mix(error_conditioned_channel(), [Engine.of(foreign)], [LATIN_COUNTS_WEIGHT])


def mix(looks: Channel, engines: Sequence[Engine], shares: Sequence[float]) -> Channel:
    """Looks with what engines do to the texts that were counted: ``shares`` of it are theirs."""
    new = looks.copy()
    for text in frozenset().union(*(engine.typed_texts for engine in engines)):
        told = sum(share for engine, share in zip(engines, shares, strict=True) if text in engine.typed_texts)
        for table, place in _cells_of(new, text):
            table[place] -= math.log(1 - told)
    likely: dict[Edit, float] = {}
    for engine, share in zip(engines, shares, strict=True):
        for edit, often in engine.probabilities.items():
            likely[edit] = likely.get(edit, 0.0) + share * often
    for edit, often in likely.items():
        table, place = new.cell(*edit)
        table[place] = -math.log(min(often + math.exp(-float(table[place])), 1.0))
    return new


def _cells_of(channel: Channel, typed: str) -> Iterator[tuple[NDArray[np.float32], tuple[int, ...]]]:
    """All that is reckoned of a typed text."""
    if len(typed) == 2:
        table, (a, b, _) = channel.cell(typed, "?")
        yield table, (a, b)
    else:
        code = (channel.alphabet[typed],)
        yield from ((table, code) for table in (channel.substitute, channel.delete, channel.split))

"""What a misreading costs before a page is known: looks, and what became of letters on other worn pages.

A character is read as another the more easily the more alike their pictures are (``data/glyphs.tsv``, by
``tools/make_glyph_costs.py``). Worn letters are misread one way rather than the other: ``data/misread.tsv``
(by ``tools/learn_misread.py``) counts that on pages typed, worn, scanned and read. The two are mixed, so that
what an engine never did is still as likely as it looks.
"""

from __future__ import annotations

import csv
import math
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from string import ascii_letters

import numpy as np
from numpy.typing import NDArray

from align.ocr.confusion import Channel, Edit

ERROR_RATE = 0.03
SHARPNESS = 0.045
FLOOR = 1e-5
LOST, ADDED = 0.12, 0.12
SEEN, SEEN_LATIN = 0.4, 0.8
"""What is counted weighs this much beside looks: other engines have other habits, but none knows Latin
letters that it was not taught."""


@dataclass(frozen=True)
class Misread:
    """A text that was typed ``typed`` times was read as another ``count`` times."""

    edit: Edit
    count: int
    typed: int

    @property
    def latin(self) -> bool:
        """Whether Latin letters were typed."""
        return self.edit[0].isascii() and self.edit[0].isalpha()


@cache
def shapes() -> tuple[tuple[str, str, float], ...]:
    """The table of glyph distances: two texts of one or two characters, 0 = the same picture."""
    return tuple((a, b, float(distance)) for a, b, distance in _rows("glyphs.tsv"))


@cache
def counts() -> tuple[Misread, ...]:
    """What was counted on other pages; Latin letters were read by an engine that knew Cyrillic alone."""
    return tuple(Misread((a, b), int(n), int(of)) for a, b, n, of in _rows("misread.tsv"))


def _rows(name: str) -> Iterator[list[str]]:
    text = files("align.ocr").joinpath("data", name).read_text("utf-8")
    return csv.reader(text.splitlines()[2:], delimiter="\t", quoting=csv.QUOTE_NONE)


@cache
def prior() -> Channel:
    """The channel of a page nobody has read yet."""
    looks = by_looks()
    own = [row for row in counts() if not row.latin]
    typed = {row.edit[0]: row.typed for row in own if len(row.edit[0]) == 1}
    rate = sum(row.count for row in own) / sum(typed.values())
    return mixed(looks, own, SEEN, ERROR_RATE / rate)


@cache
def compelled(*, latin: bool = False) -> Channel:
    """The same for a word of another alphabet: every letter of it had to be misread.

    ``latin``: the page's own letters; what is counted is what became of Latin ones on a page of Cyrillic.
    """
    return spared() if latin else mixed(spared(), [row for row in counts() if row.latin], SEEN_LATIN)


def mixed(looks: Channel, seen: list[Misread], weight: float, factor: float = 1.0) -> Channel:
    """Looks with what was counted, for the texts that were: ``weight`` of it. ``factor``: of its shares."""
    new = looks.copy()
    for text in {row.edit[0] for row in seen}:
        for table, place in _costs_of(new, text):
            table[place] -= math.log(1 - weight)
    for row in seen:
        table, place = new.entry(*row.edit)
        share = weight * factor * row.count / row.typed + math.exp(-float(table[place]))
        table[place] = -math.log(min(share, 1.0))
    return new


def _costs_of(channel: Channel, typed: str) -> Iterator[tuple[NDArray[np.float32], tuple[int, ...]]]:
    """All that is reckoned of a typed text."""
    if len(typed) == 2:
        table, (a, b, _) = channel.entry(typed, "?")
        yield table, (a, b)
    else:
        code = (channel.alphabet[typed],)
        yield from ((table, code) for table in (channel.substitute, channel.lose, channel.divide))


def by_looks(paired: str = "") -> Channel:
    """The channel that knows shapes only. ``paired``: letters that stand in pairs beside the table's."""
    table = shapes()
    in_pairs = dict.fromkeys([c for row in table for text in row[:2] if len(text) == 2 for c in text])
    in_pairs |= dict.fromkeys(paired)
    singles = dict.fromkeys(text for row in table for text in row[:2] if len(text) == 1)
    alphabet = {character: code for code, character in enumerate({**in_pairs, " ": None, **singles}, start=1)}
    size, rows = len(alphabet) + 1, len(in_pairs) + 2
    near = np.zeros((size, size))
    merge = np.full((rows, rows, size), -np.log(FLOOR), dtype=np.float32)
    divide = np.full((size, rows, rows), -np.log(FLOOR), dtype=np.float32)
    for a, b, distance in table:
        likeness = np.exp(-distance / SHARPNESS)
        if len(a) == len(b) == 1:
            near[alphabet[a], alphabet[b]] = near[alphabet[b], alphabet[a]] = likeness
            continue
        one, pair = (a, b) if len(a) == 1 else (b, a)
        codes = alphabet.get(one, 0), alphabet.get(pair[0], 0), alphabet.get(pair[1], 0)
        cost = -np.log(max(ERROR_RATE * 0.15 * likeness, FLOOR))
        divide[codes] = cost
        merge[codes[1], codes[2], codes[0]] = cost
    substitute = (-np.log(ERROR_RATE * _spread(near) + FLOOR)).astype(np.float32)
    substitute[:, alphabet[" "]] = -np.log(ERROR_RATE * LOST / 2)  # a faint letter leaves a gap
    return Channel(
        alphabet,
        substitute,
        np.full(size, -np.log(ERROR_RATE * LOST), dtype=np.float32),
        np.full(size, -np.log(ERROR_RATE * ADDED), dtype=np.float32),
        merge,
        divide,
    )


def spared() -> Channel:
    """Looks alone where an error is certain."""
    looks = by_looks(ascii_letters)
    rate = np.float32(math.log(ERROR_RATE))
    tables = {name: np.maximum(getattr(looks, name) + rate, 0) for name in ("substitute", "merge", "divide")}
    return replace(looks, **tables)


def _spread(near: NDArray[np.float64]) -> NDArray[np.float64]:
    """Likeness as a share of all likely misreadings of a character, a common unit for all of them."""
    total = np.maximum(near.sum(axis=1, keepdims=True), near.sum(axis=1).mean())
    share: NDArray[np.float64] = near / total
    return share

"""What a misreading costs by glyph similarity: characters are taken for those that look like them.

The distances between their glyphs are in ``data/glyph_distances.tsv`` (by ``tools/make_glyph_distances.py``).
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from string import ascii_letters

import numpy as np
from numpy.typing import NDArray

from align.ocr.channel.accents import ACCENTED
from align.ocr.channel.channel import Channel
from align.ocr.runtime.data import rows

ERROR_RATE = 0.03
DISTANCE_SCALE = 0.045
ACCENT_DISTANCE = 0.06
"""Distance of a letter with an accent from the letter alone; other letters are as much further from it."""
MIN_PROBABILITY = 1e-5
DELETION_SHARE, INSERTION_SHARE = 0.12, 0.12


@cache
def glyph_distances() -> tuple[tuple[str, str, float], ...]:
    """The table of glyph distances: two texts of one or two characters each, 0 for the same glyphs."""
    return tuple((a, b, float(distance)) for a, b, distance in rows("glyph_distances.tsv"))


@cache
def glyph_channel() -> Channel:
    """The channel by glyph similarity."""
    return _glyph_channel("")


def _glyph_channel(paired: str) -> Channel:
    """The same; ``paired``: letters that may merge beside those of the table."""
    table = glyph_distances()
    in_pairs = dict.fromkeys([c for row in table for text in row[:2] if len(text) == 2 for c in text])
    in_pairs |= dict.fromkeys(paired)
    singles = dict.fromkeys(text for row in table for text in row[:2] if len(text) == 1)
    characters = dict.fromkeys((*in_pairs, " ", *singles, *ACCENTED))
    alphabet = {character: code for code, character in enumerate(characters, start=1)}
    size, paired_size = len(alphabet) + 1, len(in_pairs) + 2
    near = np.zeros((size, size))
    merge = np.full((paired_size, paired_size, size), -np.log(MIN_PROBABILITY), dtype=np.float32)
    split = np.full((size, paired_size, paired_size), -np.log(MIN_PROBABILITY), dtype=np.float32)
    for a, b, distance in table:
        similarity = np.exp(-distance / DISTANCE_SCALE)
        if len(a) == len(b) == 1:
            near[alphabet[a], alphabet[b]] = near[alphabet[b], alphabet[a]] = similarity
            continue
        one, pair = (a, b) if len(a) == 1 else (b, a)
        codes = alphabet.get(one, 0), alphabet.get(pair[0], 0), alphabet.get(pair[1], 0)
        cost = -np.log(max(ERROR_RATE * 0.15 * similarity, MIN_PROBABILITY))
        split[codes] = cost
        merge[codes[1], codes[2], codes[0]] = cost
    compared = len(in_pairs | singles) + 2
    near[:compared, :compared] = _normalised(near[:compared, :compared])
    shares = _with_accents(near, alphabet)
    substitute = (-np.log(ERROR_RATE * shares + MIN_PROBABILITY)).astype(np.float32)
    substitute[:, alphabet[" "]] = -np.log(ERROR_RATE * DELETION_SHARE / 2)  # a faint letter leaves a gap
    return Channel(
        alphabet,
        substitute,
        np.full(size, -np.log(ERROR_RATE * DELETION_SHARE), dtype=np.float32),
        np.full(size, -np.log(ERROR_RATE * INSERTION_SHARE), dtype=np.float32),
        merge,
        split,
    )


def error_conditioned_channel() -> Channel:
    """Glyph similarity where it is certain that each letter was misread."""
    channel = _glyph_channel(ascii_letters)
    rate = np.float32(math.log(ERROR_RATE))
    tables = {name: np.maximum(getattr(channel, name) + rate, 0) for name in ("substitute", "merge", "split")}
    return replace(channel, **tables)


def _with_accents(shares: NDArray[np.float64], alphabet: Mapping[str, int]) -> NDArray[np.float64]:
    """The shares with those of letters with an accent, which look like the letter alone."""
    similarity = np.exp(-ACCENT_DISTANCE / DISTANCE_SCALE)
    pairs = [(alphabet[one], alphabet[base]) for one, base in ACCENTED.items() if base in alphabet]
    for one, base in pairs:
        shares[one] = shares[base] * (1 - similarity)
        shares[one, base] = similarity
    accents = Counter(base for _, base in pairs)
    for one, base in pairs:
        shares[:, one] = np.maximum(shares[:, one], shares[:, base] * similarity / accents[base])
        shares[base, one] = similarity / accents[base]
        shares[one, one] = 0.0
    return shares


def _normalised(near: NDArray[np.float64]) -> NDArray[np.float64]:
    """Similarity as a share of all likely misreadings of a character."""
    total = np.maximum(near.sum(axis=1, keepdims=True), near.sum(axis=1).mean())
    share: NDArray[np.float64] = near / total
    return share

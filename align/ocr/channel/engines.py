"""What a misreading costs before a document is known: glyph similarity, and counts for OCR engines.

Glyph similarity (:mod:`align.ocr.channel.glyphs`) is the same in both directions. On degraded print letters
are misread in one direction more than in the other, and each engine makes errors of its own: one writes words
that it knows, another letters that look alike. ``data/misreadings.tsv`` (by ``tools/learn_misreadings.py``)
counts such errors, engine by engine, on pages that were typed, degraded, scanned and read;
``data/print_misreadings.tsv`` (by ``tools/learn_print.py``) counts them on pages of old print. The channel of
a document is a mixture of glyph similarity and of these counts; the corrections of the document move the
weights of the mixture (expectation-maximisation under a Dirichlet prior).
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from zlib import crc32

import numpy as np

from align.ocr.channel.channel import Channel, Edit
from align.ocr.channel.glyphs import ERROR_RATE, error_conditioned_channel, glyph_channel
from align.ocr.channel.mixture import Engine, Mixture
from align.ocr.runtime.data import read as text_of
from align.ocr.runtime.data import rows
from align.user_cache import kept

COUNTS_WEIGHT, LATIN_COUNTS_WEIGHT = 0.8, 0.8
"""Weight of the counts beside glyph similarity, all engines together; of letters of another script."""
PRIOR_STRENGTH = 8.0
"""Corrections that weigh as much as the prior of the mixture."""
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


def engine_of(found: Sequence[MisreadCount], rate: float | None = None) -> Engine:
    """From counts, scaled to a ``rate`` of misread characters; as counted where ``rate`` is ``None``."""
    factor = 1.0
    if rate is not None:
        typed = {row.edit[0]: row.typed for row in found if len(row.edit[0]) == 1}
        factor = rate * sum(typed.values()) / sum(row.count for row in found)
    return Engine({row.edit: min(factor * row.count / row.typed, 1.0) for row in found})


@cache
def misread_counts() -> Mapping[str, tuple[MisreadCount, ...]]:
    """The counts, by engine; Latin letters were read by an engine that knows Cyrillic alone."""
    found: dict[str, list[MisreadCount]] = {}
    for engine, typed, read, count, of in rows("misreadings.tsv"):
        found.setdefault(engine, []).append(MisreadCount((typed, read), int(count), int(of)))
    return {engine: tuple(misread) for engine, misread in found.items()}


@cache
def engines() -> tuple[Engine, ...]:
    """The engines that were counted, on letters of the script they know; the engines of old print are one."""
    own = [[row for row in found if not row.latin] for found in misread_counts().values()]
    return tuple(engine_of(found, ERROR_RATE) for found in (*own, print_misread_counts()))


@cache
def print_misread_counts() -> tuple[MisreadCount, ...]:
    """The counts on pages of old print in several languages, read by engines that know their script."""
    return tuple(
        MisreadCount((typed, read), int(count), int(of))
        for typed, read, count, of in rows("print_misreadings.tsv")
    )


@cache
def prior_channel() -> Channel:
    """The channel of an unknown document."""
    return mixture_channel({})


def mixture_channel(edits: Mapping[Edit, float]) -> Channel:
    """The mixture of engines that fits these errors best (expected counts of edits)."""
    return _mixture().weighted(mixture_weights(edits))


def mixture_weights(edits: Mapping[Edit, float]) -> tuple[float, ...]:
    """The weight of each engine, given the errors of a document; the rest is that of glyph similarity."""
    known = engines()
    begin = np.array([1 - COUNTS_WEIGHT, *[COUNTS_WEIGHT / len(known)] * len(known)])
    counted = {
        edit: count for edit, count in edits.items() if any(edit[0] in one.typed_texts for one in known)
    }
    likely = np.array([_edit_probabilities(edit, known) for edit in counted]).reshape(
        len(counted), len(begin)
    )
    seen, found = np.array([*counted.values()]), begin
    for _ in range(EM_STEPS):
        responsible = likely * found / (likely @ found)[:, None]
        found = (PRIOR_STRENGTH * begin + seen @ responsible) / (PRIOR_STRENGTH + seen.sum())
    return tuple(found[1:].tolist())


def _edit_probabilities(edit: Edit, known: Sequence[Engine]) -> list[float]:
    """The probability of an edit by glyph similarity, and by each engine."""
    by_glyphs = math.exp(-glyph_channel().edit_cost(*edit))
    return [
        by_glyphs,
        *(one.probabilities.get(edit, 0.0) if edit[0] in one.typed_texts else by_glyphs for one in known),
    ]


@cache
def foreign_script_channel(*, latin: bool = False) -> Channel:
    """The channel of a word in another script: every letter of it must have been misread.

    Its tables are mapped from the user's cache: making both takes a fifth of a second and 80 MB.

    Args:
        latin: Whether the document is in Latin script. The counts are of Latin letters in Cyrillic documents.
    """
    tables = [crc32(text_of(name).encode()) for name in ("glyph_distances.tsv", "misreadings.tsv")]
    name = "latin-script" if latin else "cyrillic-script"
    made = kept(
        f"channel-{name}", (tables, LATIN_COUNTS_WEIGHT), lambda: _foreign_script_channel(latin).arrays
    )
    return Channel.of(made)


def _foreign_script_channel(latin: bool) -> Channel:  # noqa: FBT001 - whether the document is in Latin letters
    if latin:
        return error_conditioned_channel()
    foreign = [row for found in misread_counts().values() for row in found if row.latin]
    return mix(error_conditioned_channel(), [engine_of(foreign)], [LATIN_COUNTS_WEIGHT])


def mix(base: Channel, engines: Sequence[Engine], weights: Sequence[float]) -> Channel:
    """The mixture of a channel with engines; the engines' ``weights`` leave the rest to the channel.

    A typed text that an engine was not counted on keeps the costs of the channel.
    """
    return Mixture.of(base, engines).weighted(weights)


@cache
def _mixture() -> Mixture:
    """Of glyph similarity with the engines that were counted."""
    return Mixture.of(glyph_channel(), engines())

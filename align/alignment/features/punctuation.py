"""Feature groups: how the two sides end, and items of lists."""

from __future__ import annotations

import re
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from align.alignment.edges import Edges, windows
from align.alignment.features.document_pair import Columns, DocumentPair

CLOSING = re.compile(r"[\s\"'»«”“„’‘)\]]+$")
MARKER = re.compile(r"\s*(?:[-–—•*]|\(?(?:\d{1,3}|[IVXivx]{1,4}|[^\W\d_])\s?[.)])\s")

FAMILIES = {"?": "?", "؟": "?", "？": "?", "!": "!", "！": "!", ".": ".", "…": ".", "。": "."}
FAMILIES |= dict.fromkeys("।॥۔։።፡។။།༎", ".") | {"՞": "?", "፧": "?", "؛": ";", "،": ",", "、": ",", "，": ","}
FAMILIES |= {":": ":", "：": ":", ";": ";", "；": ";", ",": ",", "-": ",", "–": ",", "—": ","}
"""Punctuation at the end of a sentence -> what it means there, the same in all scripts."""

INSIDE = (",", ";", ":")
"""Families that seldom end a sentence."""

MIN_MARKED = 0.2
"""Share of the sentences of a side that end with a mark; some scripts, such as Thai, have no full stop."""

MIN_CAPITALS = 4
"""Letters of a text in capitals; fewer may be an abbreviation."""

Floats = NDArray[np.float64]


def punctuation(pair: DocumentPair, edges: Edges) -> Columns:
    """How sentences end; closing quotation marks and brackets are ignored.

    ``punctuation.same-end``: whether the last marks of the two sides are of one family.
    ``punctuation.weak-end``: number of sides that end inside a sentence. ``punctuation.open``: sentences
    before the last of a side that end without punctuation, as headings and captions do.
    ``punctuation.capitals``: lines in capitals among sentences that are not, as no address or heading is.
    """
    texts = pair.texts(edges)
    ends = [[end_mark(text) for text in both] for both in texts]
    sides = [(text.sentences, windows(side, edges)) for side, text in enumerate((pair.source, pair.target))]
    return {
        "punctuation.same-end": np.array([float(one == other) for one, other in ends]),
        "punctuation.weak-end": np.array([float(sum(end in INSIDE for end in both)) for both in ends]),
        "punctuation.open": _open_ends(*sides[0]) + _open_ends(*sides[1]),
        "punctuation.capitals": _capital_lines(*sides[0]) + _capital_lines(*sides[1]),
    }


def markers(pair: DocumentPair, edges: Edges) -> Columns:
    """``markers.both``: whether both sides begin as an item of a list (``1)``, ``б)``, a dash)."""
    found = [[bool(MARKER.match(text)) for text in both] for both in pair.texts(edges)]
    return {"markers.both": np.array([float(one and other) for one, other in found])}


def _open_ends(sentences: Sequence[str], where: Sequence[tuple[int, int]]) -> Floats:
    """Sentences of each window, except its last, that end without punctuation; 0 where most of a text do."""
    if not ends_marked(sentences):
        return np.zeros(len(where))
    return np.array(
        [sum(not end_mark(sentences[at]) for at in range(start, stop - 1)) for start, stop in where],
        dtype=np.float64,
    )


def _capital_lines(sentences: Sequence[str], where: Sequence[tuple[int, int]]) -> Floats:
    """Sentences of each window that are in capitals; 0 where all are."""
    capitals = [[in_capitals(sentences[at]) for at in range(*window)] for window in where]
    return np.array([0 if all(kinds) else sum(kinds) for kinds in capitals], dtype=np.float64)


def in_capitals(text: str) -> bool:
    """Whether all letters are capitals, and there are at least :data:`MIN_CAPITALS`."""
    return text.isupper() and sum(map(str.isalpha, text)) >= MIN_CAPITALS


def ends_marked(sentences: Sequence[str]) -> bool:
    """Whether a side marks the ends of its sentences: :data:`MIN_MARKED` of them."""
    return sum(bool(end_mark(text)) for text in sentences) >= MIN_MARKED * len(sentences)


def end_mark(text: str) -> str:
    """The family (:data:`FAMILIES`) of the last mark; empty where the text ends in a word."""
    return FAMILIES.get(CLOSING.sub("", text)[-1:], "")

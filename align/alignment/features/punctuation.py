"""How the two sides begin and end."""

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
WEAK = (",", ";", ":")
"""What a sentence hardly ends in."""

FAMILIES |= {":": ":", "：": ":", ";": ";", "；": ";", ",": ",", "-": ",", "–": ",", "—": ","}


def punctuation(material: DocumentPair, pairs: Edges) -> Columns:
    """How sentences begin and end, whatever closes after the mark.

    ``same-end``: whether the last marks of the two sides are of one family. ``weak-end``: sides that end
    in the midst of a sentence. ``starts``: whether one begins with a capital, the other with a small
    letter. ``open``: sentences before the last of a side that end in no mark at all, as headings and
    captions do. ``capitals``: lines in capitals run together with sentences that are not, as no address
    or heading is.
    """
    texts = material.texts(pairs)
    ends = [[end_mark(text) for text in both] for both in texts]
    starts = [[_start(text) for text in both] for both in texts]
    sides = [
        (text.sentences, windows(side, pairs)) for side, text in enumerate((material.source, material.target))
    ]
    same = np.array([float(one == other) for one, other in ends])
    return {
        "punctuation.same-end": same,
        "punctuation.weak-end": np.array([float(sum(end in WEAK for end in both)) for both in ends]),
        "punctuation.starts": np.array([float({*both} == {"a", "A"}) for both in starts]),
        "punctuation.open": _open_ends(*sides[0]) + _open_ends(*sides[1]),
        "punctuation.capitals": _among_others(*sides[0]) + _among_others(*sides[1]),
    }


def _open_ends(sentences: Sequence[str], stretches: Sequence[tuple[int, int]]) -> NDArray[np.float64]:
    """Sentences of each stretch, but for its last, that end in no mark."""
    return np.array(
        [sum(not end_mark(sentences[at]) for at in range(start, stop - 1)) for start, stop in stretches],
        dtype=np.float64,
    )


def _among_others(sentences: Sequence[str], stretches: Sequence[tuple[int, int]]) -> NDArray[np.float64]:
    """Sentences of each stretch that are all capitals, where others of it are not."""
    held = [[in_capitals(sentences[at]) for at in range(*stretch)] for stretch in stretches]
    return np.array([0 if all(kinds) else sum(kinds) for kinds in held], dtype=np.float64)


def in_capitals(text: str) -> bool:
    """Whether all letters are capitals, and there are at least four."""
    return text.isupper() and sum(map(str.isalpha, text)) >= 4


def markers(material: DocumentPair, pairs: Edges) -> Columns:
    """Whether both sides begin as an item of a list (``1)``, ``б)``, a dash)."""
    found = [[bool(MARKER.match(text)) for text in both] for both in material.texts(pairs)]
    return {"markers.both": np.array([float(one and other) for one, other in found])}


def _start(text: str) -> str:
    """``a`` for a small letter, ``A`` for any other; empty where the text begins with a figure."""
    first = next(filter(str.isalnum, text), "")
    return "" if not first.isalpha() else "a" if first.islower() and first.upper() != first else "A"


def end_mark(text: str) -> str:
    """The family of the last mark; empty where the text ends in a word."""
    return FAMILIES.get(CLOSING.sub("", text)[-1:], "")

"""How the two sides begin and end."""

from __future__ import annotations

import re

import numpy as np

from align.alignment.edges import Edges
from align.alignment.evidence.material import Columns, Material

CLOSING = re.compile(r"[\s\"'»«”“„’‘)\]]+$")
MARKER = re.compile(r"\s*(?:[-–—•*]|\(?(?:\d{1,3}|[IVXivx]{1,4}|[^\W\d_])\s?[.)])\s")
FAMILIES = {"?": "?", "؟": "?", "？": "?", "!": "!", "！": "!", ".": ".", "…": ".", "。": "."}
FAMILIES |= {":": ":", "：": ":", ";": ";", "；": ";", ",": ",", "-": ",", "–": ",", "—": ","}


def punctuation(material: Material, pairs: Edges) -> Columns:
    """Whether the last marks are of one family, whatever closes after them."""
    ends = [[_end(text) for text in both] for both in material.texts(pairs)]
    return {"punctuation.same-end": np.array([float(one == other) for one, other in ends])}


def markers(material: Material, pairs: Edges) -> Columns:
    """Whether both sides begin as an item of a list (``1)``, ``б)``, a dash)."""
    found = [[bool(MARKER.match(text)) for text in both] for both in material.texts(pairs)]
    return {"markers.both": np.array([float(one and other) for one, other in found])}


def _end(text: str) -> str:
    """The family of the last mark; empty where the text ends in a word."""
    return FAMILIES.get(CLOSING.sub("", text)[-1:], "")

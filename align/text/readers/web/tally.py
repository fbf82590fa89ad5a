"""What reading a web page or an e-book left out, counted and said."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from types import MappingProxyType
from typing import Literal

WebKind = Literal["menus", "hidden", "deletions", "ruby", "pictures", "frames", "contents"]

PHRASES: Mapping[WebKind, str] = MappingProxyType(
    {
        "menus": "navigation, header and footer of the page left out: {} characters",
        "hidden": "hidden text left out: {} characters",
        "deletions": "text marked as deleted left out: {} characters",
        "ruby": "readings above characters (ruby) left out: {} characters",
        "pictures": "pictures left out: {}",
        "frames": "frames and embedded objects left out: {}",
        "contents": "tables of contents left out: {}",
    }
)
"""Each kind, in the order in which they are said -> the note."""

BY_ELEMENT = frozenset({"pictures", "frames", "contents"})
"""Kinds of which elements are counted; of the others characters, white space left out."""


class WebTally(Counter[WebKind]):
    """How much of each kind was left out."""

    def notes(self) -> tuple[str, ...]:
        """A line for each kind that was met."""
        return tuple(phrase.format(f"{self[kind]:,}") for kind, phrase in PHRASES.items() if self[kind])

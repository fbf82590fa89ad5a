"""What reading a document of Word or OpenDocument left out, or chose, counted and said."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from types import MappingProxyType
from typing import Literal

Kind = Literal[
    "insertions", "deletions", "moves", "hidden", "web", "footnotes", "endnotes", "comments", "ruby", "signs",
    "placeholders", "documents", "pictures", "margins",
]  # fmt: skip

PHRASES: Mapping[Kind, str] = MappingProxyType(
    {
        "insertions": "tracked insertions read as accepted: {}",
        "deletions": "tracked deletions left out: {}",
        "moves": "moved text read once, where it was moved to: {}",
        "hidden": "hidden text left out: {} characters",
        "web": "text that web pages hide (page numbers of contents) left out: {} characters",
        "footnotes": "footnotes read, behind the text: {}",
        "endnotes": "endnotes read, at the end: {}",
        "comments": "comments left out: {}",
        "ruby": "readings above characters (ruby) left out: {} characters",
        "signs": "signs of symbol fonts that Unicode does not have left out: {}",
        "placeholders": "prompts of empty form fields left out: {}",
        "documents": "embedded documents and objects left out: {}",
        "pictures": "diagrams and charts left out: {}",
        "margins": "headers and footers left out: {}",
    }
)
"""Each kind, in the order in which they are said -> the note."""


class Tally(Counter[Kind]):
    """How often something of each kind was met."""

    def notes(self) -> tuple[str, ...]:
        """A line for each kind that was met."""
        return tuple(phrase.format(f"{self[kind]:,}") for kind, phrase in PHRASES.items() if self[kind])

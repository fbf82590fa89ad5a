"""What a journal keeps of a text that was read from pages: its words, and where on the pages each one stands.

A scan that is read again, by another engine or with other options, gives other letters. With the reading that
a decision was made on, its place is found in the new one (:mod:`.reading_map`). In a journal it is one line:

    {"reading":"<sha256>","text":"…","pages":[[width,height],…],"boxes":[[left,top,right,bottom],…]}
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from align.errors import AlignError, InputError, InvariantError
from align.facsimile.box import Box
from align.facsimile.facsimile import PAGE_END
from align.text.document import Document

LARGEST = 2**31
"""Pixels of a side of a page, and of the edge of a box, at most."""


@dataclass(frozen=True)
class KeptReading:
    """A text that was read from pages.

    Attributes:
        sha256: Of the text, as the lines of the journal name it.
        text: All of it.
        pages: Width and height of each page, in pixels.
        boxes: The place of each word of ``text``; ``None`` where none is known.

    Raises:
        InvariantError: There is not one box for each word, or not one size for each page, or a page
            has no area or more than ``LARGEST`` pixels a side.
    """

    sha256: str
    text: str
    pages: tuple[tuple[int, int], ...]
    boxes: tuple[Box | None, ...]

    def __post_init__(self) -> None:
        if not all(0 < side <= LARGEST for size in self.pages for side in size):
            raise InvariantError(f"the sides of a page must have 1 to {LARGEST} pixels, got {self.pages}")
        found = len(self.text.split()), self.text.count(PAGE_END) + 1
        if found != (len(self.boxes), len(self.pages)):
            raise InvariantError(
                f"a reading of {found[0]} words on {found[1]} pages needs as many boxes and sizes, got "
                f"{len(self.boxes)} and {len(self.pages)}"
            )

    def to_line(self) -> str:
        """The line of a journal, with its newline."""
        boxes = [box and [box.left, box.top, box.right, box.bottom] for box in self.boxes]
        values = {"reading": self.sha256, "text": self.text, "pages": self.pages, "boxes": boxes}
        return json.dumps(values, ensure_ascii=False, separators=(",", ":")) + "\n"


def reading_of(document: Document) -> KeptReading | None:
    """The reading of a document; ``None`` where it was not read from pages."""
    facsimile = document.facsimile
    if facsimile is None or not facsimile.pages:
        return None
    sizes = tuple((page.width, page.height) for page in facsimile.pages)
    boxes = tuple(word.box for word in facsimile.words)
    return KeptReading(document.sha256, facsimile.text, sizes, boxes)


def reading_from(values: Mapping[str, Any]) -> KeptReading:
    """The reading that :meth:`KeptReading.to_line` wrote.

    Raises:
        InputError: A value is missing or is another than expected.
    """
    try:
        boxes = tuple(None if box is None else _box(box) for box in values["boxes"])
        pages = tuple((int(width), int(height)) for width, height in values["pages"])
        return KeptReading(str(values["reading"]), str(values["text"]), pages, boxes)
    except (KeyError, TypeError, ValueError, ArithmeticError, AlignError) as error:
        raise InputError(f"a reading that cannot be used: {error}") from error


def _box(edges: Sequence[int]) -> Box:
    """A box whose edges can be those of a box on a page."""
    if any(abs(edge) > LARGEST for edge in edges):
        raise InputError(f"the edges of a box must be -{LARGEST} to {LARGEST}, got {edges}")
    return Box(*edges)

"""What a journal keeps of a text that was read from pages: its words, and where on the pages each one stands.

A scan that is read again, by another engine or with other options, gives other letters. With the reading that
a decision was made on, its place is found in the new one (:mod:`.reading_map`). In a journal it is one line:

    {"reading":"<sha256>","text":"…","pages":[[width,height],…],"boxes":[[left,top,right,bottom],…]}
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from align.errors import AlignError, InputError, InvariantError
from align.facsimile.box import Box
from align.facsimile.facsimile import PAGE_END
from align.text.document import Document


@dataclass(frozen=True)
class KeptReading:
    """A text that was read from pages.

    Attributes:
        sha256: Of the text, as the lines of the journal name it.
        text: All of it.
        pages: Width and height of each page, in pixels.
        boxes: The place of each word of ``text``; ``None`` where none is known.

    Raises:
        InvariantError: There is not one box for each word, or not one size for each page.
    """

    sha256: str
    text: str
    pages: tuple[tuple[int, int], ...]
    boxes: tuple[Box | None, ...]

    def __post_init__(self) -> None:
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
        boxes = tuple(None if box is None else Box(*box) for box in values["boxes"])
        pages = tuple((int(width), int(height)) for width, height in values["pages"])
        return KeptReading(str(values["reading"]), str(values["text"]), pages, boxes)
    except (KeyError, TypeError, ValueError, AlignError) as error:
        raise InputError(f"a reading that cannot be used: {error}") from error

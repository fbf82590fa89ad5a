"""A paragraph of OpenDocument -> its text, and what is anchored in it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

from align.text.edit import PAGE_BREAK
from align.text.readers.opendocument.styles import OdtStyles, TextLook
from align.text.readers.opendocument.xml_names import attribute, child, number_of, tag_of
from align.text.readers.text_bound import TextBound
from align.text.readers.word.blocks import Block
from align.text.readers.word.inline import SUPERSCRIPT
from align.text.readers.word.tally import Kind, Tally

SPACE = re.compile("[ \t\r\n]+")
"""White space that counts as one space (OpenDocument 1.3, 6.1.2)."""

MAX_SPACES = 1000
"""Of ``text:s``, which may say any number."""

NO_TEXT = frozenset(
    {
        *("text:change", "text:change-start", "text:change-end", "text:tracked-changes", "text:script"),
        *("text:ruby-text", "text:note-citation", "office:annotation-end", "office:event-listeners"),
    }
)
LEFT_OUT: dict[str, Kind] = {"office:annotation": "comments", "text:placeholder": "placeholders"}


@dataclass
class OdtParagraph:
    """What was read of a paragraph.

    Attributes:
        pieces: The text, piece by piece.
        boxes: Text boxes that are anchored in the paragraph.
        notes: The elements of the notes whose signs stand in it.
    """

    pieces: list[str] = field(default_factory=list)
    boxes: list[Block] = field(default_factory=list)
    notes: list[Any] = field(default_factory=list)

    @property
    def text(self) -> str:
        """The text as it is read so far."""
        return "".join(self.pieces)


class OdtInlineReader:
    """Reads paragraphs.

    Args:
        styles: The document's styles.
        tally: Counts what is left out.
        bound: Counts the text that is read.
        box: Reads the text boxes of a drawing.
    """

    def __init__(
        self, styles: OdtStyles, tally: Tally, bound: TextBound, box: Callable[[Any], Iterator[Block]]
    ) -> None:
        self._styles = styles
        self._tally = tally
        self._bound = bound
        self._box = box

    def read(self, paragraph: Any) -> OdtParagraph:  # noqa: ANN401  # lxml's element
        """The text of a paragraph or heading."""
        content = OdtParagraph()
        look = self._styles.look("paragraph", attribute(paragraph, "text:style-name"))
        self._inline(paragraph, look, content)
        content.pieces = [content.text.rstrip(" ")]
        return content

    def _inline(self, parent: Any, look: TextLook, content: OdtParagraph) -> None:  # noqa: ANN401
        self._add(SPACE.sub(" ", parent.text or ""), look, content)
        for element in parent:
            self._element(element, tag_of(element), look, content)
            self._add(SPACE.sub(" ", element.tail or ""), look, content)

    def _element(self, element: Any, name: str, look: TextLook, content: OdtParagraph) -> None:  # noqa: ANN401
        sign = _sign(element, name)
        if sign:
            self._put(sign, look, content)
        elif name in LEFT_OUT or _is_prompt(element, name):
            self._tally[LEFT_OUT.get(name, "placeholders")] += 1
        elif name == "text:note":
            content.notes.append(element)
        elif name.startswith(("draw:", "dr3d:")):
            content.boxes += self._box(element)
        elif name == "text:ruby":
            self._ruby(element, look, content)
        elif name and name not in NO_TEXT:
            style = attribute(element, "text:style-name") if name in ("text:span", "text:a") else None
            inner = self._styles.look("text", style, look)
            hidden = attribute(element, "text:is-hidden") == "true"
            self._inline(element, TextLook(hidden=True) if hidden else inner, content)

    def _ruby(self, element: Any, look: TextLook, content: OdtParagraph) -> None:  # noqa: ANN401
        base, reading = child(element, "text:ruby-base"), child(element, "text:ruby-text")
        if base is not None:
            self._inline(base, look, content)
        self._tally["ruby"] += len("" if reading is None else "".join(reading.itertext()))

    def _add(self, text: str, look: TextLook, content: OdtParagraph) -> None:
        """Add text whose white space was collapsed; a space behind a space, or at the beginning, is none."""
        before = next((piece for piece in reversed(content.pieces) if piece), "")
        if text.startswith(" ") and (not before or before.endswith(" ")):
            text = text[1:]
        self._put(text, look, content)

    def _put(self, text: str, look: TextLook, content: OdtParagraph) -> None:
        if look.hidden:
            self._tally["hidden"] += len(text.strip())
        elif text:
            read = self._bound.count(text)
            content.pieces.append(read.translate(SUPERSCRIPT) if look.raised else read)


def _sign(element: Any, name: str) -> str:  # noqa: ANN401
    """The characters that an element stands for; empty for one that holds text."""
    if name == "text:s":
        return " " * min(number_of(element, "text:c", 1), MAX_SPACES)
    return {
        "text:tab": "\t",
        "text:line-break": "\n",
        "text:soft-page-break": f"\n{PAGE_BREAK}\n",
    }.get(name, "")


def _is_prompt(element: Any, name: str) -> bool:  # noqa: ANN401
    """Whether a form field holds only what asks for its text."""
    return name == "loext:content-control" and attribute(element, "loext:showing-place-holder") == "true"

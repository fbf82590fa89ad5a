"""The body of a Word document, a note or a text box -> its paragraphs and tables."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from typing import Any

from align.text.readers.text_bound import TextBound
from align.text.readers.word.blocks import Block, Paragraph, Table, TableCell
from align.text.readers.word.inline import InlineReader, ParagraphContent
from align.text.readers.word.inline_elements import chosen, is_prompt
from align.text.readers.word.numbering import ListNumbers
from align.text.readers.word.package import WordParts
from align.text.readers.word.styles import Styles
from align.text.readers.word.tally import Kind, Tally
from align.text.readers.word.xml_names import attribute, child, children, is_on, tag_of

WRAPPERS = frozenset({"w:sdt", "w:sdtContent", "w:customXml", "w:smartTag", "w:ins", "w:moveTo"})
"""Elements whose paragraphs, rows and cells are like those around them."""

ROW_CHANGES: dict[str, Kind] = {"ins": "insertions", "del": "deletions"}
"""Tracked changes of a whole row."""

SPACE = " \t\n\f"
"""What may stand before a paragraph's number: it is not text of the paragraph."""

SEPARATORS = frozenset({"separator", "continuationSeparator", "continuationNotice"})
"""Notes that hold a line between the text and the notes."""


class StoryReader:
    """Reads the parts of one document.

    Args:
        parts: The parts.
        bound: Counts the text, of which a note or a label may be there many times.
    """

    def __init__(self, parts: WordParts, bound: TextBound) -> None:
        self.tally = Tally()
        self._parts = parts
        self._bound = bound
        self._styles = Styles(parts.styles)
        self._numbers = ListNumbers(parts.numbering, self._styles)
        self._inline = InlineReader(self._styles, self.tally, self._blocks)
        self._later: dict[Kind, list[str]] = {"footnotes": [], "endnotes": []}
        self._notes: dict[Kind, dict[str, Any]] = {
            "footnotes": _by_id(parts.footnotes, "footnote"),
            "endnotes": _by_id(parts.endnotes, "endnote"),
        }

    def body(self) -> tuple[Block, ...]:
        """The text in order; then the footnotes and the endnotes, in the order of their signs.

        The rule ``footnotes`` moves those of a text file behind its text too, so that both meet.
        """
        blocks = list(self._blocks(self._parts.body))
        for kind, ids in self._later.items():
            for id_ in ids:
                blocks += self._note(kind, id_)
        self.tally["margins"] = sum(_holds_letters(root) for root in self._parts.margins)
        return tuple(blocks)

    def _blocks(self, parent: Any) -> Iterator[Block]:  # noqa: ANN401  # lxml's element
        """Paragraphs and tables in order; a paragraph that runs on is one with the next."""
        content: ParagraphContent | None = None
        for element in self._flat(parent, ("w:p", "w:tbl", "w:altChunk")):
            if tag_of(element) == "w:p":
                content = content or ParagraphContent()
                if self._paragraph(element, content):
                    continue
            if content is not None:
                yield from self._closed(content)
                content = None
            if tag_of(element) == "w:tbl":
                yield Table(tuple(self._rows(element)))
            elif tag_of(element) == "w:altChunk":
                self.tally["documents"] += 1
        if content is not None and (content.pieces or content.boxes or content.notes):
            yield from self._closed(content)

    def _paragraph(self, element: Any, content: ParagraphContent) -> bool:  # noqa: ANN401
        """Read a paragraph; whether it runs on into the next."""
        begun = content.text
        properties = child(element, "pPr")
        self._inline.read(element, self._styles.paragraph_style(properties), content)
        runs_on = _runs_on(properties)
        if not begun and (content.text or not runs_on):
            content.label = self._numbers.label(properties)
        return runs_on

    def _closed(self, content: ParagraphContent) -> Iterator[Block]:
        """A paragraph, then its text boxes; an empty one that only anchors boxes or notes is none."""
        text = content.text
        boxes = [box for box in content.boxes if _holds_text(box)]
        inner = text.lstrip(SPACE)
        if inner or not (boxes or content.notes):
            whole = text.removesuffix(inner) + content.label + inner if inner else text
            yield Paragraph(self._bound.count(whole))
        yield from boxes
        for kind, id_ in content.notes:
            self._later[kind].append(id_)

    def _note(self, kind: Kind, id_: str) -> Iterator[Block]:
        """The paragraphs of a note."""
        note = self._notes[kind].get(id_)
        if note is not None:
            with self._inline.apart():
                blocks = [one for one in self._blocks(note) if _holds_text(one)]
            self.tally[kind] += bool(blocks)
            yield from blocks

    def _rows(self, table: Any) -> Iterator[tuple[TableCell, ...]]:  # noqa: ANN401
        for row in self._flat(table, ("w:tr",)):
            properties = child(row, "trPr")
            for name, kind in ROW_CHANGES.items():
                self.tally[kind] += child(properties, name) is not None
            if child(properties, "del") is None:
                yield tuple(self._cells(row))

    def _cells(self, row: Any) -> Iterator[TableCell]:  # noqa: ANN401
        for cell in self._flat(row, ("w:tc",)):
            properties = child(cell, "tcPr")
            if child(properties, "cellDel") is not None:
                self.tally["deletions"] += 1
                continue
            merge = child(properties, "vMerge")
            yield TableCell(
                tuple(self._blocks(cell)), merge is not None and attribute(merge, "val") != "restart"
            )

    def _flat(self, parent: Any, wanted: tuple[str, ...]) -> Iterator[Any]:  # noqa: ANN401
        """The elements of these names, through those that only wrap them; what was deleted is left out."""
        for element in parent:
            name = tag_of(element)
            if name in wanted:
                yield element
            elif name == "mc:AlternateContent":
                yield from self._flat(chosen(element), wanted)
            elif is_prompt(element, name):
                self.tally["placeholders"] += 1
            elif name in WRAPPERS:
                yield from self._flat(element, wanted)


def _holds_text(block: Block) -> bool:
    return not isinstance(block, Paragraph) or bool(block.text.strip())


def _holds_letters(root: Any) -> bool:  # noqa: ANN401
    texts = (one.text or "" for one in root.iter() if tag_of(one) == "w:t")
    return any(map(str.isalpha, chain.from_iterable(texts)))


def _by_id(root: Any, name: str) -> dict[str, Any]:  # noqa: ANN401
    """The notes of a part; ``name``: of their elements."""
    notes = (note for note in children(root, name) if attribute(note, "type") not in SEPARATORS)
    return {attribute(note, "id") or "": note for note in notes}


def _runs_on(properties: Any) -> bool:  # noqa: ANN401
    """Whether a paragraph runs on into the next: its mark was deleted, moved or hidden; an initial."""
    if attribute(child(properties, "framePr"), "dropCap") in ("drop", "margin"):
        return True
    mark = child(properties, "rPr")
    gone = child(mark, "del") is not None or child(mark, "moveFrom") is not None
    return gone or any(mark is not None and is_on(mark, name) for name in ("specVanish", "vanish"))

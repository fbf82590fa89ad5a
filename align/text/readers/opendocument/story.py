"""The body of an OpenDocument text, a note or a text box -> its paragraphs and tables."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from align.text.edit import PAGE_BREAK
from align.text.readers.opendocument.inline import OdtInlineReader, OdtParagraph
from align.text.readers.opendocument.list_numbers import Counts, OdtListNumbers
from align.text.readers.opendocument.package import TextParts
from align.text.readers.opendocument.styles import OdtStyles, margins_with_text
from align.text.readers.opendocument.table import covered_below
from align.text.readers.opendocument.xml_names import attribute, child, full, number_of, tag_of
from align.text.readers.text_bound import TextBound
from align.text.readers.word.blocks import Block, Paragraph, Table, TableCell
from align.text.readers.word.tally import Kind, Tally

INDEXES = frozenset(
    f"text:{kind}"
    for kind in (
        *("table-of-content", "illustration-index", "table-index", "object-index", "user-index"),
        *("alphabetical-index", "bibliography", "index-body", "index-title"),
    )
)
"""Tables of contents and other indexes: their text is read as it was made last."""

WRAPPERS = INDEXES | {"text:section", "text:numbered-paragraph", "office:text", "text:list-header"}
"""Elements whose paragraphs are like those around them."""

CHANGES: dict[str, Kind] = {"text:insertion": "insertions", "text:deletion": "deletions"}

NOTES: dict[str | None, Kind] = {"footnote": "footnotes", "endnote": "endnotes"}


class OdtStoryReader:
    """Reads the parts of one document.

    Args:
        parts: The parts.
        bound: Counts the text, of which a space or a label may be there many times.
    """

    def __init__(self, parts: TextParts, bound: TextBound) -> None:
        self.tally = Tally()
        self._parts = parts
        self._bound = bound
        self._styles = OdtStyles(parts.styles)
        self._numbers = OdtListNumbers(parts.styles)
        self._inline = OdtInlineReader(self._styles, self.tally, bound, self._boxes)
        self._later: dict[Kind, list[Any]] = {"footnotes": [], "endnotes": []}
        self._label = ""

    def body(self) -> tuple[Block, ...]:
        """The text in order; then the footnotes and the endnotes, in the order of their signs."""
        blocks = list(self._blocks(self._parts.body))
        for kind, notes in self._later.items():
            for note in notes:  # a note inside a note is added while they are read
                found = [one for one in self._blocks(child(note, "text:note-body")) if _holds_text(one)]
                self.tally[kind] += bool(found)
                blocks += found
        self.tally["margins"] = margins_with_text(self._parts.styles)
        return tuple(blocks)

    def _blocks(self, parent: Any) -> Iterator[Block]:  # noqa: ANN401  # lxml's element
        """Paragraphs and tables in order."""
        for element in () if parent is None else parent:
            name = tag_of(element)
            if name in ("text:p", "text:h"):
                yield from self._paragraph(element, name)
            elif name == "text:list":
                style = attribute(element, "text:style-name") or ""
                counts = self._numbers.begin(element, style)
                yield from self._list(element, style, 1, counts)
                self._numbers.end(element, style, counts)
            elif name == "table:table":
                yield Table(tuple(self._rows(element)))
            elif name == "text:tracked-changes":
                self._count_changes(element)
            elif name == "text:soft-page-break":
                yield Paragraph(PAGE_BREAK)
            elif name.startswith(("draw:", "dr3d:")):
                yield from self._boxes(element)
            elif name in WRAPPERS:
                yield from self._wrapped(element)

    def _wrapped(self, element: Any) -> Iterator[Block]:  # noqa: ANN401
        """The paragraphs of a section or an index, unless it is hidden."""
        if attribute(element, "text:display") == "none" or attribute(element, "text:is-hidden") == "true":
            self.tally["hidden"] += len("".join("".join(element.itertext()).split()))
        else:
            yield from self._blocks(element)

    def _paragraph(self, element: Any, name: str) -> Iterator[Block]:  # noqa: ANN401
        """A paragraph, then its text boxes; an empty one that only anchors boxes or notes is none."""
        label, self._label = self._label, ""
        if name == "text:h" and not label and attribute(element, "text:is-list-header") != "true":
            label = self._numbers.heading(number_of(element, "text:outline-level", 1))
        if self._styles.begins_page(attribute(element, "text:style-name")):
            yield Paragraph(PAGE_BREAK)
        content = self._inline.read(element)
        yield from self._closed(content, label)

    def _closed(self, content: OdtParagraph, label: str) -> Iterator[Block]:
        text = content.text
        boxes = [box for box in content.boxes if _holds_text(box)]
        if text.strip() or not (boxes or content.notes):
            yield Paragraph(self._bound.count(label) + text if text.strip() else text)
        yield from boxes
        for note in content.notes:
            self._later[NOTES.get(attribute(note, "text:note-class"), "footnotes")].append(note)

    def _list(self, element: Any, style: str, level: int, counts: Counts) -> Iterator[Block]:  # noqa: ANN401
        """The items of a list; one that holds only another list has no number."""
        for item in element:
            name = tag_of(item)
            if name == "text:list-header":
                yield from self._blocks(item)
            elif name == "text:list-item":
                yield from self._item(item, attribute(item, "text:style-override") or style, level, counts)

    def _item(self, item: Any, style: str, level: int, counts: Counts) -> Iterator[Block]:  # noqa: ANN401
        start = number_of(item, "text:start-value", -1)
        begun = False
        for element in item:
            name = tag_of(element)
            if name == "text:list":
                if attribute(element, "text:continue-numbering") != "true":
                    del counts[level:]
                inner = attribute(element, "text:style-name") or style
                yield from self._list(element, inner, level + 1, counts)
                continue
            if name in ("text:p", "text:h") and not begun:
                begun = True
                self._label = self._numbers.item(counts, style, level, None if start < 0 else start)
            yield from self._blocks((element,))

    def _rows(self, table: Any) -> Iterator[tuple[TableCell, ...]]:  # noqa: ANN401
        covered: dict[int, int] = {}
        for row in table.iter(full("table:table-row")):
            if next(row.iterancestors(full("table:table"))) is table:
                yield tuple(self._cells(row, covered))

    def _cells(self, row: Any, covered: dict[int, int]) -> Iterator[TableCell]:  # noqa: ANN401
        """The cells of a row; one that a cell above covers is one with it."""
        for cell, continued in covered_below(row, covered):
            yield TableCell(() if continued else tuple(self._blocks(cell)), continued)

    def _boxes(self, drawing: Any) -> Iterator[Block]:  # noqa: ANN401
        """The text of a drawing: of its text boxes, or of its shape."""
        name = tag_of(drawing)
        if name in ("draw:object", "draw:object-ole"):
            self.tally["documents"] += 1
        for element in drawing:
            inner = tag_of(element)
            if inner.startswith(("draw:", "dr3d:")):
                yield from self._boxes(element)
            elif inner in ("text:p", "text:h", "text:list", "table:table") or inner in WRAPPERS:
                yield from (one for one in self._blocks((element,)) if _holds_text(one))

    def _count_changes(self, changes: Any) -> None:  # noqa: ANN401
        """Count tracked changes: insertions stand in the text, deletions only here."""
        for change in changes.iter(*map(full, CHANGES)):
            self.tally[CHANGES[tag_of(change)]] += 1


def _holds_text(block: Block) -> bool:
    return not isinstance(block, Paragraph) or bool(block.text.strip())

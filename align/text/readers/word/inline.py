"""A paragraph of Word -> its text, and what is anchored in it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from align.text.edit import PAGE_BREAK
from align.text.readers.word.blocks import Block, Paragraph
from align.text.readers.word.inline_elements import (
    BOXED,
    CHARACTERS,
    CONSTANT,
    LEFT_OUT,
    NOTES,
    TRACKED,
    WRAPPERS,
    chosen,
    is_prompt,
)
from align.text.readers.word.maths import formula_text
from align.text.readers.word.styles import Styles
from align.text.readers.word.symbols import in_unicode, symbol
from align.text.readers.word.tally import Kind, Tally
from align.text.readers.word.xml_names import attribute, child, tag_of, value_of

SUPERSCRIPT = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
"""Figures that are set high: 10³ is not 103."""


@dataclass
class ParagraphContent:
    """What was read of a paragraph.

    Attributes:
        pieces: The text, piece by piece.
        boxes: Text boxes that are anchored in the paragraph.
        notes: Kind and id of the notes whose signs stand in it.
        label: The number of a list item, with the space behind it.
    """

    pieces: list[str] = field(default_factory=list)
    boxes: list[Block] = field(default_factory=list)
    notes: list[tuple[Kind, str]] = field(default_factory=list)
    label: str = ""

    @property
    def text(self) -> str:
        """The text as it is read so far."""
        return "".join(self.pieces)


class InlineReader:
    """Reads paragraphs one after another; a field may begin in one and end in another.

    Args:
        styles: The document's styles.
        tally: Counts what is left out.
        box: Reads the content of a text box.
    """

    def __init__(self, styles: Styles, tally: Tally, box: Callable[[Any], Iterator[Block]]) -> None:
        self._styles = styles
        self._tally = tally
        self._box = box
        self._fields: list[bool] = []
        """For each open field, whether its result was reached."""
        self._page_ended = False

    def read(self, paragraph: Any, style: str | None, content: ParagraphContent) -> None:  # noqa: ANN401
        """Add the text of a paragraph of this style to ``content``."""
        self._inline(paragraph, style, content)
        self._fields = [reached for reached in self._fields if reached]

    @contextmanager
    def apart(self) -> Iterator[None]:
        """Read a text box or a note: fields that are open around it do not enclose it."""
        kept = self._fields, self._page_ended
        self._fields = []
        yield
        self._fields, self._page_ended = kept

    def _inline(self, parent: Any, style: str | None, content: ParagraphContent) -> None:  # noqa: ANN401
        for element in parent:
            name = tag_of(element)
            if name in TRACKED:
                self._tally[TRACKED[name]] += 1
            if name == "w:r":
                self._run(element, style, content)
            elif name in ("m:oMath", "m:oMathPara"):
                self._add(formula_text(element), content)
            elif name == "mc:AlternateContent":
                self._inline(chosen(element), style, content)
            elif is_prompt(element, name):
                self._tally["placeholders"] += 1
            elif name in WRAPPERS:
                self._inline(element, style, content)
            elif name in LEFT_OUT:
                self._tally[LEFT_OUT[name]] += 1

    def _run(self, run: Any, style: str | None, content: ParagraphContent) -> None:  # noqa: ANN401
        properties = child(run, "rPr")
        if self._styles.hides(properties, style):
            self._skip(run, "hidden")
        elif self._styles.hides_on_web(properties):
            self._skip(run, "web")
        else:
            fonts, begun = child(properties, "rFonts"), len(content.pieces)
            self._elements(run, attribute(fonts, "ascii") or attribute(fonts, "hAnsi"), style, content)
            if value_of(properties, "vertAlign") == "superscript":
                content.pieces[begun:] = [piece.translate(SUPERSCRIPT) for piece in content.pieces[begun:]]

    def _skip(self, run: Any, kind: Kind) -> None:  # noqa: ANN401
        """Leave a hidden run out, but for the fields that begin and end in it."""
        for element in run.iter():
            name = tag_of(element)
            if name == "w:fldChar":
                self._field(element)
            elif name == "w:t" and all(self._fields):
                self._tally[kind] += len((element.text or "").strip())

    def _elements(self, run: Any, font: str | None, style: str | None, content: ParagraphContent) -> None:  # noqa: ANN401
        for element in run:
            name = tag_of(element)
            if name in CHARACTERS:
                self._add(self._character(element, name, font), content)
            elif name in ("w:br", "w:lastRenderedPageBreak"):
                self._break(element, name, content)
            elif name == "w:fldChar":
                self._field(element)
            elif name == "w:ruby":
                self._ruby(element, style, content)
            elif name in NOTES:
                content.notes.append((NOTES[name], attribute(element, "id") or ""))
            elif name == "mc:AlternateContent":
                self._elements(chosen(element), font, style, content)
            elif name in LEFT_OUT:
                self._tally[LEFT_OUT[name]] += 1
            elif not name or name in BOXED:
                content.boxes += self._boxes(element)

    def _character(self, element: Any, name: str, font: str | None) -> str:  # noqa: ANN401
        """The text that an element of a run stands for; empty for a sign that Unicode does not have."""
        if name == "w:sym":
            text = symbol(attribute(element, "char"), attribute(element, "font"))
            lost = int(text is None)
        else:
            text, lost = in_unicode(CONSTANT.get(name) or element.text or "", font)
        self._tally["signs"] += lost
        return text or ""

    def _add(self, text: str, content: ParagraphContent) -> None:
        """Add visible text; what stands in the instruction of a field is none."""
        if text and all(self._fields):
            self._page_ended = False
            content.pieces.append(text)

    def _field(self, element: Any) -> None:  # noqa: ANN401
        kind = attribute(element, "fldCharType")
        if kind == "begin":
            self._fields.append(False)
        elif kind == "separate" and self._fields:
            self._fields[-1] = True
        elif kind == "end" and self._fields:
            self._fields.pop()

    def _break(self, element: Any, name: str, content: ParagraphContent) -> None:  # noqa: ANN401
        """A line's or page's end; a page end that Word computed is left out behind one that is set."""
        if name == "w:br" and attribute(element, "type") != "page":
            self._add("\n", content)
        elif name == "w:br" or not self._page_ended:
            self._add(f"\n{PAGE_BREAK}\n", content)
            self._page_ended = name == "w:br"

    def _ruby(self, element: Any, style: str | None, content: ParagraphContent) -> None:  # noqa: ANN401
        for part in element:
            if tag_of(part) == "w:rubyBase":
                self._inline(part, style, content)
            elif tag_of(part) == "w:rt":
                self._tally["ruby"] += sum(len(one.text or "") for one in part.iter() if tag_of(one) == "w:t")

    def _boxes(self, element: Any) -> Iterator[Block]:  # noqa: ANN401
        """The text boxes of a drawing or picture, each once."""
        for part in element:
            name = tag_of(part)
            if name == "w:txbxContent":
                with self.apart():
                    yield from self._box(part)
            elif name == "v:textpath":
                yield Paragraph(part.get("string", ""))
            elif name in LEFT_OUT:
                self._tally[LEFT_OUT[name]] += 1
            else:
                yield from self._boxes(chosen(part) if name == "mc:AlternateContent" else part)

"""The text layer of a page of a PDF, with the places of its words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from ctypes import byref, c_double, c_int
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import Any

from align.facsimile.box import Box, box_around
from align.facsimile.page import Page, PageBlock, PageLine, PageWord
from align.scan.extra import library
from align.scan.frame import Frame
from align.scan.signs import without_halves

HYPHENS = "\x02\ufffe"
"""What PDFium gives for the hyphen at the end of a line; it gives no line break behind it."""

PARTS = 64
"""Into how many parts a pixel is divided."""

UNITS = 1000.0
"""The distance that is measured, in units of a PDF."""

GAP = 1.7
"""How many times the usual distance of lines parts two blocks."""


@dataclass(frozen=True)
class _Sign:
    """A character and its place in pixels; without one where PDFium made it up, as spaces are."""

    text: str
    edges: tuple[float, float, float, float] | None


def layer_page(document: Any, number: int, frame: Frame) -> Page:  # noqa: ANN401  # pypdfium2.PdfDocument
    """The words of the text layer of a page, in the order of the file; a page without words has none.

    Args:
        document: A PDF that is open.
        number: The page, from 0.
        frame: Its size and resolution.
    """
    lines = [line for signs in _line_signs(_signs(document[number], frame)) if (line := _line(signs, frame))]
    return Page(frame.width, frame.height, tuple(_blocks(lines)), dpi=frame.dpi)


def _signs(page: Any, frame: Frame) -> Iterator[_Sign]:  # noqa: ANN401
    raw = library("pypdfium2.raw")
    text = page.get_textpage()
    place = _Places(page, frame)
    left, right, bottom, top = (c_double() for _ in range(4))
    edges = byref(left), byref(right), byref(bottom), byref(top)
    handle = text.raw
    for at in range(text.count_chars()):
        sign = chr(raw.FPDFText_GetUnicode(handle, at))
        if sign.isspace() or raw.FPDFText_IsGenerated(handle, at) == 1:
            yield _Sign(sign, None)
        elif raw.FPDFText_GetCharBox(handle, at, *edges):
            yield _Sign(sign, place.pixels(left.value, bottom.value, right.value, top.value))
        else:
            yield _Sign(sign, None)


class _Places:
    """Places on the page of a PDF -> pixels of the page as PDFium renders it: cropped, and turned."""

    def __init__(self, page: Any, frame: Frame) -> None:  # noqa: ANN401
        size = frame.width * PARTS, frame.height * PARTS
        self._zero = _rendered(page, size, 0, 0)
        self._across = _step_from(self._zero, _rendered(page, size, UNITS, 0))
        self._up = _step_from(self._zero, _rendered(page, size, 0, UNITS))

    def pixels(
        self, left: float, bottom: float, right: float, top: float
    ) -> tuple[float, float, float, float]:
        """Left, top, right, bottom."""
        (one, other), (third, fourth) = self._point(left, top), self._point(right, bottom)
        return min(one, third), min(other, fourth), max(one, third), max(other, fourth)

    def _point(self, x: float, y: float) -> tuple[float, float]:
        (left, top), across, up = self._zero, self._across, self._up
        return left + x * across[0] + y * up[0], top + x * across[1] + y * up[1]


def _rendered(page: Any, size: tuple[int, int], x: float, y: float) -> tuple[float, float]:  # noqa: ANN401
    """Where a place of a page is in pixels. PDFium counts whole ones, so that the page is made larger."""
    across, down = c_int(), c_int()
    where = byref(across), byref(down)
    library("pypdfium2.raw").FPDF_PageToDevice(page.raw, 0, 0, *size, 0, x, y, *where)
    return across.value / PARTS, down.value / PARTS


def _step_from(zero: tuple[float, float], other: tuple[float, float]) -> tuple[float, float]:
    """The pixels of a unit."""
    return (other[0] - zero[0]) / UNITS, (other[1] - zero[1]) / UNITS


def _line_signs(signs: Iterable[_Sign]) -> Iterator[list[_Sign]]:
    """The characters of each line."""
    line: list[_Sign] = []
    for sign in signs:
        if sign.text in "\r\n\f":
            yield line
            line = []
        elif sign.text in HYPHENS:
            yield [*line, _Sign("-", sign.edges)]
            line = []
        elif sign.text != "\0":
            line.append(sign)
    yield line


def _line(signs: Iterable[_Sign], frame: Frame) -> PageLine | None:
    words, letters = [], list[_Sign]()
    for sign in (*signs, _Sign(" ", None)):
        if not sign.text.isspace():
            letters.append(sign)
        elif letters:
            words.append(_word(letters, frame))
            letters = []
    return PageLine(tuple(words), box_around(word.box for word in words)) if words else None


def _word(letters: list[_Sign], frame: Frame) -> PageWord:
    edges = [sign.edges for sign in letters if sign.edges]
    box = None
    if edges:
        left, top = (int(min(edge[at] for edge in edges)) for at in (0, 1))
        right, bottom = (int(max(edge[at] for edge in edges)) + 1 for at in (2, 3))
        box = Box(left, top, right, bottom).within(frame.width, frame.height)
    return PageWord(without_halves("".join(sign.text for sign in letters)), box)


def _blocks(lines: list[PageLine]) -> Iterator[PageBlock]:
    """Lines with a wide gap above begin a block; the next column does not, a sentence may go on there."""
    steps = [_step(one, other) for one, other in pairwise(lines)]
    usual = median([step for step in steps if step > 0] or [0])
    block: list[PageLine] = []
    for line, step in zip(lines, [0.0, *steps], strict=False):
        if block and step > GAP * usual > 0:
            yield _block(block)
            block = []
        block.append(line)
    if block:
        yield _block(block)


def _block(lines: list[PageLine]) -> PageBlock:
    return PageBlock(tuple(lines), box_around(line.box for line in lines))


def _step(one: PageLine, other: PageLine) -> float:
    """How far the foot of a line is below that of the line before."""
    return float(other.box.bottom - one.box.bottom) if one.box and other.box else 0.0

"""How high a row of a workbook must be, so that no line of its text is cut in any program.

A workbook does not define where its lines break: each program wraps the text anew, with the fonts that it
has. So each letter counts as wide as it is in the widest of the usual fonts (Calibri, Carlito, Arial, DejaVu
Sans), measured in figures, the unit of the width of a column.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from functools import cache

LINE_HEIGHT = 15.0
"""Points of a line of text in Calibri 11, the highest of the usual fonts."""

PADDING = 4.0
"""Points above the first and below the last line together."""

MAX_HEIGHT = 409.0
"""Points of the highest row that a workbook can have."""

SPARE = 0.96
"""Fraction of a column's width that counts: programs round the width of letters when they scale a page."""

_CLASSES = (
    (" .,:;!'|’ijlIіїІЇ", 0.54),
    ("frtJ()[]{}-/\\", 0.68),
    ("жмфыюМДЦЫ—…%m", 1.4),
    ("wWшщЖШЩЮФM@№&→", 1.72),
)
_WIDTHS = {letter: width for letters, width in _CLASSES for letter in letters}
_CAPITAL, _USUAL, _FULL = 1.2, 1.03, 2.2


def row_height(cells: Iterable[tuple[str, float]]) -> float:
    """The height of a row in points.

    Args:
        cells: The text of each cell, and the width of its column in figures.

    Returns:
        The height of the highest cell; it may be more than :data:`MAX_HEIGHT`.
    """
    lines = max((line_count(text, width) for text, width in cells), default=1)
    return lines * LINE_HEIGHT + PADDING


def line_count(text: str, width: float) -> int:
    """The number of lines that a text takes in a column, at most.

    Example:
        >>> line_count("Ваш ответ получил.", 60), line_count("Ваш ответ получил.", 10)
        (1, 2)
    """
    return sum(_lines_of(paragraph, width * SPARE) for paragraph in text.split("\n"))


def _lines_of(paragraph: str, width: float) -> int:
    lines, filled, space = 1, 0.0, _width_of(" ")
    for word in paragraph.split():
        needed = sum(map(_width_of, word))
        if filled and filled + space + needed > width:
            lines, filled = lines + 1, 0.0
        filled += (space if filled else 0.0) + needed
        if filled > width:  # a word longer than the column is cut into several lines
            whole = int(filled // width)
            lines, filled = lines + whole, filled - whole * width
    return lines


@cache
def _width_of(letter: str) -> float:
    """The width of a letter in figures."""
    if letter in _WIDTHS:
        return _WIDTHS[letter]
    if unicodedata.category(letter) in ("Mn", "Cf"):
        return 0.0
    if unicodedata.east_asian_width(letter) in "WF":
        return _FULL
    return _CAPITAL if letter.isupper() else _USUAL

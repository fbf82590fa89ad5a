"""The numbers of list items and headings, counted as LibreOffice counts them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from align.text.readers.opendocument.xml_names import XML_ID, attribute, full, number_of
from align.text.readers.word.number_formats import formatted

STARTS: tuple[tuple[str, str], ...] = (
    ("А, Б", "russianUpper"),
    ("а, б", "russianLower"),
    ("01", "decimalZero"),
    ("A", "upperLetter"),
    ("a", "lowerLetter"),
    ("I", "upperRoman"),
    ("i", "lowerRoman"),
)
"""How a format of numbers begins -> Word's name of it; any other is written in figures."""

MAX_LEVELS = 10

Counts = list[int]
"""Of each level, the number of its last item."""


class OdtListNumbers:
    """Counts the items of lists and the headings.

    Args:
        roots: Where styles of lists are defined; those of the text's part stand first.
    """

    def __init__(self, roots: Sequence[Any]) -> None:
        self._styles: dict[str, dict[int, Any]] = {}
        for root in roots:
            for style in root.iter(full("text:list-style")):
                self._styles.setdefault(attribute(style, "style:name") or "", _levels(style))
        outlines = (_levels(style) for root in roots for style in root.iter(full("text:outline-style")))
        self._outline = next(outlines, {})
        self._headings: Counts = []
        self._ended: dict[str, Counts] = {}

    def begin(self, element: Any, style: str) -> Counts:  # noqa: ANN401  # lxml's element
        """The counts at the beginning of a list that is inside no other; it may go on from an earlier one."""
        earlier = attribute(element, "text:continue-list")
        if earlier is not None:
            return list(self._ended.get(f"#{earlier}", ()))
        if attribute(element, "text:continue-numbering") == "true":
            return list(self._ended.get(style, ()))
        return []

    def end(self, element: Any, style: str, counts: Counts) -> None:  # noqa: ANN401
        """Keep the counts of a list for those that go on from it."""
        self._ended[style] = counts
        self._ended[f"#{element.get(XML_ID) or ''}"] = counts

    def item(self, counts: Counts, style: str, level: int, start: int | None) -> str:
        """Count an item (levels from 1); its number with a space behind, empty where its style has none."""
        return _next(counts, self._styles.get(style, {}), level, start)

    def heading(self, level: int) -> str:
        """The same for a heading, by the numbering of the document's chapters."""
        return _next(self._headings, self._outline, level, None)


def _levels(style: Any) -> dict[int, Any]:  # noqa: ANN401
    return {number_of(one, "text:level", 0): one for one in style if isinstance(one.tag, str)}


def _next(counts: Counts, levels: dict[int, Any], level: int, start: int | None) -> str:
    """Count an item of a level and write its number; a level above that has no item yet counts as one."""
    level = max(1, min(level, MAX_LEVELS))
    while len(counts) < level - 1:
        counts.append(_start(levels, len(counts) + 1))
    if len(counts) < level:
        counts.append(_start(levels, level) - 1)
    del counts[level:]
    counts[-1] = counts[-1] + 1 if start is None else start
    definition = levels.get(level)
    if not attribute(definition, "style:num-format"):
        return ""
    shown = max(1, min(number_of(definition, "text:display-levels", 1), level))
    numbers = ".".join(_written(counts[at - 1], levels.get(at)) for at in range(level - shown + 1, level + 1))
    prefix, suffix = (attribute(definition, f"style:num-{end}") or "" for end in ("prefix", "suffix"))
    return f"{prefix}{numbers.strip('.')}{suffix} "


def _start(levels: dict[int, Any], level: int) -> int:
    return number_of(levels.get(level), "text:start-value", 1)


def _written(number: int, definition: Any) -> str:  # noqa: ANN401
    """A number in the format of its level; empty where the level has none."""
    given = attribute(definition, "style:num-format")
    if not given:
        return ""
    return formatted(number, next((name for start, name in STARTS if given.startswith(start)), "decimal"))

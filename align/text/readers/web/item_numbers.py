"""The numbers that a browser writes before the items of a list."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

from align.text.readers.word.number_formats import LATIN, letter, roman

TYPES: Mapping[str, Callable[[int], str]] = MappingProxyType(
    {
        "a": lambda number: letter(number, LATIN),
        "A": lambda number: letter(number, LATIN).upper(),
        "i": roman,
        "I": lambda number: roman(number).upper(),
    }
)
"""``type`` of a list -> the function that writes its numbers; of any other they are figures."""


class ItemNumbers:
    """Counts the items of each ordered list."""

    def __init__(self) -> None:
        self._next: dict[Any, int] = {}

    def label(self, element: Any, name: str) -> str:  # noqa: ANN401  # lxml's element
        """The number of an item with the space behind it; empty for anything else."""
        if name == "ol":
            start = _whole_number(element.get("start"))
            self._next[element] = 1 if start is None else start
        if name != "li":
            return ""
        parent = element.getparent()
        if parent not in self._next:
            return ""
        given = _whole_number(element.get("value"))
        number = self._next[parent] if given is None else given
        self._next[parent] = number + 1
        return f"{TYPES.get(parent.get('type') or '', str)(number)}. "


def _whole_number(text: str | None) -> int | None:
    """A number of at most nine figures; ``None`` where there is none."""
    figures = (text or "").strip()
    return int(figures) if figures.removeprefix("-").isdecimal() and len(figures) < 10 else None

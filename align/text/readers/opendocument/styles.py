"""Styles: which text they hide or set high, and before which paragraphs a page ends."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from align.text.readers.opendocument.xml_names import attribute, child, full

MAX_DEPTH = 20
"""Styles that are based one on the other; more are a circle."""


@dataclass(frozen=True)
class TextLook:
    """How text is shown: whether it is hidden, and whether it is set high."""

    hidden: bool = False
    raised: bool = False


class OdtStyles:
    """The styles of a document by family and name; those of the text's part stand before the others."""

    def __init__(self, roots: Sequence[Any]) -> None:
        self._styles: dict[tuple[str, str], Any] = {}
        for root in roots:
            for style in root.iter(full("style:style")):
                key = attribute(style, "style:family") or "", attribute(style, "style:name") or ""
                self._styles.setdefault(key, style)

    def look(self, family: str, name: str | None, around: TextLook = TextLook()) -> TextLook:
        """How text of a style is shown inside text that is shown as ``around``."""
        look = around
        for style in reversed(list(self._chain(family, name))):
            properties = child(style, "style:text-properties")
            position, shown = (
                attribute(properties, "style:text-position"),
                attribute(properties, "text:display"),
            )
            if shown is not None:
                look = replace(look, hidden=shown == "none")
            if position is not None:
                look = replace(look, raised=_is_raised(position))
        return look

    def begins_page(self, name: str | None) -> bool:
        """Whether a paragraph of this style stands at the beginning of a page."""
        for style in self._chain("paragraph", name):
            if attribute(style, "style:master-page-name"):
                return True
            before = attribute(child(style, "style:paragraph-properties"), "fo:break-before")
            if before is not None:
                return before == "page"
        return False

    def _chain(self, family: str, name: str | None) -> Iterator[Any]:
        """A style, then those that it is based on."""
        for _ in range(MAX_DEPTH):
            style = self._styles.get((family, name or ""))
            if style is None:
                return
            yield style
            name = attribute(style, "style:parent-style-name")


def _is_raised(position: str) -> bool:
    """``super 58%``, or a part of the font's height such as ``33% 58%``."""
    return re.match(r"super\b|[1-9]\d*(?:\.\d+)?%", position.strip()) is not None


def margins_with_text(roots: Sequence[Any]) -> int:
    """How many headers and footers hold letters."""
    names = ("style:header", "style:footer", "style:header-left", "style:footer-left")
    found = (one for root in roots for one in root.iter(*map(full, names)))
    return sum(any(map(str.isalpha, "".join(one.itertext()))) for one in found)

"""Elements of TEI."""

from __future__ import annotations

from typing import Any

TEI = "http://www.tei-c.org/ns/1.0"


def add(parent: Any, name: str, text: str | None = None, **attributes: str) -> Any:  # noqa: ANN401  # lxml's own
    """A new last child with its text."""
    from lxml import etree

    element = etree.SubElement(parent, f"{{{TEI}}}{name}", attributes)
    element.text = text
    return element

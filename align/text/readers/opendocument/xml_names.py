"""Names of OpenDocument's elements and attributes, short: ``text:p`` for a paragraph."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import Any

from align.text.readers.short_names import short_names

URN = "urn:oasis:names:tc:opendocument:xmlns:"

NAMESPACES: Mapping[str, str] = MappingProxyType(
    {
        "office": f"{URN}office:1.0",
        "text": f"{URN}text:1.0",
        "table": f"{URN}table:1.0",
        "draw": f"{URN}drawing:1.0",
        "dr3d": f"{URN}dr3d:1.0",
        "style": f"{URN}style:1.0",
        "fo": f"{URN}xsl-fo-compatible:1.0",
        "svg": f"{URN}svg-compatible:1.0",
        "form": f"{URN}form:1.0",
        "loext": "urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0",
    }
)
"""Prefix -> namespace, as LibreOffice writes them."""

PREFIXES: Mapping[str, str] = MappingProxyType({uri: prefix for prefix, uri in NAMESPACES.items()})

XML_ID = "{http://www.w3.org/XML/1998/namespace}id"


@cache
def full(name: str) -> str:
    """``text:p`` -> the name as lxml writes it."""
    prefix, _, local = name.partition(":")
    return f"{{{NAMESPACES[prefix]}}}{local}"


tag_of = short_names(PREFIXES)
"""An element -> ``text:p``; empty for a comment and for an element of a namespace that is not read."""


def child(element: Any, name: str) -> Any:  # noqa: ANN401
    """The first child of this name; ``None`` where there is none, or no element."""
    return None if element is None else element.find(full(name))


def attribute(element: Any, name: str) -> str | None:  # noqa: ANN401
    """An attribute; ``None`` where there is none, or no element."""
    value = None if element is None else element.get(full(name))
    return None if value is None else str(value)


def number_of(element: Any, name: str, usual: int) -> int:  # noqa: ANN401
    """An attribute as a number of at most six figures; ``usual`` where it is none."""
    value = attribute(element, name) or ""
    return int(value) if value.isdecimal() and len(value) < 7 else usual

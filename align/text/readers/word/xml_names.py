"""Names of WordprocessingML's elements and attributes, short: ``w:p`` for a paragraph."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Any

from align.text.readers.short_names import short_names

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"

PREFIXES: Mapping[str, str] = MappingProxyType(
    {
        W: "w",
        "http://schemas.openxmlformats.org/officeDocument/2006/math": "m",
        "http://schemas.openxmlformats.org/markup-compatibility/2006": "mc",
        "http://schemas.openxmlformats.org/drawingml/2006/diagram": "dgm",
        "http://schemas.openxmlformats.org/drawingml/2006/chart": "c",
        "urn:schemas-microsoft-com:vml": "v",
        "urn:schemas-microsoft-com:office:office": "o",
    }
)
"""Namespaces whose elements are read -> the prefix that names of elements are given here."""

STRICT: Mapping[bytes, bytes] = MappingProxyType(
    {
        b"http://purl.oclc.org/ooxml/wordprocessingml/main": W.encode(),
        b"http://purl.oclc.org/ooxml/officeDocument/math": (
            b"http://schemas.openxmlformats.org/officeDocument/2006/math"
        ),
    }
)
"""Namespaces of a document that Word saved as "Strict Open XML" -> those of any other."""

OFF = frozenset({"0", "false", "off"})
"""Values of an attribute that switch a property off."""


tag_of = short_names(PREFIXES)
"""An element -> ``w:p``; empty for a comment and for an element of a namespace that is not read."""


def child(element: Any, name: str) -> Any:  # noqa: ANN401
    """The first child of this name (``w:`` left out); ``None`` where there is none, or no element."""
    return None if element is None else element.find(f"{{{W}}}{name}")


def children(element: Any, name: str) -> Iterator[Any]:  # noqa: ANN401
    """The children of this name (``w:`` left out)."""
    return iter(()) if element is None else element.iterchildren(f"{{{W}}}{name}")


def attribute(element: Any, name: str) -> str | None:  # noqa: ANN401
    """An attribute of this name (``w:`` left out); ``None`` where there is none, or no element."""
    value = None if element is None else element.get(f"{{{W}}}{name}")
    return None if value is None else str(value)


def value_of(element: Any, name: str) -> str | None:  # noqa: ANN401
    """``w:val`` of the child of this name."""
    return attribute(child(element, name), "val")


def number_of(element: Any, name: str) -> int | None:  # noqa: ANN401
    """``w:val`` of the child of this name as a number; ``None`` where it is none."""
    value = value_of(element, name) or ""
    return int(value) if value.removeprefix("-").isdecimal() else None


def is_on(element: Any, name: str) -> bool | None:  # noqa: ANN401
    """Whether a property is switched on or off; ``None`` where the element does not say."""
    found = child(element, name)
    return None if found is None else attribute(found, "val") not in OFF

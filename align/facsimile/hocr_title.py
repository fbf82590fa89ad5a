"""The properties in the ``title`` of an element of hOCR: ``bbox 0 0 10 5; x_wconf 93``."""

from __future__ import annotations

import re
from collections.abc import Mapping

from align.facsimile.number_list import numbers
from align.facsimile.page_frame import Edges

PROPERTY = re.compile(r"""\s*([A-Za-z][\w-]*)((?:"[^"]*"|'[^']*'|[^;])*)""")
QUOTED = re.compile(r"""(["'])(.*)\1""", re.DOTALL)

Properties = Mapping[str, str]


def properties_of(title: str | None) -> Properties:
    """The properties by their names; of two of one name the first.

    Example:
        >>> dict(properties_of('x_wconf 93; image "a; b.tif"'))
        {'x_wconf': '93', 'image': '"a; b.tif"'}
    """
    found: dict[str, str] = {}
    for name, value in PROPERTY.findall(title or ""):
        found.setdefault(name, value.strip())
    return found


def unquoted(value: str) -> str:
    """A value without the quotation marks around it."""
    found = QUOTED.fullmatch(value)
    return found[2] if found else value


def edges_of(properties: Properties, name: str = "bbox") -> Edges | None:
    """The four edges of a box; ``None`` where it is not given, or not by four numbers."""
    found = numbers(properties.get(name))
    return (found[0], found[1], found[2], found[3]) if len(found) == 4 else None


def number(properties: Properties, name: str) -> float | None:
    """The first number of a property; ``None`` where there is none."""
    found = numbers(properties.get(name))
    return found[0] if found else None

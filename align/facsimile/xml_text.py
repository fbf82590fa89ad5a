"""Text and numbers as the XML formats of pages hold them."""

from __future__ import annotations

import re
from typing import Any

from lxml import etree

from align.facsimile.page import Points

ALTO = "http://www.loc.gov/standards/alto/ns-v4#"
PAGE_XML = "http://schema.primaresearch.org/PAGE/gts/pagecontent/2019-07-15"
SCHEMA_LOCATION = "{http://www.w3.org/2001/XMLSchema-instance}schemaLocation"

ILLEGAL = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML 1.0 forbids."""

REPLACEMENT = "\N{REPLACEMENT CHARACTER}"


def legal(text: str) -> str:
    """The text with a replacement character for each that XML forbids, so that no word becomes empty.

    Example:
        >>> legal("Ва" + chr(8))
        'Ва\ufffd'
    """
    return ILLEGAL.sub(REPLACEMENT, text)


def number(value: float) -> str:
    """A number as short as it can be written without loss in its first twelve digits.

    Example:
        >>> number(96.0), number(0.57 * 100)
        ('96', '57')
    """
    return f"{value:.12g}"


def plain_points(points: Points, between: str = " ", inside: str = " ") -> str:
    """Points as ``x y x y``; ``x,y x,y`` where a comma stands inside.

    Example:
        >>> plain_points(((1, 2), (3, 4))), plain_points(((1, 2), (3, 4)), inside=",")
        ('1 2 3 4', '1,2 3,4')
    """
    return between.join(f"{x}{inside}{y}" for x, y in points)


def add(parent: Any, name: str, /, **attributes: str) -> Any:  # noqa: ANN401  # lxml's own
    """A new last child in the name space of its parent."""
    space = parent.tag.partition("}")[0]
    return etree.SubElement(parent, f"{space}}}{name}", attributes)

"""Names of the elements of a format of XML, short: ``w:p`` for a paragraph of Word."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from typing import Any


def short_names(prefixes: Mapping[str, str]) -> Callable[[Any], str]:
    """A function from an element of lxml to its short name.

    Args:
        prefixes: Namespace -> prefix.

    Returns:
        A function that gives ``w:p``; for a comment and for an element of another namespace, an empty name.

    Example:
        >>> from lxml import etree
        >>> tag_of = short_names({"http://x": "x"})
        >>> tag_of(etree.Element("{http://x}p")), tag_of(etree.Element("p")), tag_of(etree.Comment("p"))
        ('x:p', '', '')
    """

    @cache
    def short(tag: str) -> str:
        namespace, _, name = tag.removeprefix("{").rpartition("}")
        prefix = prefixes.get(namespace)
        return f"{prefix}:{name}" if prefix else ""

    return lambda element: short(element.tag) if isinstance(element.tag, str) else ""

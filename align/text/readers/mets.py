"""METS: the order of the pages of a digital document."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping
from math import inf
from typing import Any
from urllib.parse import unquote

from align.facsimile.number_list import number
from align.text.readers.xml_file import descendants, local_name

LINK = "{http://www.w3.org/1999/xlink}href"


def page_order(root: Any, folder: str = "") -> tuple[str, ...]:  # noqa: ANN401  # lxml's element
    """The names of all files of a document, in the order of its pages.

    Args:
        root: The root of the METS file.
        folder: The folder of the METS file; the names are seen from where this is seen.
    """
    files = _files(root, folder)
    structure = _physical(root)
    if structure is None:
        return ()
    named = (files.get(one, "") for one in _pointers(structure))
    return tuple(dict.fromkeys(filter(None, named)))


def _files(root: Any, folder: str) -> Mapping[str, str]:  # noqa: ANN401
    """Identifier of a file -> its name."""
    found = {}
    for file in descendants(root, "file"):
        place = next(descendants(file, "FLocat"), None)
        link = "" if place is None else (place.get(LINK) or place.get("href") or "")
        found[file.get("ID") or ""] = posixpath.normpath(posixpath.join(folder, _path(link))) if link else ""
    return found


def _path(link: str) -> str:
    """A link as a path; of a web address what stands behind the host."""
    name = unquote(link.removeprefix("file:").replace("\\", "/"))
    return name.partition("://")[2].partition("/")[2] if "://" in name else name.lstrip("/")


def _physical(root: Any) -> Any:  # noqa: ANN401
    """The structure of leaves and pages; without one the first structure."""
    found = list(descendants(root, "structMap"))
    physical = (one for one in found if "phys" in (one.get("TYPE") or "").lower())
    return next(physical, found[0] if found else None)


def _pointers(structure: Any) -> Iterator[str]:  # noqa: ANN401
    """The identifiers that the divisions point to, each division behind the one before it in number."""
    stack = [structure]
    while stack:
        element = stack.pop()
        if element.get("FILEID"):
            yield element.get("FILEID")
        inner = [one for one in element if local_name(one)]
        stack += reversed(_in_order(inner))


def _in_order(divisions: list[Any]) -> list[Any]:
    """By number; those without one stay in their order, behind."""
    return sorted(divisions, key=_number)


def _number(division: Any) -> float:  # noqa: ANN401
    found = number(division.get("ORDER"))
    return inf if found is None else found

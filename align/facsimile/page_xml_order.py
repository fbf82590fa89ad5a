"""The order of reading in PAGE XML: regions, cells of tables, lines."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from math import inf
from typing import Any

from align.facsimile.number_list import number

INDEX = re.compile(r"readingOrder\s*\{[^}]*?index\s*:\s*(\d{1,18})\b")
"""The place of a region or a line, as Transkribus keeps it."""

CELLS = "TableCell"


def local_name(element: Any) -> str:  # noqa: ANN401  # lxml's element
    """The name of an element without its name space; empty for a comment."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def regions_of(page: Any) -> list[Any]:  # noqa: ANN401
    """All regions of a page and cells of its tables, in the order of reading; those not named come last.

    A region that holds others is followed by them.
    """
    ranks = _ranks(page.find("{*}ReadingOrder"))
    found = list(_below(page, named=bool(ranks)))
    return sorted(found, key=lambda region: _rank(region, ranks)) if ranks else found


def lines_of(region: Any) -> list[Any]:  # noqa: ANN401
    """The lines of a region itself, in the order of reading."""
    return _ordered(list(region.iterchildren("{*}TextLine")), _index, _custom_index)


def _below(page: Any, *, named: bool) -> Iterator[Any]:  # noqa: ANN401
    """The regions in the order of the file, or the one that their own numbers give."""
    orders = (_cell,) if named else (_cell, _custom_index)
    stack = [page]
    while stack:
        element = stack.pop()
        if element is not page:
            yield element
        inner = [one for one in element if _is_region(one)]
        stack += reversed(_ordered(inner, *orders))


def _is_region(element: Any) -> bool:  # noqa: ANN401
    return local_name(element).endswith(("Region", CELLS))


def _ordered(elements: list[Any], *orders: Callable[[Any], tuple[float, ...] | None]) -> list[Any]:
    """The elements by the first of the orders that gives each of them a place."""
    for order in orders:
        places = [order(one) for one in elements]
        if all(place is not None for place in places):
            ranked = sorted(range(len(elements)), key=lambda at: places[at] or ())
            return [elements[at] for at in ranked]
    return elements


def _cell(element: Any) -> tuple[float, ...] | None:  # noqa: ANN401
    """Row and column of a cell; ``None`` for what is no cell."""
    role = element.find("{*}Roles/{*}TableCellRole")
    names = ("row", "col") if role is None else ("rowIndex", "columnIndex")
    row, column = (number((element if role is None else role).get(name)) for name in names)
    return None if row is None or column is None else (row, column)


def _index(element: Any) -> tuple[float, ...] | None:  # noqa: ANN401
    found = number(element.get("index"))
    return None if found is None else (found,)


def _custom_index(element: Any) -> tuple[float, ...] | None:  # noqa: ANN401
    found = INDEX.search(element.get("custom") or "")
    return (int(found[1]),) if found else None


def _ranks(order: Any) -> Mapping[str, int]:  # noqa: ANN401
    """Identifier of a region -> its place in groups of groups; the first where it is named twice."""
    ranks: dict[str, int] = {}
    stack = [] if order is None else [order]
    while stack:
        element = stack.pop()
        ranks.setdefault(element.get("regionRef") or "", len(ranks))
        inner = [one for one in element if local_name(one)]
        stack += reversed(_ordered(inner, _index))
    return {name: rank for name, rank in ranks.items() if name}


def _rank(region: Any, ranks: Mapping[str, int]) -> float:  # noqa: ANN401
    """The place of a region, else of the nearest one around it."""
    around = (one.get("id") or "" for one in (region, *region.iterancestors()))
    return next((ranks[name] for name in around if name in ranks), inf)

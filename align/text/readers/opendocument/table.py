"""The cells of a row of a table, and which of them a cell above covers."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from align.text.readers.opendocument.xml_names import number_of, tag_of


def covered_below(row: Any, covered: dict[int, int]) -> Iterator[tuple[Any, bool]]:  # noqa: ANN401  # lxml's
    """Each cell of a row, and whether it is one with the cell above it.

    Args:
        row: The row's element.
        covered: Column -> how many further rows a cell above covers; changed for the next row.
    """
    column = 0
    for cell in row:
        name = tag_of(cell)
        if name == "table:table-cell":
            covered[column] = number_of(cell, "table:number-rows-spanned", 1) - 1
            yield cell, False
        elif name == "table:covered-table-cell" and covered.get(column, 0) > 0:
            covered[column] -= 1
            yield cell, True
        column += number_of(cell, "table:number-columns-repeated", 1) if name else 0

"""Pieces of an HTML page from texts; every text is escaped."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape


def paragraph(text: str, name: str = "") -> str:
    """A paragraph, perhaps with a class."""
    return f"<p{_class(name)}>{escape(text)}</p>"


def heading(level: int, text: str) -> str:
    """A heading."""
    return f"<h{level}>{escape(text)}</h{level}>"


def bullets(items: Iterable[str]) -> str:
    """A list; empty where it has no item."""
    lines = "".join(f"<li>{escape(item)}</li>" for item in items)
    return f"<ul>{lines}</ul>" if lines else ""


def table(columns: Sequence[str], rows: Iterable[Sequence[str]], total: Sequence[str] = ()) -> str:
    """A table with a heading for each column; the first cell of a row is its heading.

    Cells that hold a number are set to the right; ``total``: the last row.
    """
    lines = [*rows, *([total] if total else [])]
    numbers = {at for at in range(len(columns)) if any(_is_number(line[at]) for line in lines)}
    head = "".join(
        f'<th scope="col"{_class(_column(at, numbers))}>{escape(text)}</th>'
        for at, text in enumerate(columns)
    )
    body = "".join(
        f"<tr{_class('total' if line is total else '')}>{_row(line, numbers)}</tr>" for line in lines
    )
    box = f'<div class="wide" tabindex="0" role="group" aria-label="{escape(columns[0])}">'
    return f"{box}<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div>"


def _row(cells: Sequence[str], numbers: set[int]) -> str:
    first, *others = cells
    made = (
        f"<td{_class('number' if at in numbers else '')}>{escape(cell)}</td>"
        for at, cell in enumerate(others, 1)
    )
    return f'<th scope="row" class="name">{escape(first)}</th>' + "".join(made)


def _column(at: int, numbers: set[int]) -> str:
    return "column number" if at in numbers and at else "column"


def _is_number(text: str) -> bool:
    return text.removesuffix("%").strip().replace(".", "").isdecimal()


def _class(name: str) -> str:
    return f' class="{name}"' if name else ""

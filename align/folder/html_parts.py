"""Pieces of an HTML page from texts; every text is escaped."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape


@dataclass(frozen=True)
class Link:
    """A text that leads to a file or to a place of the page."""

    text: str
    address: str


Cell = str | Link
"""What a cell of a table or an item of a list holds."""


def page(title: str, body: str, styles: str, head: str = "", images: str = "") -> str:
    """A whole page without script, which fetches nothing.

    Args:
        title: Of the page.
        body: HTML.
        styles: CSS.
        head: HTML that stands in the head as well.
        images: Where pictures may come from, as a policy has it, such as ``data:``.
    """
    digest = base64.b64encode(hashlib.sha256(styles.encode()).digest()).decode()
    pictures = f"img-src {images}; " if images else ""
    policy = f"default-src 'none'; style-src 'sha256-{digest}'; {pictures}base-uri 'none'; form-action 'none'"
    return (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
        f"{head}\n"
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(title)}</title>\n<style>{styles}</style>\n</head>\n"
        f"<body>\n<main>\n{body}\n</main>\n</body>\n</html>\n"
    )


def paragraph(text: str, name: str = "") -> str:
    """A paragraph, perhaps with a class."""
    return f"<p{_class(name)}>{escape(text)}</p>"


def heading(level: int, text: str) -> str:
    """A heading."""
    return f"<h{level}>{escape(text)}</h{level}>"


def bullets(items: Iterable[Cell]) -> str:
    """A list; empty where it has no item."""
    lines = "".join(f"<li>{_content(item)}</li>" for item in items)
    return f"<ul>{lines}</ul>" if lines else ""


def table(columns: Sequence[str], rows: Iterable[Sequence[Cell]], total: Sequence[Cell] = ()) -> str:
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


def _row(cells: Sequence[Cell], numbers: set[int]) -> str:
    first, *others = cells
    made = (
        f"<td{_class('number' if at in numbers else '')}>{_content(cell)}</td>"
        for at, cell in enumerate(others, 1)
    )
    return f'<th scope="row" class="name">{_content(first)}</th>' + "".join(made)


def _column(at: int, numbers: set[int]) -> str:
    return "column number" if at in numbers and at else "column"


def _content(cell: Cell) -> str:
    if isinstance(cell, Link):
        return f'<a href="{escape(cell.address)}">{escape(cell.text)}</a>'
    return escape(cell)


def _is_number(cell: Cell) -> bool:
    text = cell if isinstance(cell, str) else ""
    return text.removesuffix("%").strip().replace(".", "").replace(",", "").isdecimal()


def _class(name: str) -> str:
    return f' class="{name}"' if name else ""

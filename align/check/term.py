"""The terms of a glossary."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from pathlib import Path

from align.errors import InputError
from align.text.readers.file import read_text

HEADER = ("source", "target")


@dataclass(frozen=True)
class Term:
    """A term and its translations.

    Attributes:
        source: The term as in the dictionary; empty for words that are forbidden everywhere.
        targets: Translations that it may have.
        forbidden: Translations that it may not have.
    """

    source: str
    targets: tuple[str, ...] = ()
    forbidden: tuple[str, ...] = ()


def read_glossary(path: Path) -> tuple[Term, ...]:
    """The terms of a table with tabs between the cells.

    The cells of a line: the term, its translations, forbidden translations; ``|`` between several of a cell.
    A line that begins ``source``, ``target`` is a heading; lines that begin with ``#`` are notes.

    Args:
        path: The table, UTF-8.

    Raises:
        InputError: A line has other cells.
    """
    rows = csv.reader(
        read_text(path).removeprefix("\ufeff").splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE
    )
    terms = []
    for number, row in enumerate(rows, 1):
        cells = [cell.strip() for cell in row]
        if not any(cells) or cells[0].startswith("#") or tuple(map(str.lower, cells[:2])) == HEADER:
            continue
        if not 2 <= len(cells) <= 3 or not any(cells[1:]):
            raise InputError(
                f"{path}, line {number}: expected a term, its translation and perhaps forbidden words "
                f"with tabs between, got {len(cells)} cells: {row[0][:40]!r}"
            )
        terms.append(Term(cells[0], *(_several(cell) for cell in cells[1:])))
    return tuple(terms)


def _several(cell: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in cell.split("|") if part.strip())

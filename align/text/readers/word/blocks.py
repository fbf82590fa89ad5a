"""What a document of Word or OpenDocument is made of: paragraphs, and tables of cells."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass


@dataclass(frozen=True)
class Paragraph:
    """A paragraph, a text box or a note; lines and pages may end inside it."""

    text: str


@dataclass(frozen=True)
class TableCell:
    """A cell of a table.

    Attributes:
        blocks: What it holds.
        continued: Whether it is one with the cell above it.
    """

    blocks: tuple[Paragraph | Table, ...]
    continued: bool = False

    @property
    def text(self) -> str:
        """On one line."""
        return " ".join(" ".join(lines_of(self.blocks)).split())


@dataclass(frozen=True)
class Table:
    """A table, row by row."""

    rows: tuple[tuple[TableCell, ...], ...]


Block = Paragraph | Table


def lines_of(blocks: Iterable[Block]) -> Iterator[str]:
    """The text of each paragraph in order, those of tables row by row."""
    for block in blocks:
        if isinstance(block, Paragraph):
            yield block.text
        else:
            for row in block.rows:
                for cell in row:
                    yield from lines_of(cell.blocks)

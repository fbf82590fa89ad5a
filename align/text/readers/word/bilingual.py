"""A document that is a table of an original and its translation, side by side."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from align.text.language import NAMES, detect_language
from align.text.readers.pairs import Languages, Pairs, pairs_of
from align.text.readers.word.blocks import Block, Paragraph, Table, lines_of
from align.text.script import dominant

MIN_ROWS, MIN_SHARE, MIN_FILLED = 2, 0.5, 0.6
"""Rows of a bilingual table; its share of the document's letters; share of its rows with both texts."""

MIN_RATIO = 0.1
"""Letters of the shorter text for one of the longer."""

MIN_LETTERS = 200
"""Letters of a text whose language its wording shows without doubt."""

ORIGINAL = re.compile(r"original|source|оригинал|подлинник|исходн|источник|quelle|ausgangs", re.IGNORECASE)
TRANSLATION = re.compile(r"translat|target|перевод|übersetz|zieltext|traduc", re.IGNORECASE)
LANGUAGE = re.compile(
    rf"\b(?:{'|'.join(NAMES)}|русск|английск|немецк|французск|китайск|корейск|польск|украинск)", re.IGNORECASE
)
HEADING = re.compile("|".join(one.pattern for one in (ORIGINAL, TRANSLATION, LANGUAGE)), re.IGNORECASE)
"""Words by which the heading of a column says whose text it holds."""

MAX_HEADING = 40
"""Characters of a cell of a heading."""


@dataclass(frozen=True)
class BilingualTable:
    """The two texts of a table.

    Attributes:
        rows: Original and translation of each row.
        columns: Numbers of their columns, from 1.
        headings: Heading rows that were left out.
        merged: Rows of fewer cells that were left out.
        outside: Paragraphs outside the table that were left out.
    """

    rows: tuple[tuple[str, str], ...]
    columns: tuple[int, int]
    headings: int
    merged: int
    outside: int

    def pairs(self, name: str, notes: tuple[str, ...]) -> Pairs:
        """The rows as ready pairs; ``notes`` stand behind those on the table."""
        source, target = self.columns
        left_out = {
            "heading rows": self.headings,
            "rows of merged cells": self.merged,
            "paragraphs outside the table": self.outside,
        }
        what = (
            f"a bilingual table, {len(self.rows):,} rows read as ready pairs: columns {source} and {target}"
        )
        also = (f"{kind} left out: {count:,}" for kind, count in left_out.items() if count)
        return pairs_of(name, self.rows, notes=(what, *also, *notes))


@dataclass(frozen=True)
class _TextRow:
    """The text of each cell of a row."""

    cells: tuple[str, ...]
    continued: tuple[bool, ...]
    first: bool
    """Whether the row is the first of its table."""


def bilingual_table(blocks: Sequence[Block], languages: Languages = (None, None)) -> BilingualTable | None:
    """The table that a document consists of, where two of its columns are in two languages.

    Args:
        blocks: The document; its tables are read as one.
        languages: Of source and target, where they are named. Else the heading says which column is the
            original, or it is the left one.

    Returns:
        ``None`` for any other document.
    """
    rows = [row for block in blocks if isinstance(block, Table) for row in _text_rows(block)]
    widths = Counter(len(row.cells) for row in rows)
    if not widths or len(rows) < MIN_ROWS:
        return None
    width = widths.most_common(1)[0][0]
    full = [row for row in rows if len(row.cells) == width]
    columns = _columns(full, languages)
    if columns is None:
        return None
    text_rows = [row for row in full if not _is_heading(row, columns)]
    found = [pair for pair in _joined(text_rows, columns) if any(pair)]
    outside = [block.text for block in blocks if isinstance(block, Paragraph) and block.text.strip()]
    whole = sum(_letters(line) for line in lines_of(blocks))
    inside = sum(_letters(one) + _letters(other) for one, other in found)
    both = sum(bool(one and other) for one, other in found)
    if len(found) < MIN_ROWS or inside < MIN_SHARE * whole or both < MIN_FILLED * len(found):
        return None
    places = columns[0] + 1, columns[1] + 1
    merged = sum(any(row.cells) for row in rows) - sum(any(row.cells) for row in full)
    return BilingualTable(tuple(found), places, len(full) - len(text_rows), merged, len(outside))


def _text_rows(table: Table) -> Iterator[_TextRow]:
    for number, row in enumerate(table.rows):
        yield _TextRow(
            tuple(cell.text for cell in row),
            tuple(cell.continued for cell in row),
            number == 0,
        )


def _columns(rows: Sequence[_TextRow], languages: Languages) -> tuple[int, int] | None:
    """The columns of original and translation, from 0."""
    texts = [" ".join(cells) for cells in zip(*(row.cells for row in rows), strict=True)]
    heads = [row.cells for row in rows if row.first]
    found = [pair for pair in combinations(range(len(texts)), 2) if _is_bilingual(pair, texts, heads)]
    if not found:
        return None
    left, right = max(found, key=lambda pair: min(_letters(texts[column]) for column in pair))
    swapped = (right, left)
    if any(languages):
        return swapped if _is_in(texts, swapped, languages) else (left, right)
    turned = any(TRANSLATION.search(head[left]) and ORIGINAL.search(head[right]) for head in heads)
    return swapped if turned else (left, right)


def _is_bilingual(pair: tuple[int, int], texts: Sequence[str], heads: Sequence[tuple[str, ...]]) -> bool:
    """Whether two columns are in two languages, by their scripts, wording or heading."""
    one, other = (texts[column] for column in pair)
    counts = sorted((_letters(one), _letters(other)))
    if not counts[0] or counts[0] < MIN_RATIO * counts[1]:
        return False
    if dominant(one) != dominant(other) or any(_names_both(head, pair) for head in heads):
        return True
    return counts[0] >= MIN_LETTERS and detect_language(one) != detect_language(other)


def _is_in(texts: Sequence[str], pair: tuple[int, int], languages: Languages) -> bool:
    """Whether these columns are in the languages named, as far as they are named."""
    return all(
        language is None or detect_language(texts[column]) == language.split("-")[0].lower()
        for column, language in zip(pair, languages, strict=True)
    )


def _names_both(head: tuple[str, ...], pair: tuple[int, int]) -> bool:
    """Whether a heading says of both columns whose text they hold."""
    cells = [head[column] for column in pair]
    return all(len(cell) <= MAX_HEADING and HEADING.search(cell) for cell in cells) and cells[0] != cells[1]


def _is_heading(row: _TextRow, columns: tuple[int, int]) -> bool:
    return row.first and _names_both(row.cells, columns)


def _joined(rows: Sequence[_TextRow], columns: tuple[int, int]) -> list[tuple[str, str]]:
    """The two texts of each row; a row whose cell is one with that above belongs to the row above."""
    found: list[tuple[str, str]] = []
    for row in rows:
        source, target = (row.cells[column] for column in columns)
        if found and not row.first and any(row.continued[column] for column in columns):
            above = found.pop()
            source, target = (
                f"{one} {other}".strip() for one, other in zip(above, (source, target), strict=True)
            )
        found.append((source, target))
    return found


def _letters(text: str) -> int:
    return sum(map(str.isalpha, text))

"""Files -> gold OCR errors, and the places of page furniture."""

from __future__ import annotations

import csv
import io
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path

from align.errors import InputError, InvariantError, ReadError
from align.evaluate.gold_beads import read_text
from align.text.span import Span

KINDS = ("ocr", "break", "typography", "lost")


@dataclass(frozen=True)
class GoldError:
    """A stretch of the raw file that differs from the text as it was typed.

    Attributes:
        span: Its place in the raw file; empty where the OCR left text out.
        ocr: The text as the OCR read it.
        truth: The text as it was typed.
        kind: ``ocr`` is scored; ``break`` (a word cut by the end of a line or page), ``typography`` (another
            form of dash or quotation mark) and ``lost`` (text that the OCR left out) are not.
    """

    span: Span
    ocr: str
    truth: str
    kind: str

    @property
    def counts(self) -> bool:
        """Whether detection and correction are scored on it."""
        return self.kind == "ocr"


def read_gold_errors(path: Path) -> tuple[GoldError, ...]:
    """Read ``errors.tsv``: columns start, stop, ocr, truth, kind; a backslash escapes.

    Returns:
        The errors in the order of the raw file.

    Raises:
        ReadError: The file is no such table; the message names the line.
    """
    errors = []
    for where, (start, stop, ocr, truth, kind) in _rows(path, ("start", "stop", "ocr", "truth", "kind")):
        if kind not in KINDS:
            raise ReadError(f"{where}: expected a kind of {', '.join(KINDS)}, got {kind!r}")
        errors.append(GoldError(_span(start, stop, where), ocr, truth, kind))
    return tuple(sorted(errors, key=lambda error: error.span))


def read_furniture(path: Path) -> tuple[Span, ...]:
    """Read ``aside.tsv`` (columns start, stop, text): the places of page furniture, in order."""
    return tuple(
        sorted(_span(row[0], row[1], where) for where, row in _rows(path, ("start", "stop", "text")))
    )


def check_gold(raw: str, gold: Collection[GoldError]) -> None:
    """Raise :class:`InputError` where the raw file differs from the observed text of a gold error."""
    for error in gold:
        here = error.span.of(raw)
        if here.split() != error.ocr.split() or error.span.stop > len(raw):
            raise InputError(
                f"the gold errors say {error.ocr!r} stands at {error.span.start}:{error.span.stop}, "
                f"the file has {here!r}: is it the gold of another file, or were its newlines changed?"
            )


def _rows(path: Path, columns: tuple[str, ...]) -> Iterator[tuple[str, list[str]]]:
    """Each row with its place for people; the heading is checked."""
    text = io.StringIO(read_text(path), newline="")
    reader = csv.reader(text, delimiter="\t", quoting=csv.QUOTE_NONE, escapechar="\\", strict=True)
    try:
        header = next(reader, [])
        if tuple(header) != columns:
            raise ReadError(
                f"{path}, line 1: expected the columns {' '.join(columns)}, got {' '.join(header)!r}"
            )
        for row in reader:
            where = f"{path}, line {reader.line_num}"
            if row and len(row) != len(columns):
                raise ReadError(f"{where}: expected {len(columns)} columns with tabs between, got {len(row)}")
            if row:
                yield where, row
    except csv.Error as e:
        raise ReadError(f"{path}, line {reader.line_num}: expected tab-separated values: {e}") from e


def _span(start: str, stop: str, where: str) -> Span:
    try:
        return Span(int(start), int(stop))
    except (ValueError, InvariantError) as e:
        raise ReadError(f"{where}: expected 0 <= start <= stop in code points, got {start} {stop}") from e

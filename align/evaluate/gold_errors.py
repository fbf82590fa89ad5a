"""Gold OCR errors from files: what was read wrong, and the page furniture among it."""

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
    """A stretch of the raw file that is not what was typed.

    ``kind``: ``ocr`` counts; ``break`` (a word cut by a line's or page's end), ``typography`` (another
    form of dash or quote) and ``lost`` (nothing was read: an empty span) do not.
    """

    span: Span
    ocr: str
    truth: str
    kind: str

    @property
    def counts(self) -> bool:
        """Whether detection and correction are measured on it."""
        return self.kind == "ocr"


def read_gold_errors(path: Path) -> tuple[GoldError, ...]:
    """Read ``errors.tsv``: columns start, stop, ocr, truth, kind; a backslash escapes."""
    stretches = []
    for where, (start, stop, ocr, truth, kind) in _rows(path, ("start", "stop", "ocr", "truth", "kind")):
        if kind not in KINDS:
            raise ReadError(f"{where}: expected a kind of {', '.join(KINDS)}, got {kind!r}")
        stretches.append(GoldError(_span(start, stop, where), ocr, truth, kind))
    return tuple(sorted(stretches, key=lambda stretch: stretch.span))


def read_furniture(path: Path) -> tuple[Span, ...]:
    """Read ``aside.tsv`` (columns start, stop, text): where page furniture stands, in order."""
    return tuple(
        sorted(_span(row[0], row[1], where) for where, row in _rows(path, ("start", "stop", "text")))
    )


def check_gold(raw: str, stretches: Collection[GoldError]) -> None:
    """Raise :class:`InputError` where the raw file does not hold what the gold says was read there."""
    for stretch in stretches:
        here = stretch.span.of(raw)
        if here.split() != stretch.ocr.split() or stretch.span.stop > len(raw):
            raise InputError(
                f"the gold errors say {stretch.ocr!r} stands at {stretch.span.start}:{stretch.span.stop}, "
                f"the file has {here!r}: is it the gold of another file, or were its newlines changed?"
            )


def _rows(path: Path, columns: tuple[str, ...]) -> Iterator[tuple[str, list[str]]]:
    """Each row and where it stands; the header is checked."""
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

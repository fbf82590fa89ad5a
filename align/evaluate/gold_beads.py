"""Files -> gold beads: numbers of lines (``gold.align``) or anchors in the raw files (``beads.json``)."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from align.errors import InputError, ReadError
from align.evaluate.gold_bead import GoldBead
from align.text.document import SIDES

_LINE = re.compile(r"\s*\[([\d\s,]*)\]\s*:\s*\[([\d\s,]*)\]\s*(?::.*)?")


@dataclass(frozen=True)
class GoldAlignment:
    """Gold beads by the numbers of lines, from 0.

    Published gold leaves lines out and has some twice (Text+Berg does both); it is scored as it is.

    Attributes:
        beads: In the order of the file.
        missing: Lines in no bead, of (source, target).
        doubled: Lines in more than one bead, of (source, target).
    """

    beads: tuple[GoldBead, ...]
    missing: tuple[tuple[int, ...], tuple[int, ...]] = ((), ())
    doubled: tuple[tuple[int, ...], tuple[int, ...]] = ((), ())

    @property
    def remarks(self) -> tuple[str, ...]:
        """One line each on missing and doubled lines: their cost is no fault of the aligner."""
        kinds = (
            (self.missing, "in no bead of the gold: predicted beads that hold them count as wrong"),
            (self.doubled, "in more than one bead of the gold: one of them can be found at most"),
        )
        return tuple(
            f"{name} {_numbered(numbers)} {what}"
            for sides, what in kinds
            for name, numbers in zip(SIDES, sides, strict=True)
            if numbers
        )


def read_gold_align(
    path: Path, sizes: tuple[int, int] | None = None, *, complete: bool = False
) -> GoldAlignment:
    """Read a file with lines such as ``[0, 1]:[2]``; what follows a second colon (a score) is ignored.

    Args:
        path: The file; line numbers in it are counted from 0.
        sizes: Lines of source and target.
        complete: Whether each line must be in exactly one bead, as in an alignment that a program made.

    Raises:
        ReadError: The file cannot be read, or a line has another form.
        InputError: There is no bead, a number beyond ``sizes``, or the gold is not complete.
    """
    rows = _rows(path)
    if not rows:
        raise InputError(f"{path}: expected lines such as [0, 1]:[2], got no bead")
    if sizes:
        _check_range(rows, sizes, path)
    counts = [Counter(number for _, sides in rows for number in sides[side]) for side in (0, 1)]
    ends = sizes or tuple(max(count, default=-1) + 1 for count in counts)
    missing = [
        tuple(n for n in range(end) if n not in count) for count, end in zip(counts, ends, strict=True)
    ]
    doubled = [tuple(sorted(n for n, times in count.items() if times > 1)) for count in counts]
    if complete:
        _check_complete(missing, doubled, path)
    beads = tuple(GoldBead(frozenset(source), frozenset(target)) for _, (source, target) in rows)
    return GoldAlignment(beads, (missing[0], missing[1]), (doubled[0], doubled[1]))


def read_gold_anchors(path: Path) -> tuple[GoldBead, ...]:
    """Read ``[{"source": [offset, …], "target": [offset, …]}, …]``, code points of the raw files.

    Raises:
        ReadError: The file is no JSON of this form.
        InputError: The list is empty.
    """
    try:
        beads = json.loads(read_text(path))
    except json.JSONDecodeError as e:
        raise ReadError(f"{path}, line {e.lineno}: expected JSON, {e.msg}") from e
    if not isinstance(beads, list):
        raise ReadError(f"{path}: expected a list of beads, got {type(beads).__name__}")
    if not beads:
        raise InputError(f"{path}: expected beads, got an empty list")
    return tuple(_anchors(bead, f"{path}, bead {number}") for number, bead in enumerate(beads, 1))


def read_text(path: Path) -> str:
    """A UTF-8 file with its newlines as they are. Raises :class:`ReadError` that names it."""
    try:
        return path.read_bytes().decode("utf-8-sig")
    except OSError as e:
        raise ReadError(f"{path}: cannot be read: {e.strerror}") from e
    except UnicodeDecodeError as e:
        raise ReadError(f"{path}: expected UTF-8, byte {e.start} is not: convert the file") from e


def check_anchors(path: Path, beads: Iterable[GoldBead], lengths: tuple[int, int]) -> None:
    """Raise :class:`InputError` for an anchor behind the end of a raw text.

    ``lengths``: code points of source and target.
    """
    for number, bead in enumerate(beads, start=1):
        for name, anchors, length in zip(SIDES, (bead.source, bead.target), lengths, strict=True):
            if max(anchors, default=-1) >= length:
                raise InputError(
                    f"{path}, bead {number}: {name} offset {max(anchors)} does not exist, the {name} has "
                    f"{length} code points: are these the beads of other files?"
                )


def _numbered(numbers: tuple[int, ...]) -> str:
    """``line 3 (counted from 0) is``, ``lines 3, 5 and 9 more (counted from 0) are``."""
    if len(numbers) == 1:
        return f"line {numbers[0]} (counted from 0) is"
    more = f" and {len(numbers) - 5} more" if len(numbers) > 5 else ""
    return f"lines {', '.join(map(str, numbers[:5]))}{more} (counted from 0) are"


_Row = tuple[int, tuple[list[int], list[int]]]
"""Number of a line in the gold file, from 1, and the numbers of its two sides."""


def _rows(path: Path) -> list[_Row]:
    """The lines that hold a bead."""
    numbered = [(at, line) for at, line in enumerate(read_text(path).splitlines(), 1) if line.strip()]
    rows = [(at, _parse(line, f"{path}, line {at}")) for at, line in numbered]
    return [(at, sides) for at, sides in rows if any(sides)]


def _parse(line: str, where: str) -> tuple[list[int], list[int]]:
    match = _LINE.fullmatch(line)
    if not match:
        raise ReadError(
            f"{where}: expected [source lines]:[target lines], such as [0, 1]:[2], got {line[:60]!r}"
        )
    try:
        source, target = (
            [int(number) for number in side.split(",")] if side.strip() else [] for side in match.groups()
        )
    except ValueError as e:
        raise ReadError(f"{where}: expected numbers with commas between them, got {line[:60]!r}") from e
    return source, target


def _check_range(rows: Iterable[_Row], sizes: tuple[int, int], path: Path) -> None:
    for at, sides in rows:
        for name, numbers, size in zip(SIDES, sides, sizes, strict=True):
            if max(numbers, default=-1) >= size:
                raise InputError(
                    f"{path}, line {at}: {name} line {max(numbers)} does not exist, the {name} has {size} "
                    "lines counted from 0: is it the alignment of other files?"
                )


def _check_complete(missing: list[tuple[int, ...]], doubled: list[tuple[int, ...]], path: Path) -> None:
    for name, absent, twice in zip(SIDES, missing, doubled, strict=True):
        if twice:
            raise InputError(
                f"{path}: {name} line {twice[0]} (counted from 0) is in two beads; every line belongs in one"
            )
        if absent:
            raise InputError(
                f"{path}: {name} line {absent[0]} (counted from 0) is in no bead ({len(absent)} such); "
                "give a line without partner a bead of its own, such as [3]:[]"
            )


def _anchors(bead: object, where: str) -> GoldBead:
    if not isinstance(bead, dict) or not set(SIDES) <= bead.keys():
        raise ReadError(f'{where}: expected {{"source": […], "target": […]}}, got {str(bead)[:60]!r}')
    sides = bead["source"], bead["target"]
    for side in sides:
        if not isinstance(side, list) or not all(type(offset) is int and offset >= 0 for offset in side):
            raise ReadError(f"{where}: expected a list of offsets from 0, got {str(side)[:60]!r}")
    if not any(sides):
        raise ReadError(f"{where}: a bead needs an offset on one side at least")
    return GoldBead(frozenset(sides[0]), frozenset(sides[1]))

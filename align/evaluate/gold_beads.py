"""Gold beads from files: numbers of lines (``gold.align``) or anchors in the raw files (``beads.json``)."""

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
    """Links by the numbers of lines, from 0.

    Published gold leaves lines out and holds some twice (Text+Berg does both) and is scored as it is:
    ``gaps`` and ``doubled`` say so, (source, target).
    """

    links: tuple[GoldBead, ...]
    gaps: tuple[tuple[int, ...], tuple[int, ...]] = ((), ())
    doubled: tuple[tuple[int, ...], tuple[int, ...]] = ((), ())

    @property
    def remarks(self) -> tuple[str, ...]:
        """A line on each gap and double, so that nobody takes what they cost for the aligner's."""
        kinds = (
            (self.gaps, "in no bead of the gold: predicted beads that hold them count as wrong"),
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
    """Read lines ``[0, 1]:[2]``; what follows a second colon (a score) is not read.

    ``sizes``: lines of source and target; a number beyond them is an error. ``complete``: gaps and
    doubled numbers are errors too, as in an alignment that a program made.
    """
    numbered = [(at, line) for at, line in enumerate(read_text(path).splitlines(), 1) if line.strip()]
    rows = [(at, _parse(line, f"{path}, line {at}")) for at, line in numbered]
    rows = [(at, sides) for at, sides in rows if any(sides)]
    if not rows:
        raise InputError(f"{path}: expected lines such as [0, 1]:[2], got no bead")
    if sizes:
        _check_range(rows, sizes, path)
    counts = [Counter(number for _, sides in rows for number in sides[side]) for side in (0, 1)]
    last = sizes or tuple(max(count, default=-1) + 1 for count in counts)
    gaps = [tuple(n for n in range(size) if n not in count) for count, size in zip(counts, last, strict=True)]
    doubled = [tuple(sorted(n for n, times in count.items() if times > 1)) for count in counts]
    if complete:
        _check_complete(gaps, doubled, path)
    links = tuple(GoldBead(frozenset(source), frozenset(target)) for _, (source, target) in rows)
    return GoldAlignment(links, (gaps[0], gaps[1]), (doubled[0], doubled[1]))


def read_gold_anchors(path: Path) -> tuple[GoldBead, ...]:
    """Read ``[{"source": [offset, …], "target": [offset, …]}, …]``, code points of the raw files."""
    try:
        beads = json.loads(read_text(path))
    except json.JSONDecodeError as e:
        raise ReadError(f"{path}, line {e.lineno}: expected JSON, {e.msg}") from e
    if not isinstance(beads, list):
        raise ReadError(f"{path}: expected a list of beads, got {type(beads).__name__}")
    if not beads:
        raise InputError(f"{path}: expected beads, got an empty list")
    return tuple(_anchors(bead, f"{path}, bead {number}") for number, bead in enumerate(beads))


def read_text(path: Path) -> str:
    """A UTF-8 file with its newlines as they are, or an error that names it."""
    try:
        return path.read_bytes().decode("utf-8-sig")
    except OSError as e:
        raise ReadError(f"{path}: cannot be read: {e.strerror}") from e
    except UnicodeDecodeError as e:
        raise ReadError(f"{path}: expected UTF-8, byte {e.start} is not: convert the file") from e


def check_anchors(path: Path, links: Iterable[GoldBead], lengths: tuple[int, int]) -> None:
    """Refuse anchors beyond the ends of the raw texts, of so many code points (source, target)."""
    for number, link in enumerate(links):
        for name, anchors, length in zip(SIDES, (link.source, link.target), lengths, strict=True):
            if max(anchors, default=-1) >= length:
                raise InputError(
                    f"{path}, bead {number}: {name} offset {max(anchors)} does not exist, the {name} has "
                    f"{length} code points: are these the beads of other files?"
                )


def _numbered(numbers: tuple[int, ...]) -> str:
    """``line 3 is``, ``lines 3, 5 and 9 more are``."""
    if len(numbers) == 1:
        return f"line {numbers[0]} is"
    more = f" and {len(numbers) - 5} more" if len(numbers) > 5 else ""
    return f"lines {', '.join(map(str, numbers[:5]))}{more} are"


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


def _check_range(
    rows: Iterable[tuple[int, tuple[list[int], list[int]]]], sizes: tuple[int, int], path: Path
) -> None:
    for at, sides in rows:
        for name, numbers, size in zip(SIDES, sides, sizes, strict=True):
            if max(numbers, default=-1) >= size:
                raise InputError(
                    f"{path}, line {at}: {name} line {max(numbers)} does not exist, the {name} has {size} "
                    "lines counted from 0: is it the alignment of other files?"
                )


def _check_complete(gaps: list[tuple[int, ...]], doubled: list[tuple[int, ...]], path: Path) -> None:
    for name, missing, twice in zip(SIDES, gaps, doubled, strict=True):
        if twice:
            raise InputError(f"{path}: {name} line {twice[0]} is in two beads; every line belongs in one")
        if missing:
            raise InputError(
                f"{path}: {name} line {missing[0]} is in no bead ({len(missing)} such); "
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

"""The aligned texts that the weights of the aligner are fitted on."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

Cell = tuple[int, int]
Step = tuple[Cell, Cell]
"""A true bead as an edge of the lattice: the cells where it starts and stops."""

DAMAGED = ", damaged"
"""What the name of a damaged text ends in."""

ENCIPHERED = ", enciphered"
"""What the name of a text ends in whose letters were replaced, before :data:`DAMAGED`."""


@dataclass(frozen=True)
class GoldText:
    """Sentences of both sides and the true beads, as a path through the lattice."""

    name: str
    source: tuple[str, ...]
    target: tuple[str, ...]
    path: tuple[Step, ...]

    @property
    def group(self) -> str:
        """What is held out together: one set with what was made from it, or all texts of ``ocr-dev``."""
        name = self.name.removesuffix(DAMAGED).removesuffix(ENCIPHERED)
        return "ocr-dev" if name.startswith("ocr-dev/") else name

    @property
    def is_damaged(self) -> bool:
        """Whether it was damaged artificially."""
        return self.name.endswith(DAMAGED)


def load(data: Path) -> list[GoldText]:
    """All sets of ``align-dev``, and the texts of ``ocr-dev`` split where the true sentences begin."""
    sets = sorted(path for path in (data / "align-dev").iterdir() if path.is_dir())
    scans = sorted(path for path in (data / "ocr-dev").iterdir() if path.is_dir())
    return [_split_text(folder) for folder in sets] + [_scanned_text(folder) for folder in scans]


def _split_text(folder: Path) -> GoldText:
    """A text with one sentence a line and its beads in the format of Vecalign."""
    source, target = (
        (folder / name).read_text(encoding="utf-8").splitlines() for name in ("source.txt", "target.txt")
    )
    lines = (folder / "gold.align").read_text(encoding="utf-8").splitlines()
    beads = [tuple(json.loads(side) for side in line.split(":")[:2]) for line in lines if line.strip()]
    return gold_text(folder.name, source, target, [(one, other) for one, other in beads])


def _scanned_text(folder: Path) -> GoldText:
    """A raw text and its beads, whose sentences are given by their first characters."""
    beads = json.loads((folder / "beads.json").read_text(encoding="utf-8"))
    sides, numbers = [], []
    for side in ("source", "target"):
        raw = (folder / f"{side}.txt").read_bytes().decode("utf-8")
        starts = sorted({start for bead in beads for start in bead[side]})
        ranges = zip(starts, [*starts[1:], len(raw)], strict=True)
        sides.append([" ".join(raw[start:stop].split()) for start, stop in ranges])
        numbers.append({start: number for number, start in enumerate(starts)})
    links = [
        ([numbers[0][at] for at in bead["source"]], [numbers[1][at] for at in bead["target"]])
        for bead in beads
    ]
    return gold_text(f"ocr-dev/{folder.name}", sides[0], sides[1], links)


def gold_text(
    name: str, source: list[str], target: list[str], beads: list[tuple[list[int], list[int]]]
) -> GoldText:
    """The text with its beads as a path, nulls of the source before those of the target.

    A bead that crosses an earlier one is left out: no path contains both.
    """
    path: list[Step] = []
    at = (0, 0)
    for one, other in sorted(bead for bead in beads if bead[0] and bead[1]):
        if one[0] < at[0] or other[0] < at[1]:
            continue
        path += _nulls(at, (one[0], other[0]))
        at = (one[-1] + 1, other[-1] + 1)
        path.append(((one[0], other[0]), at))
    path += _nulls(at, (len(source), len(target)))
    return GoldText(name, tuple(source), tuple(target), tuple(path))


def _nulls(start: Cell, stop: Cell) -> list[Step]:
    """The nulls from one cell to another, those of the source first."""
    (i, j), (k, m) = start, stop
    down = [((row, j), (row + 1, j)) for row in range(i, k)]
    return down + [((k, column), (k, column + 1)) for column in range(j, m)]

"""The aligned texts that weights are learned from."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

Cell = tuple[int, int]
Step = tuple[Cell, Cell]
WORN = ", worn"
"""What the name of a damaged text ends in."""


@dataclass(frozen=True)
class GoldText:
    """Sentences of both sides and the true beads, as a path over the lattice."""

    name: str
    source: tuple[str, ...]
    target: tuple[str, ...]
    path: tuple[Step, ...]

    @property
    def group(self) -> str:
        """What is held out together: one set with what was made from it, or all texts of ``ocr-dev``."""
        return "ocr-dev" if self.name.startswith("ocr-dev/") else self.name.removesuffix(WORN)

    @property
    def worn(self) -> str:
        """What was done to it, to tell its scores apart."""
        return WORN if self.name.endswith(WORN) else ""


def load(data: Path) -> list[GoldText]:
    """All sets of ``align-dev``, and the texts of ``ocr-dev`` cut where true sentences begin."""
    folders = sorted(path for path in (data / "align-dev").iterdir() if path.is_dir())
    pages = sorted(path for path in (data / "ocr-dev").iterdir() if path.is_dir())
    return [_split_text(folder) for folder in folders] + [_page(folder) for folder in pages]


def _split_text(folder: Path) -> GoldText:
    sides = [
        (folder / name).read_text(encoding="utf-8").splitlines() for name in ("source.txt", "target.txt")
    ]
    lines = (folder / "gold.align").read_text(encoding="utf-8").splitlines()
    beads = [tuple(json.loads(side) for side in line.split(":")[:2]) for line in lines if line.strip()]
    return gold_of(folder.name, sides[0], sides[1], [(one, other) for one, other in beads])


def _page(folder: Path) -> GoldText:
    beads = json.loads((folder / "beads.json").read_text(encoding="utf-8"))
    sides, numbers = [], []
    for side in ("source", "target"):
        raw = (folder / f"{side}.txt").read_bytes().decode("utf-8")
        anchors = sorted({anchor for bead in beads for anchor in bead[side]})
        pieces = zip(anchors, [*anchors[1:], len(raw)], strict=True)
        sides.append([" ".join(raw[start:stop].split()) for start, stop in pieces])
        numbers.append({anchor: number for number, anchor in enumerate(anchors)})
    held = [
        ([numbers[0][at] for at in bead["source"]], [numbers[1][at] for at in bead["target"]])
        for bead in beads
    ]
    return gold_of(f"ocr-dev/{folder.name}", sides[0], sides[1], held)


def gold_of(
    name: str, source: list[str], target: list[str], beads: list[tuple[list[int], list[int]]]
) -> GoldText:
    """The text with its beads as a path, nulls of the source before those of the target."""
    path: list[Step] = []
    at = (0, 0)
    for one, other in sorted(bead for bead in beads if bead[0] and bead[1]):
        if one[0] < at[0] or other[0] < at[1]:
            continue  # crosses the one before: no path can hold both
        path += _nulls(at, (one[0], other[0]))
        at = (one[-1] + 1, other[-1] + 1)
        path.append(((one[0], other[0]), at))
    path += _nulls(at, (len(source), len(target)))
    return GoldText(name, tuple(source), tuple(target), tuple(path))


def _nulls(start: Cell, stop: Cell) -> list[Step]:
    (i, j), (k, m) = start, stop
    down = [((row, j), (row + 1, j)) for row in range(i, k)]
    return down + [((k, column), (k, column + 1)) for column in range(j, m)]

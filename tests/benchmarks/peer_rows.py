"""What ``peers.py`` measures of each aligner, and where ours is behind another."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from align.evaluate.gold_bead import GoldBead
from align.evaluate.prf import Counts

OURS = "ours"
"""The name of this package among the aligners."""

MEASURES = ("strict", "lax")
"""The measures of a row."""

Rows = Mapping[str, Mapping[str, "Row"]]
"""The rows by text and aligner."""


@dataclass(frozen=True)
class Row:
    """One aligner on one text, or on several pooled.

    Attributes:
        strict: the beads by the strict measure.
        lax: the beads by the lax measure.
        nulls: sentences of both sides that are in no pair.
        true_nulls: the same in the gold.
        seconds: of processor time.
        wall: seconds of wall time.
        embedding: seconds of processor time that encoding took.
        gigabytes: peak memory of the process.
    """

    strict: Counts
    lax: Counts
    nulls: int
    true_nulls: int
    seconds: float
    wall: float
    embedding: float
    gigabytes: float

    def __add__(self, other: Row) -> Row:
        return Row(
            self.strict + other.strict,
            self.lax + other.lax,
            self.nulls + other.nulls,
            self.true_nulls + other.true_nulls,
            self.seconds + other.seconds,
            self.wall + other.wall,
            self.embedding + other.embedding,
            max(self.gigabytes, other.gigabytes),
        )

    def f1(self, measure: str) -> float:
        """Fraction 0-1 by ``strict`` or ``lax``."""
        counts = self.strict if measure == "strict" else self.lax
        return counts.f1 or 0.0

    def line(self, text: str, name: str) -> str:
        """As the table shows it."""
        return (
            f"{text:26}{name:13}{self.f1('strict'):7.3f}{self.f1('lax'):7.3f}"
            f"{f'{self.nulls}/{self.true_nulls}':>12}{self.seconds:8.1f}{f'({self.wall:.1f})':>9}"
            f"{self.seconds - self.embedding:9.1f}{self.gigabytes:6.2f}"
        )

    @classmethod
    def read(cls, held: Mapping[str, Any]) -> Row:
        """From what ``asdict`` makes of it."""
        return cls(**{**held, **{measure: Counts(**held[measure]) for measure in MEASURES}})


HEADER = (
    f"{'text':26}{'aligner':13}{'strict':>7}{'lax':>7}{'nulls/gold':>12}{'s':>8}{'(wall)':>9}"
    f"{'without':>9}{'GB':>6}"
)
"""Above the rows of the table."""


@dataclass(frozen=True)
class Loss:
    """Another aligner is ahead of ours on a text.

    Attributes:
        text: the name of the text.
        measure: ``strict`` or ``lax``.
        peer: the name of the other aligner.
        ours: our F1, fraction 0-1.
        theirs: its F1.
    """

    text: str
    measure: str
    peer: str
    ours: float
    theirs: float

    @property
    def by(self) -> float:
        """How far we are behind."""
        return self.theirs - self.ours

    def line(self) -> str:
        """As the list shows it."""
        return (
            f"{self.text:26}{self.measure:8}{self.peer:13}{self.theirs:7.4f}, ours {self.ours:.4f}: "
            f"behind by {self.by:.4f}"
        )


def losses(rows: Rows) -> list[Loss]:
    """The texts, measures and aligners where ours is behind, the widest margin first.

    Texts without a row of ours are left out.
    """
    found = [
        Loss(text, measure, name, own[OURS].f1(measure), row.f1(measure))
        for text, own in rows.items()
        if OURS in own
        for measure in MEASURES
        for name, row in own.items()
        if row.f1(measure) - own[OURS].f1(measure) > 1e-9  # not rounding
    ]
    return sorted(found, key=lambda loss: -round(loss.by, 4))


def nulls(source: Sequence[str], target: Sequence[str], beads: Iterable[GoldBead]) -> int:
    """Sentences of both sides that are in no bead with two sides."""
    pairs = [bead for bead in beads if not bead.null]
    paired = [
        frozenset[int]().union(*(getattr(bead, side) for bead in pairs)) for side in ("source", "target")
    ]
    return len(source) + len(target) - sum(map(len, paired))


def read_rows(path: Path) -> dict[str, dict[str, Row]]:
    """The rows of a file; none where there is no such file."""
    held = json.loads(path.read_text(encoding="utf-8")) if path.is_file() else {}
    return {text: {name: Row.read(row) for name, row in own.items()} for text, own in held.items()}


def write_rows(path: Path, rows: Rows) -> None:
    """Write the rows to a file."""
    held = {text: {name: asdict(row) for name, row in own.items()} for text, own in rows.items()}
    path.write_text(json.dumps(held, indent=1) + "\n", encoding="utf-8")

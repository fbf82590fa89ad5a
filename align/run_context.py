"""What the stages of a run share that does not change its result: who is told how far it is, what is kept."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from align.progress import Reporter


@dataclass(frozen=True)
class Reuse:
    """What a run has in common with earlier and later ones on this machine.

    Attributes:
        take: Whether parts that an earlier run computed are taken.
        keep: Whether parts are kept for later runs.
        files: Those that are aligned, by whose places the vectors of their sentences are found again.
    """

    take: bool = False
    keep: bool = False
    files: tuple[Path, ...] = ()


@dataclass(frozen=True)
class RunContext:
    """What the stages of a run share.

    Attributes:
        report: Is told how far the run is.
        reuse: What is taken and kept.
    """

    report: Reporter = field(default_factory=Reporter)
    reuse: Reuse = Reuse()

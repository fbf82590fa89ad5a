"""What a run of a collection did."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class PassDone:
    """What one pass over a collection did.

    Attributes:
        documents: The ids of those that it has aligned, or tried to.
        forgotten: Documents that it took out of the tables: the manifest names them no more.
    """

    documents: frozenset[str] = frozenset()
    forgotten: int = 0


@dataclass(frozen=True)
class CorpusRun:
    """What a run did.

    Attributes:
        folder: Where the tables are.
        documents: Of the manifest.
        report: The page about the collection.
        done: Documents that this run has aligned, or tried to.
        sentences: Of the originals of these.
        seconds: That the run took, a first pass included.
        forgotten: Documents that it took out of the tables: the manifest names them no more.
        first_pass: Documents that its first pass has aligned, or tried to.
    """

    folder: Path
    documents: int
    report: Path
    done: int
    sentences: int
    seconds: float
    forgotten: int = 0
    first_pass: int = 0

    @property
    def rate(self) -> float:
        """Sentences of originals a second; 0 where nothing was done."""
        return self.sentences / self.seconds if self.sentences else 0.0

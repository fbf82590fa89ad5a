"""What ``peers.py`` measures: one aligner on one set at a time."""

from __future__ import annotations

import resource
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter, process_time

from peer_aligners import PEERS, Align, Clock, ours
from peer_rows import OURS, Row, nulls
from peer_texts import OCR_DEV, read_pages, read_text

from align.alignment.method import FittedWeights
from align.alignment.weights import Weights
from align.embed.encoder import load
from align.evaluate.beads import score_beads


@dataclass(frozen=True)
class Job:
    """What one process measures.

    Attributes:
        folder: of the set.
        gold: the name of the file with its beads.
        size: only so many source sentences from its beginning; all: ``None``.
        weights: a file of our weights; those of the package: ``None``.
    """

    folder: str
    gold: str = "gold.align"
    size: int | None = None
    weights: str | None = None

    @property
    def text(self) -> str:
        """Its name in the table."""
        return Path(self.folder).name + ("" if self.size is None else f", {self.size:,}")

    def aligner(self, name: str) -> Align:
        """The aligner of this name."""
        if name != OURS:
            return PEERS[name].align
        return ours(FittedWeights(Weights.load(Path(self.weights))) if self.weights else FittedWeights())


def measure(name: str, job: Job) -> Row:
    """One aligner on one set."""
    folder = Path(job.folder)
    texts = read_pages(folder.parent) if folder.name == OCR_DEV else [read_text(folder, job.gold, job.size)]
    align, clock = job.aligner(name), Clock(load())
    clock.encoder.encode(["to warm up"])
    before, wall = process_time(), perf_counter()
    found = [list(align(source, target, clock)) for source, target, _ in texts]
    seconds, wall = process_time() - before, perf_counter() - wall
    scores = [score_beads(links, mine) for (_, _, links), mine in zip(texts, found, strict=True)]
    score = sum(scores[1:], start=scores[0])
    alone = sum(nulls(*text[:2], mine) for text, mine in zip(texts, found, strict=True))
    true_alone = sum(nulls(*text) for text in texts)
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6
    return Row(score.strict, score.lax, alone, true_alone, seconds, wall, clock.seconds, memory)


def jobs(data: Path, sizes: Iterable[int], weights: Path | None) -> tuple[list[Job], list[Job]]:
    """Those on development sets, and those on ``scale``."""
    sets = sorted(path for path in (data / "align-dev").iterdir() if path.is_dir())
    files = {path: weights / f"{path.name}.json" if weights else None for path in (*sets, data / OCR_DEV)}
    missing = [str(file) for file in files.values() if file and not file.is_file()]
    if missing:
        raise SystemExit(
            f"--weights needs a file for each development set, as tools/fit_alignment.py writes it; "
            f"not there: {', '.join(missing)}"
        )
    own = [Job(str(path), weights=str(file) if file else None) for path, file in files.items()]
    return own, [Job(str(data / "scale"), "silver.align", size) for size in sizes]

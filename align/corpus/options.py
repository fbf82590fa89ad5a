"""How a collection is run: what changes no result."""

from __future__ import annotations

from dataclasses import dataclass

from align.errors import InputError


@dataclass(frozen=True)
class CorpusOptions:
    """How a collection is run.

    Attributes:
        workers: How many documents are done at a time, each by a process with its own models; ``None`` for as
            many as the cluster has processors.
        address: Of a Ray cluster that runs already, such as ``auto`` or ``10.0.0.5:6379``; ``None`` starts
            one on this machine for the time of the run.
        batch: Documents that a worker is given at a time; their sentences are encoded together.
        timeout: Seconds that one document may take; of a scan, each page, and the rest.
        memory: GB that a worker may hold.
        gpus: The part of a GPU that a worker takes; ``None`` divides those that there are among the workers.
        bitexts: Whether the bitext of each document is written as well.
        retry: Whether documents that failed before are tried again.
        forget: Whether documents that the manifest names no more are taken out of the tables.
        passes: 2 learns errors and words of the collection from a first pass, which serve the second.
        learn: Whether what a first pass has learned is made anew.

    Raises:
        InputError: A number is not positive, or there are no such passes.
    """

    workers: int | None = None
    address: str | None = None
    batch: int = 16
    timeout: float = 600.0
    memory: float = 4.0
    gpus: float | None = None
    bitexts: bool = False
    retry: bool = False
    forget: bool = False
    passes: int = 1
    learn: bool = False

    def __post_init__(self) -> None:
        for name in ("workers", "batch", "timeout", "memory"):
            value = getattr(self, name)
            if value is not None and value <= 0:
                raise InputError(f"expected a positive number as {name}, got {value}")
        if self.passes not in (1, 2):
            raise InputError(f"expected 1 or 2 passes, got {self.passes}")
        if self.learn and self.passes == 1:
            raise InputError("only two passes learn from the collection; add --passes 2")
        if self.gpus is not None and self.gpus < 0:
            raise InputError(f"expected no negative number as gpus, got {self.gpus}")

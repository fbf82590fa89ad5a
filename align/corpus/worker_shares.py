"""What each worker is given of a collection and of a cluster."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from math import ceil

from align.corpus.options import CorpusOptions
from align.errors import InputError

Resources = Mapping[str, float]
"""Name of a resource of a node -> how much of it there is, as Ray counts it."""


@dataclass(frozen=True)
class WorkerShares:
    """How documents are divided among workers.

    Attributes:
        workers: How many there are.
        batch: Documents that one is given at a time.
        blocks: How many batches all documents make.
        gpus: The part of a GPU that one takes.
    """

    workers: int
    batch: int
    blocks: int
    gpus: float


def worker_shares(
    documents: int, options: CorpusOptions, nodes: Sequence[Resources], uses_gpu: Callable[[], bool]
) -> WorkerShares:
    """Divide so that no worker is without work where there are enough documents.

    Args:
        documents: How many there are, one at least.
        options: What the user wants.
        nodes: The resources of each node of the cluster.
        uses_gpu: Whether the encoder computes on a GPU where there is one; called where that matters.

    Raises:
        InputError: The cluster has no processor.

    Example:
        >>> worker_shares(16, CorpusOptions(), [{"CPU": 16.0}], lambda: False)
        WorkerShares(workers=16, batch=1, blocks=16, gpus=0.0)
    """
    processors = int(sum(node.get("CPU", 0.0) for node in nodes))
    if processors < 1:
        raise InputError(
            "expected a cluster with processors, got none; start a node of Ray with --num-cpus 1"
        )
    wanted = min(options.workers or processors, documents)
    batch = min(options.batch, ceil(documents / wanted))
    blocks = ceil(documents / batch)
    workers = min(wanted, blocks)
    gpus = _gpu_part(workers, nodes, uses_gpu) if options.gpus is None else min(options.gpus, 1.0)
    return WorkerShares(workers, batch, blocks, gpus)


def _gpu_part(workers: int, nodes: Sequence[Resources], uses_gpu: Callable[[], bool]) -> float:
    """So much that all workers fit on the GPUs; none where some node has processors alone."""
    working = [node for node in nodes if node.get("CPU", 0.0) >= 1]
    gpus = sum(node.get("GPU", 0.0) for node in working)
    if not all(node.get("GPU", 0.0) >= 1 for node in working) or not uses_gpu():
        return 0.0
    return 1 / ceil(workers / gpus)

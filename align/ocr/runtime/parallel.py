"""The batches of a long document, several at a time, each in a process of its own."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import Any, TypeVar

from align.text.document import SIDES

Result = TypeVar("Result")

BATCH_SENTENCES = 300
"""Sentences of a batch: enough to estimate a document's errors from, few enough for 1 GB of memory."""

MAX_PROCESSES = 4
"""Each process holds its dictionaries, about 1 GB."""

GC_THRESHOLD = 500_000, 50, 100
"""By default Python searches all dictionaries for garbage every few thousand new objects, which takes an
eighth of the time."""


def batches(sentences: int) -> Iterator[range]:
    """Numbers of the sentences of each batch, all batches of about one length."""
    count = -(-sentences // BATCH_SENTENCES)
    for number in range(count):
        yield range(sentences * number // count, sentences * (number + 1) // count)


def map_batches(work: Callable[..., Result], shared: object, jobs: Sequence[tuple[Any, ...]]) -> list[Result]:
    """``work(shared, *job)`` for all jobs, in their order.

    The few jobs of a short document run in this process: starting another would take longer.

    Args:
        work: A function that can be pickled.
        shared: Its first argument, which each process is given once.
        jobs: Its other arguments.

    Raises:
        Exception: whatever ``work`` raises first; the other jobs are stopped.
    """
    if len(jobs) <= len(SIDES):
        return [work(shared, *job) for job in jobs]
    from loky import ProcessPoolExecutor, cpu_count

    processes = min(cpu_count(), len(jobs), MAX_PROCESSES)
    if processes < 2:
        return [work(shared, *job) for job in jobs]
    threads = {"OMP_NUM_THREADS": str(cpu_count() // processes)}
    pool = ProcessPoolExecutor(processes, initializer=_begin, initargs=(shared,), env=threads)
    try:
        return list(pool.map(partial(_one, work), *zip(*jobs, strict=True)))
    finally:
        pool.shutdown(kill_workers=True)


_shared: list[object] = []
"""The first argument of all jobs of this process."""


def _begin(shared: object) -> None:
    gc.set_threshold(*GC_THRESHOLD)
    _shared[:] = [shared]


def _one(work: Callable[..., Result], *job: object) -> Result:
    return work(*_shared, *job)

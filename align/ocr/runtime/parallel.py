"""A long document read in stretches, several at a time, each in a process of its own."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import Any, TypeVar

from align.text.document import SIDES

Result = TypeVar("Result")

BATCH_SENTENCES = 300
"""Sentences from which on a side is cut: enough to learn a page's habits from, few enough for 1 GB."""

MAX_PROCESSES = 4
"""At most: each holds its dictionaries, about 1 GB."""

GC_THRESHOLD = 100_000, 50, 100
"""Python looks through all dictionaries for garbage every few thousand new objects; an eighth of the time."""


def batches(sentences: int) -> Iterator[range]:
    """Numbers of the sentences of each stretch, all of about one length."""
    count = -(-sentences // BATCH_SENTENCES)
    for number in range(count):
        yield range(sentences * number // count, sentences * (number + 1) // count)


def map_batches(
    work: Callable[..., Result], apart: Callable[..., Result], shared: object, jobs: Sequence[tuple[Any, ...]]
) -> list[Result]:
    """``work(shared, *job)`` for all jobs, in their order; what stops one of them stops the others.

    ``apart``: the same work in a process of its own, which is given ``shared`` once. The two sides of a
    letter are done before one would have started.
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
        return list(pool.map(partial(_one, apart), *zip(*jobs, strict=True)))
    finally:
        pool.shutdown(kill_workers=True)


_given: list[object] = []
"""What this process was given for all its jobs."""


def _begin(shared: object) -> None:
    gc.set_threshold(*GC_THRESHOLD)
    _given[:] = [shared]


def _one(work: Callable[..., Result], *job: object) -> Result:
    return work(*_given, *job)

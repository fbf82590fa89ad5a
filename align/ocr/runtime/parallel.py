"""The batches of a long document, several at a time, each in a process of its own."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import as_completed
from typing import Any, TypeVar

from align.progress import ignore
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


def nothing() -> None:
    """Do nothing; called where nobody counts."""


def map_batches(
    work: Callable[..., Result],
    shared: object,
    jobs: Sequence[tuple[Any, ...]],
    steps: int = 1,
    advance: Callable[[int], None] = ignore,
) -> list[Result]:
    """``work(shared, *job, step)`` for all jobs, in their order.

    The few jobs of a short document run in this process: starting another would take longer.

    Args:
        work: A function that can be pickled. Its last argument, without arguments of its own, is for it to
            call whenever it is a step further.
        shared: Its first argument, which each process is given once.
        jobs: Its other arguments.
        steps: How many steps a job has.
        advance: Is called with the number of steps that are done since the last call.

    Raises:
        Exception: whatever ``work`` raises first; the other jobs are stopped.
    """
    processes = 1 if len(jobs) <= len(SIDES) else _processes(len(jobs))
    if processes == 1:
        return [_here(work, shared, job, steps, advance) for job in jobs]
    from loky import ProcessPoolExecutor, cpu_count

    threads = {"OMP_NUM_THREADS": str(cpu_count() // processes)}
    pool = ProcessPoolExecutor(processes, initializer=_begin, initargs=(shared,), env=threads)
    try:
        found = [pool.submit(_one, work, *job) for job in jobs]
        for one in as_completed(found):
            one.result()
            advance(steps)
        return [one.result() for one in found]
    finally:
        pool.shutdown(kill_workers=True)


def _here(
    work: Callable[..., Result],
    shared: object,
    job: tuple[Any, ...],
    steps: int,
    advance: Callable[[int], None],
) -> Result:
    """One job in this process; steps that it leaves out are done with it."""
    left = steps

    def step() -> None:
        nonlocal left
        left -= 1
        advance(1)

    result = work(shared, *job, step)
    if left:
        advance(left)
    return result


def _processes(jobs: int) -> int:
    """How many processes share the jobs."""
    from loky import cpu_count

    processors: int = cpu_count()
    return max(1, min(processors, jobs, MAX_PROCESSES))


_shared: list[object] = []
"""The first argument of all jobs of this process."""


def _begin(shared: object) -> None:
    gc.set_threshold(*GC_THRESHOLD)
    _shared[:] = [shared]


def _one(work: Callable[..., Result], *job: object) -> Result:
    return work(*_shared, *job, nothing)

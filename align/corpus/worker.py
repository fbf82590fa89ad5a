"""A worker process and its watch: a document that crashes, hangs or eats memory costs only itself."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from time import monotonic

from align.corpus.batch_times import BatchTimes
from align.corpus.failed_rows import OUT_OF_MEMORY, failed_rows
from align.corpus.job import KeyedDocument, WorkerJob
from align.corpus.messages import BatchEnd, Begun, Done, Message, OutOfMemory, Unable
from align.corpus.schema import Rows, TableName
from align.corpus.worker_process import WorkerProcess
from align.errors import ModelError

LOOK = 0.5
"""Seconds between two looks at the memory of a worker; each reads the tree of its processes."""
START_TIMEOUT = 300.0
"""Seconds in which a worker must have loaded its models; the first prepares dictionaries."""
STARTS = 2
"""How often a worker is started that ends before it has loaded its models."""
COMMAND = (sys.executable, "-P", "-m", "align.corpus.child")
"""Without the current folder on the path of modules: files of the user may have names of modules."""


class _WorkerLostError(Exception):
    """The process ended or was ended; the message says why.

    ``by_itself``: nobody knows why it ended; another program may have killed it. ``by_memory``: it held too
    much, or was refused memory.
    """

    def __init__(self, reason: str, *, by_itself: bool = False, by_memory: bool = False) -> None:
        super().__init__(reason)
        self.by_itself, self.by_memory = by_itself, by_memory

    def may_be_others(self, *, alone: bool) -> bool:
        """Whether something else than the document may be the reason; ``alone``: the process had no other."""
        return self.by_itself or (self.by_memory and not alone)


@dataclass
class Worker:
    """Aligns batches in a process of its own, which is started anew where a document has ended it.

    Attributes:
        job: What the process is told.
        command: What is started; :class:`.WorkerProcess` adds its last arguments.
    """

    job: WorkerJob
    command: Sequence[str] = COMMAND
    _process: WorkerProcess | None = field(default=None, repr=False)

    def run(self, batch: Sequence[KeyedDocument]) -> Iterator[dict[TableName, Rows]]:
        """The rows of each document of a batch, in the order in which they are done.

        A document at which the process ends is tried once more, alone: it may have been killed for another
        reason. So is one at which memory runs out, unless it was the only one that the process was given:
        documents before it may hold that memory. One that fails again or takes too long has a row with the
        error.

        Raises:
            ModelError: The process cannot load its models, or a result cannot be written.
        """
        groups, suspected, times = [list(batch)] if batch else [], set[str](), BatchTimes()
        while groups:
            group = groups.pop()
            left, current = dict(enumerate(group)), None
            process = self._ready()
            alone = len(group) == 1 and not process.used
            times.begin()
            try:
                for message in self._messages(process, group):
                    times.charge(_busy(left, current))
                    current = message.number if isinstance(message, Begun) else None
                    if isinstance(message, Done):
                        one = left.pop(message.number)
                        yield self._timed(one, message.rows, times)
            except _WorkerLostError as lost:
                times.charge(_busy(left, current))
                if current is None and len(left) == 1:
                    current = next(iter(left))
                if current is None:  # it was lost in what is done for all together
                    groups += [[one] for one in left.values()]
                    continue
                one = left.pop(current)
                groups += [list(left.values())] if left else []
                if lost.may_be_others(alone=alone) and one.document.id not in suspected:
                    suspected.add(one.document.id)
                    groups.append([one])
                else:
                    yield self._timed(one, failed_rows(one.document, one.key, str(lost)), times)

    def close(self) -> None:
        """End the process."""
        if self._process is not None:
            self._process.end()
            self._process = None

    def _ready(self) -> WorkerProcess:
        """A process that waits for documents. Raises :class:`align.errors.ModelError`."""
        if self._process is not None and self._process.popen.poll() is not None:
            self.close()  # it ended between two batches
        return self._process or self._started()

    def _messages(self, process: WorkerProcess, batch: Sequence[KeyedDocument]) -> Iterator[Begun | Done]:
        """What a process sends while it does a batch. Raises :class:`_WorkerLostError`."""
        process.used = True
        self._send(process, batch)
        while not isinstance(message := self._next(process, self.job.timeout), BatchEnd):
            if isinstance(message, Unable):
                self.close()
                raise ModelError(message.reason)
            if isinstance(message, OutOfMemory):
                self.close()
                raise _WorkerLostError(OUT_OF_MEMORY, by_memory=True)
            if isinstance(message, Begun | Done):
                yield message

    def _started(self) -> WorkerProcess:
        """A process that has loaded its models. Raises :class:`align.errors.ModelError`."""
        reason = ""
        for _ in range(STARTS):
            process = self._process = WorkerProcess.start(self.command)
            try:
                self._send(process, self.job)
                message = self._next(process, START_TIMEOUT)
            except _WorkerLostError as lost:
                reason = str(lost)
                continue
            if isinstance(message, Unable):
                self.close()
                raise ModelError(message.reason)
            return process
        raise ModelError(f"a worker could not start: {reason}")

    def _send(self, process: WorkerProcess, what: object) -> None:
        try:
            process.connection.send(what)
        except ConnectionError:
            raise self._ended(process) from None

    def _next(self, process: WorkerProcess, timeout: float) -> Message:
        """The next message; raises :class:`_WorkerLostError` where none comes in time, or memory runs out."""
        deadline = monotonic() + timeout
        try:
            while not process.connection.poll(LOOK):
                self._watch(process, deadline, timeout)
            message: Message = process.connection.recv()
        except (EOFError, ConnectionError):
            raise self._ended(process) from None
        return message

    def _ended(self, process: WorkerProcess) -> _WorkerLostError:
        reason = process.how_it_ended()
        self.close()
        return _WorkerLostError(reason, by_itself=True)

    def _watch(self, process: WorkerProcess, deadline: float, timeout: float) -> None:
        """End the process where it holds too much or takes too long; raises :class:`_WorkerLostError`."""
        reason = ""
        if process.megabytes() > self.job.memory * 1024:
            reason = OUT_OF_MEMORY
        elif monotonic() > deadline:
            reason = f"it took longer than {timeout:g} s; --timeout with --retry allows more"
        if reason:
            self.close()
            raise _WorkerLostError(reason, by_memory=reason == OUT_OF_MEMORY)

    def _timed(
        self, one: KeyedDocument, rows: dict[TableName, Rows], times: BatchTimes
    ) -> dict[TableName, Rows]:
        """The rows with a row of how long they took, with a share of what was done for all together."""
        timing = {
            "document": one.document.id,
            "key": one.key,
            "seconds": round(times.seconds(one.document.id), 3),
            "finished": datetime.now(UTC),
            "megabytes": round(self._process.peak, 1) if self._process else None,
        }
        return rows | {"timings": [timing]}


def _busy(left: Mapping[int, KeyedDocument], current: int | None) -> list[str]:
    """The ids of the documents that a process is busy with: one of those that are left, or all of them."""
    return [one.document.id for number, one in left.items() if current in (None, number)]

"""A worker process and its watch: a document that crashes, hangs or eats memory costs only itself."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from multiprocessing import Pipe
from multiprocessing.connection import Connection
from time import monotonic

import psutil

from align.corpus.failed_rows import failed_rows
from align.corpus.job import KeyedDocument, WorkerJob
from align.corpus.messages import BatchEnd, Begun, Done, Message, Unable
from align.corpus.schema import Rows, TableName
from align.errors import ModelError

LOOK = 0.2
"""Seconds between two looks at the memory of a worker."""
START_TIMEOUT = 300.0
"""Seconds in which a worker must have loaded its models; the first prepares dictionaries."""
MEGABYTE = 1 << 20
THREAD_LIMITS = (
    "OMP_NUM_THREADS",
    "OPENBLAS_NUM_THREADS",
    "MKL_NUM_THREADS",
    "LOKY_MAX_CPU_COUNT",
    "OMP_THREAD_LIMIT",
)
"""Variables that give a worker one processor: the others belong to other workers."""


class _WorkerLostError(Exception):
    """The process ended or was ended; the message says why."""


@dataclass
class _Process:
    """A running worker process. ``peak``: the most megabytes that it was seen to hold."""

    popen: subprocess.Popen[bytes]
    connection: Connection
    lifeline: int
    peak: float = 0.0

    @classmethod
    def start(cls) -> _Process:
        connection, other = Pipe()
        read, write = os.pipe()
        command = [sys.executable, "-m", "align.corpus.child", str(other.fileno()), str(read)]
        popen = subprocess.Popen(  # noqa: S603 - this Python
            command, pass_fds=(other.fileno(), read), env=os.environ | dict.fromkeys(THREAD_LIMITS, "1")
        )
        other.close()
        os.close(read)
        return cls(popen, connection, write)

    def end(self) -> None:
        """Kill it, and the processes that it has started."""
        for process in self._tree():
            try:
                process.kill()
            except psutil.NoSuchProcess:
                continue
        self.popen.wait()
        self.connection.close()
        os.close(self.lifeline)

    def megabytes(self) -> float:
        """What it and the processes that it has started hold now, resident."""
        held = 0
        for process in self._tree():
            try:
                held += process.memory_info().rss
            except psutil.NoSuchProcess:
                continue
        self.peak = max(self.peak, held / MEGABYTE)
        return held / MEGABYTE

    def _tree(self) -> list[psutil.Process]:
        try:
            own = psutil.Process(self.popen.pid)
            return [own, *own.children(recursive=True)]
        except psutil.NoSuchProcess:
            return []


@dataclass
class Worker:
    """Aligns batches in a process of its own, which is started anew where a document has ended it.

    Attributes:
        job: What the process is told.
    """

    job: WorkerJob
    _process: _Process | None = field(default=None, repr=False)

    def run(self, batch: Sequence[KeyedDocument]) -> Iterator[dict[TableName, Rows]]:
        """The rows of each document of a batch, in the order in which they are done.

        Raises:
            ModelError: The process cannot load its models, or a result cannot be written.
        """
        groups = [list(batch)]
        while groups:
            group = groups.pop()
            left, current = dict(enumerate(group)), None
            began = monotonic()
            try:
                for message in self._messages(group):
                    if isinstance(message, Begun):
                        current, began = message.number, monotonic()
                    else:
                        yield self._timed(left.pop(message.number), message.rows, monotonic() - began)
            except _WorkerLostError as lost:
                current = current if current is not None or len(group) > 1 else 0
                if current is not None:
                    failed = left.pop(current)
                    rows = failed_rows(failed.document, failed.key, str(lost))
                    yield self._timed(failed, rows, monotonic() - began)
                groups += [list(left.values())] if current is not None else [[one] for one in left.values()]

    def close(self) -> None:
        """End the process."""
        if self._process is not None:
            self._process.end()
            self._process = None

    def _messages(self, batch: Sequence[KeyedDocument]) -> Iterator[Begun | Done]:
        """What the process sends while it does a batch. Raises :class:`_WorkerLostError`."""
        if not batch:
            return
        if self._process is not None and self._process.popen.poll() is not None:
            self.close()  # it ended between two batches
        process = self._process or self._started()
        process.connection.send(batch)
        while not isinstance(message := self._next(process, self.job.timeout), BatchEnd):
            if isinstance(message, Unable):
                self.close()
                raise ModelError(message.reason)
            if isinstance(message, Begun | Done):
                yield message

    def _started(self) -> _Process:
        process = self._process = _Process.start()
        process.connection.send(self.job)
        try:
            message = self._next(process, START_TIMEOUT)
        except _WorkerLostError as lost:
            raise ModelError(f"a worker could not start: {lost}") from lost
        if isinstance(message, Unable):
            self.close()
            raise ModelError(message.reason)
        return process

    def _next(self, process: _Process, timeout: float) -> Message:
        """The next message; raises :class:`_WorkerLostError` where none comes in time, or memory runs out."""
        deadline = monotonic() + timeout
        try:
            while not process.connection.poll(LOOK):
                self._watch(process, deadline, timeout)
            message: Message = process.connection.recv()
        except (EOFError, ConnectionError):
            reason = _end_of(process)
            self.close()
            raise _WorkerLostError(reason) from None
        return message

    def _watch(self, process: _Process, deadline: float, timeout: float) -> None:
        """End the process where it holds too much or takes too long; raises :class:`_WorkerLostError`."""
        reason = ""
        if process.megabytes() > self.job.memory * 1024:
            reason = f"it needed more than {self.job.memory:g} GB of memory; --memory allows more"
        elif monotonic() > deadline:
            reason = f"it took longer than {timeout:g} s; --timeout allows more"
        if reason:
            self.close()
            raise _WorkerLostError(reason)

    def _timed(
        self, one: KeyedDocument, rows: dict[TableName, Rows], seconds: float
    ) -> dict[TableName, Rows]:
        """The rows with a row of how long they took."""
        timing = {
            "document": one.document.id,
            "key": one.key,
            "seconds": round(seconds, 3),
            "finished": datetime.now(UTC),
            "megabytes": round(self._process.peak, 1) if self._process else None,
        }
        return rows | {"timings": [timing]}


def _end_of(process: _Process) -> str:
    """How a process ended, for people."""
    try:
        status = process.popen.wait(timeout=5)
    except subprocess.TimeoutExpired:
        return "the worker process closed its connection"
    if status < 0:
        return f"the worker process was ended by signal {-status}"
    return f"the worker process ended with status {status}"

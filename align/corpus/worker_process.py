"""The process of a worker: started, watched and ended together with the processes that it starts."""

from __future__ import annotations

import os
import signal
import subprocess
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing import Pipe
from multiprocessing.connection import Connection

import psutil

MEGABYTE = 1 << 20
THREAD_LIMITS = (
    "OMP_NUM_THREADS",
    "OPENBLAS_NUM_THREADS",
    "MKL_NUM_THREADS",
    "LOKY_MAX_CPU_COUNT",
    "OMP_THREAD_LIMIT",
)
"""Variables that give a worker one processor: the others belong to other workers."""


@dataclass
class WorkerProcess:
    """A running worker process, the leader of a process group.

    Attributes:
        popen: The process.
        connection: To it.
        lifeline: An open file; the process ends when it is closed.
        peak: The most megabytes that it was seen to hold.
        used: Whether it was given documents.
    """

    popen: subprocess.Popen[bytes]
    connection: Connection
    lifeline: int
    peak: float = 0.0
    used: bool = False

    @classmethod
    def start(cls, command: Sequence[str]) -> WorkerProcess:
        """Start a command; the numbers of its connection and its lifeline are its last arguments."""
        connection, other = Pipe()
        read, write = os.pipe()
        popen = subprocess.Popen(  # noqa: S603 - this Python
            [*command, str(other.fileno()), str(read)],
            pass_fds=(other.fileno(), read),
            env=os.environ | dict.fromkeys(THREAD_LIMITS, "1"),
            start_new_session=True,
        )
        other.close()
        os.close(read)
        return cls(popen, connection, write)

    def end(self) -> None:
        """Kill it and the processes that it has started, also those that have outlived it."""
        for process in self._tree():
            with suppress(psutil.NoSuchProcess):
                process.kill()
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(self.popen.pid, signal.SIGKILL)
        self.popen.wait()
        self.connection.close()
        os.close(self.lifeline)

    def megabytes(self) -> float:
        """What it and the processes that it has started hold now, resident."""
        held = 0
        for process in self._tree():
            with suppress(psutil.NoSuchProcess):
                held += process.memory_info().rss
        self.peak = max(self.peak, held / MEGABYTE)
        return held / MEGABYTE

    def how_it_ended(self) -> str:
        """How it ended, for people."""
        try:
            status = self.popen.wait(timeout=5)
        except subprocess.TimeoutExpired:
            return "the worker process closed its connection"
        if status < 0:
            return f"the worker process was ended by signal {-status}"
        return f"the worker process ended with status {status}"

    def _tree(self) -> list[psutil.Process]:
        try:
            own = psutil.Process(self.popen.pid)
            return [own, *own.children(recursive=True)]
        except psutil.NoSuchProcess:
            return []

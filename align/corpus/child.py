"""A worker process: takes batches from a connection and sends the rows of each document back.

``python -m align.corpus.child CONNECTION LIFELINE``: the numbers of two open files. The process that watches
it holds the other end of the lifeline: when that process is gone, this one and those that it has started end.
"""

from __future__ import annotations

import fcntl
import gc
import os
import resource
import select
import signal
import sys
from multiprocessing.connection import Connection

from align.corpus.align_batch import BatchAligner
from align.corpus.failed_rows import error_line
from align.corpus.job import WorkerJob
from align.corpus.messages import BatchEnd, Begun, Ready, Unable
from align.errors import AlignError
from align.ocr.runtime.parallel import GC_THRESHOLD

RESERVED = 2
"""A process may reserve so many times the memory that it may hold: libraries reserve what they never use."""


def serve(connection: Connection) -> None:
    """Take the job, then batches, until the connection ends."""
    job: WorkerJob = connection.recv()
    _limit_memory(job.memory)
    try:
        aligner = BatchAligner(job, lambda number: connection.send(Begun(number)))
        connection.send(Ready())
        while True:
            for done in aligner.run(connection.recv()):
                connection.send(done)
            connection.send(BatchEnd())
    except EOFError:
        return
    except AlignError as error:
        connection.send(Unable(error_line(error)))


def _limit_memory(gigabytes: float) -> None:
    """Refuse memory that the watch would see too late: many gigabytes between two of its looks."""
    _, hard = resource.getrlimit(resource.RLIMIT_DATA)
    limit = int(RESERVED * gigabytes * (1 << 30))
    resource.setrlimit(resource.RLIMIT_DATA, (limit if hard < 0 else min(limit, hard), hard))


def _end_with(lifeline: int) -> None:
    """End this group of processes when the other end of the lifeline is closed.

    The kernel does it, by a signal: it ends a process too that runs compiled code and no Python.
    """
    fcntl.fcntl(lifeline, fcntl.F_SETOWN, -os.getpgrp())
    fcntl.fcntl(lifeline, fcntl.F_SETFL, fcntl.fcntl(lifeline, fcntl.F_GETFL) | os.O_ASYNC)
    if select.select([lifeline], [], [], 0)[0]:  # it was closed before
        os.killpg(os.getpgrp(), signal.SIGKILL)


def main() -> None:
    """Serve on the files that the command line names."""
    connection, lifeline = map(int, sys.argv[1:3])
    _end_with(lifeline)
    gc.set_threshold(*GC_THRESHOLD)
    serve(Connection(connection))


if __name__ == "__main__":
    main()

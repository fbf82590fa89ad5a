"""A worker process: takes batches from a connection and sends the rows of each document back.

``python -m align.corpus.child CONNECTION LIFELINE``: the numbers of two open files. The process that watches
it holds the other end of the lifeline: when that process is gone, this one and those that it has started end.
"""

from __future__ import annotations

import gc
import sys
from multiprocessing.connection import Connection

from align.corpus.align_batch import BatchAligner
from align.corpus.child_limits import end_with, limit_memory
from align.corpus.failed_rows import error_line
from align.corpus.job import WorkerJob
from align.corpus.messages import Advanced, BatchEnd, Begun, OutOfMemory, Ready, Unable
from align.errors import AlignError
from align.ocr.runtime.parallel import GC_THRESHOLD


def serve(connection: Connection) -> None:
    """Take the job, then batches, until the connection ends."""
    job: WorkerJob = connection.recv()
    limit_memory(job.memory)
    try:
        aligner = BatchAligner(
            job, lambda number: connection.send(Begun(number)), lambda _: connection.send(Advanced())
        )
        connection.send(Ready())
        while True:
            for done in aligner.run(connection.recv()):
                connection.send(done)
            connection.send(BatchEnd())
    except EOFError:
        return
    except MemoryError:
        connection.send(OutOfMemory())
    except AlignError as error:
        connection.send(Unable(error_line(error)))


def main() -> None:
    """Serve on the files that the command line names."""
    connection, lifeline = map(int, sys.argv[1:3])
    end_with(lifeline)
    gc.set_threshold(*GC_THRESHOLD)
    serve(Connection(connection))


if __name__ == "__main__":
    main()

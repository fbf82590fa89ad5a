"""The input of an engine: a file that only the process has, so that it can be read at once.

From a pipe, and from what it is given as its standard input, Tesseract reads a picture byte by byte: a tenth
of a second for a page at 300 dpi.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO

INPUT = "/dev/stdin" if sys.platform == "linux" and Path("/proc/self/fd").exists() else "-"
"""What Tesseract is to call its input: a name that it can open where there is one."""


@contextmanager
def input_file(data: bytes) -> Iterator[IO[bytes]]:
    """A file that holds data, to be read from its beginning; in memory where the system has such files.

    Raises:
        OSError: There is no room for it.
    """
    with _file() as stream:
        stream.write(data)
        stream.seek(0)
        yield stream


def _file() -> IO[bytes]:
    if sys.platform == "linux":
        with suppress(OSError):  # not allowed
            return os.fdopen(os.memfd_create("picture"), "w+b")
    return TemporaryFile()

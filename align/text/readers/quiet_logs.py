"""A library that logs what it finds odd in a file: only this program's own line is for the user."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def without_logs(library: str) -> Iterator[None]:
    """Drop what a library logs while a block or a function runs, unless the user chose a level for it.

    Args:
        library: The name of its logger.

    Example:
        >>> with without_logs("pypdf"):
        ...     logging.getLogger("pypdf._reader").error("incorrect startxref pointer")
    """
    logger = logging.getLogger(library)
    if logger.level != logging.NOTSET:
        yield
        return
    logger.setLevel(logging.CRITICAL + 1)
    try:
        yield
    finally:
        logger.setLevel(logging.NOTSET)

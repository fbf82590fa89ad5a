"""What bounds a worker process from outside: its memory, and the life of the process that watches it."""

from __future__ import annotations

import fcntl
import os
import platform
import resource
import select
import signal
import threading

RESERVED = 2
"""A process may reserve so many times the memory that it may hold: libraries reserve what they never use."""


def limit_memory(gigabytes: float) -> None:
    """Refuse memory that the watch would see too late: many gigabytes between two of its looks."""
    _, hard = resource.getrlimit(resource.RLIMIT_DATA)
    limit = int(RESERVED * gigabytes * (1 << 30))
    resource.setrlimit(resource.RLIMIT_DATA, (limit if hard < 0 else min(limit, hard), hard))


def end_with(lifeline: int) -> None:
    """End this group of processes when the other end of the lifeline is closed.

    The kernel of Linux does it, by a signal: it ends a process too that runs compiled code and no Python.
    Elsewhere that signal is ignored unless a process handles it, and a thread waits instead.
    """
    if platform.system() != "Linux":
        threading.Thread(target=_wait_for_end, args=(lifeline,), daemon=True).start()
        return
    fcntl.fcntl(lifeline, fcntl.F_SETOWN, -os.getpgrp())
    fcntl.fcntl(lifeline, fcntl.F_SETFL, fcntl.fcntl(lifeline, fcntl.F_GETFL) | os.O_ASYNC)
    if select.select([lifeline], [], [], 0)[0]:  # it was closed before
        os.killpg(os.getpgrp(), signal.SIGKILL)


def _wait_for_end(lifeline: int) -> None:
    """End this group of processes when the other end of the lifeline is closed; nothing is ever sent."""
    os.read(lifeline, 1)
    os.killpg(os.getpgrp(), signal.SIGKILL)

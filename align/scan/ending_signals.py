"""A signal to end the program leaves a block as an error does: what the block started is ended with it."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from threading import current_thread, main_thread

ENDING = ("SIGTERM", "SIGHUP")
"""Signals that end a program at once where it does not handle them."""


@contextmanager
def ending_signals() -> Iterator[None]:
    """Raise ``SystemExit`` in the block where such a signal comes; behind the block it ends the program.

    The error alone would not do: a notebook's kernel catches it, and runs on. Signals that the program
    handles itself, or ignores, stay as they are. Only the main thread can handle signals; in another one
    nothing is done.
    """
    changed, came = _unhandled(), list[int]()

    def end(number: int, _frame: object) -> None:
        came.append(number)
        sys.exit(128 + number)

    for number in changed:
        signal.signal(number, end)
    try:
        yield
    finally:
        for number in changed:
            signal.signal(number, signal.SIG_DFL)
        for sent in came:
            os.kill(os.getpid(), sent)


def _unhandled() -> list[signal.Signals]:
    """The signals that would end the program at once, where this thread can handle them."""
    if current_thread() is not main_thread():
        return []
    found = [getattr(signal, name) for name in ENDING if hasattr(signal, name)]
    return [number for number in found if signal.getsignal(number) is signal.SIG_DFL]

"""A signal to end the program leaves a block as an error does: what the block started is ended with it."""

from __future__ import annotations

import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from threading import current_thread, main_thread

ENDING = ("SIGTERM", "SIGHUP")
"""Signals that end a program at once where it does not handle them."""


@contextmanager
def ending_signals() -> Iterator[None]:
    """Raise ``SystemExit`` in the block where such a signal comes, with the exit code of a shell.

    Signals that the program handles itself, or ignores, stay as they are. Only the main thread can handle
    signals; in another one nothing is done.
    """
    found = [getattr(signal, name) for name in ENDING if hasattr(signal, name)]
    if current_thread() is not main_thread():
        found = []
    changed = [number for number in found if signal.getsignal(number) is signal.SIG_DFL]
    for number in changed:
        signal.signal(number, _end)
    try:
        yield
    finally:
        for number in changed:
            signal.signal(number, signal.SIG_DFL)


def _end(number: int, _frame: object) -> None:
    sys.exit(128 + number)

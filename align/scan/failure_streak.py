"""An engine that breaks off on page after page is given up: each page may cost minutes."""

from __future__ import annotations

import re
from threading import Lock

from align.scan.engine_runs import EngineError

MOST = 3
"""Failures of one kind, one after another, after which no further page is tried."""


class FailureStreak:
    """Counts failures that follow each other; several threads may count."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._count = 0
        self._last: EngineError | None = None

    def count(self, failure: EngineError | None) -> None:
        """Count a page that was tried; ``None`` where the engine did not break off."""
        with self._lock:
            same = failure is not None and self._last is not None and _kind(failure) == _kind(self._last)
            self._count = 0 if failure is None else self._count + 1 if same else 1
            self._last = failure

    @property
    def given_up(self) -> EngineError | None:
        """Why no further page is tried; ``None`` where one is."""
        with self._lock:
            if self._last is None or self._count < MOST:
                return None
            return type(self._last)(f"{self._last}; given up after {MOST} pages in a row")


def _kind(failure: EngineError) -> str:
    """Its message without what differs from page to page."""
    return re.split(r"[:(]", str(failure))[0]

"""How many pixels are read at once: a large page takes the place of many small ones in memory."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Condition

MOST = 150_000_000
"""Pixels of the pages that are read at once; each takes up to 17 bytes, most of them in the engine."""


class PixelBudget:
    """Lets threads begin a page when there is room for its pixels.

    Args:
        most: Pixels that there is room for.
    """

    def __init__(self, most: int) -> None:
        self._most, self._taken = most, 0
        self._changed = Condition()

    @contextmanager
    def taken(self, pixels: int) -> Iterator[None]:
        """Wait until there is room for a page, which is given back at the end of the ``with`` block.

        Args:
            pixels: Of the page. One of more than there is room for is read alone.
        """
        amount = min(pixels, self._most)
        with self._changed:
            self._changed.wait_for(lambda: self._taken + amount <= self._most)
            self._taken += amount
        try:
            yield
        finally:
            with self._changed:
                self._taken -= amount
                self._changed.notify_all()

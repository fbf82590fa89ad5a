"""How long each document of a batch takes, over the phases and the tries of its work."""

from __future__ import annotations

from collections.abc import Collection
from time import monotonic


class BatchTimes:
    """Adds up the seconds of each document; what is done for several at once is shared out equally.

    Example:
        >>> times = BatchTimes()
        >>> times.begin()
        >>> times.charge(["a", "b"])
        >>> times.seconds("a") == times.seconds("b")
        True
    """

    def __init__(self) -> None:
        self._seconds: dict[str, float] = {}
        self._since = monotonic()

    def begin(self) -> None:
        """What has passed until now belongs to no document."""
        self._since = monotonic()

    def charge(self, documents: Collection[str]) -> None:
        """What has passed since the last call belongs to these documents."""
        now = monotonic()
        for name in documents:
            self._seconds[name] = self.seconds(name) + (now - self._since) / len(documents)
        self._since = now

    def seconds(self, document: str) -> float:
        """What a document has taken until now."""
        return self._seconds.get(document, 0.0)

"""Values that are kept while there is room."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from typing import Generic, TypeVar

Value = TypeVar("Value")


class BoundedCache(Generic[Value]):
    """The values used last, within a limit of bytes and of number; the newest always stays."""

    def __init__(self, limit: int, size: Callable[[Value], int], most: int | None = None) -> None:
        self._limit, self._size, self._most = limit, size, most
        self._values: OrderedDict[Hashable, Value] = OrderedDict()

    def __len__(self) -> int:
        return len(self._values)

    @property
    def bytes(self) -> int:
        """Of all values."""
        return sum(map(self._size, self._values.values()))

    def get(self, key: Hashable, make: Callable[[], Value]) -> Value:
        """The value of a key, made where it is not kept."""
        if key in self._values:
            self._values.move_to_end(key)
            return self._values[key]
        made = make()
        self._values[key] = made
        while len(self._values) > 1 and self._is_full():
            self._values.popitem(last=False)
        return made

    def _is_full(self) -> bool:
        return self.bytes > self._limit or (self._most is not None and len(self._values) > self._most)

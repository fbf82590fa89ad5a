"""Word forms with a number each, in arrays that all processes of a machine share."""

from __future__ import annotations

import zlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from align.user_cache import Arrays

SPACE = 2
"""Places of the hash table for each form, at least."""


@dataclass(frozen=True, eq=False)
class FormTable(Mapping[str, float]):
    """A mapping from forms to a number, in the order in which it was built.

    The forms stand one behind the other in one array of bytes. A hash table with open addressing finds a
    form: in the place that its CRC-32 gives, or in the next that is not empty.

    Attributes:
        text: All forms, UTF-8, shape ``(n_bytes,)``.
        ends: Where each form ends in ``text``, with a 0 before, uint32, shape ``(n_forms + 1,)``.
        places: The hash table: 1 + the number of a form, 0 where empty, uint32, shape ``(power of 2,)``.
        given: The number that each form was given, float64, shape ``(n_forms,)``.
    """

    text: memoryview
    ends: memoryview
    places: memoryview
    given: NDArray[np.float64]

    @classmethod
    def of(cls, arrays: Arrays, values: str = "values") -> FormTable:
        """From what :func:`form_arrays` gives; ``values``: the name of the array of values."""
        text, ends, places = (arrays[name].data for name in ("text", "ends", "places"))
        return cls(text, ends, places, np.asarray(arrays[values], dtype=np.float64))

    def number(self, form: str) -> int:
        """The number of a form; -1 where there is no such form."""
        key = form.encode("utf-8", "surrogatepass")
        last = len(self.places) - 1
        at = zlib.crc32(key) & last
        while found := self.places[at]:
            if self.text[self.ends[found - 1] : self.ends[found]] == key:
                return int(found) - 1
            at = (at + 1) & last
        return -1

    def __getitem__(self, form: str) -> float:
        """The number of a form; raises ``KeyError`` where there is no such form."""
        number = self.number(form)
        if number < 0:
            raise KeyError(form)
        return float(self.given[number])

    def get(self, form: str, default: Any = None) -> Any:  # noqa: ANN401 - a default may be of any type
        """The number of a form, else the default; no error is raised and caught on the way."""
        number = self.number(form)
        return default if number < 0 else self.given.item(number)

    def __iter__(self) -> Iterator[str]:
        """The forms in order."""
        return map(self.form, range(len(self)))

    def __len__(self) -> int:
        """Number of forms."""
        return len(self.given)

    def above(self, least: float) -> dict[str, float]:
        """The forms whose number is above ``least``."""
        numbers = np.flatnonzero(self.given > least).tolist()
        return {self.form(number): float(self.given[number]) for number in numbers}

    def form(self, number: int) -> str:
        """The form of a number."""
        return str(self.text[self.ends[number] : self.ends[number + 1]], "utf-8", "surrogatepass")


def form_arrays(forms: Sequence[str]) -> dict[str, NDArray[Any]]:
    """The arrays ``text``, ``ends`` and ``places`` of distinct forms."""
    keys = [form.encode("utf-8", "surrogatepass") for form in forms]
    ends = np.cumsum([0, *map(len, keys)], dtype=np.uint32)
    hashes = np.fromiter(map(zlib.crc32, keys), dtype=np.uint32, count=len(keys))
    text = np.frombuffer(b"".join(keys), dtype=np.uint8)
    return {"text": text, "ends": ends, "places": _hash_table(hashes)}


def _hash_table(hashes: NDArray[np.uint32]) -> NDArray[np.uint32]:
    """Each number + 1 at its hash, or at the next free place behind it."""
    size = 1 << max(SPACE * len(hashes), 1).bit_length()
    table = np.zeros(size, dtype=np.uint32)
    left = np.arange(len(hashes), dtype=np.uint32)
    at = hashes & np.uint32(size - 1)
    while len(left):
        free = table[at] == 0
        _, first = np.unique(at[free], return_index=True)
        placed = np.flatnonzero(free)[first]
        table[at[placed]] = left[placed] + 1
        left, at = np.delete(left, placed), np.delete(at, placed)
        at = (at + 1) & np.uint32(size - 1)
    return table

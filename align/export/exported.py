"""What an export writes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Exported:
    """``files``: what to add to the name -> bytes; ``""`` for a single file. ``said``: lines for the user."""

    files: Mapping[str, bytes]
    said: tuple[str, ...] = ()

    @classmethod
    def of(cls, text: str, said: tuple[str, ...] = ()) -> Exported:
        """One file of UTF-8 text."""
        return cls({"": text.encode()}, said)

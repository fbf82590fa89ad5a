"""What an export writes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class ExportedFiles:
    """``files``: what to add to the name -> bytes; ``""`` for a single file. ``said``: lines for the user."""

    files: Mapping[str, bytes]
    messages: tuple[str, ...] = ()

    @classmethod
    def of(cls, text: str, said: tuple[str, ...] = ()) -> ExportedFiles:
        """One file of UTF-8 text."""
        return cls({"": text.encode()}, said)

"""What a place in the text may say: as it was read, or otherwise."""

from __future__ import annotations

from dataclasses import dataclass

AS_READ = "as-read"
UNPROPOSED = "other"


@dataclass(frozen=True, slots=True)
class Candidate:
    """``text`` in place of the chunks ``start:stop`` of a sentence; empty text: nothing stood here.

    ``rule``: who proposed it; ``as-read`` for the observed text, ``other`` for something nobody proposed.
    """

    start: int
    stop: int
    text: str
    rule: str

    @property
    def changed(self) -> bool:
        """Whether it differs from what was read."""
        return self.rule != AS_READ

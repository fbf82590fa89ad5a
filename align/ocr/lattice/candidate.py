"""What may have stood at a place of the text: the observed text, or another."""

from __future__ import annotations

from dataclasses import dataclass

OBSERVED = "observed"
UNPROPOSED = "unproposed"


@dataclass(frozen=True, slots=True)
class Candidate:
    """``text`` in the place of the tokens ``start:stop`` of a sentence; an empty text deletes them.

    ``rule``: the name of the rule that generated it, ``OBSERVED`` for the text that the OCR gave,
    ``UNPROPOSED`` for any text that no rule generated.
    """

    start: int
    stop: int
    text: str
    rule: str

    @property
    def changed(self) -> bool:
        """Whether it differs from the observed text."""
        return self.rule != OBSERVED

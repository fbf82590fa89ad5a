"""What may have stood at a place of the text: the observed text, or another."""

from __future__ import annotations

from typing import NamedTuple

OBSERVED = "observed"
UNPROPOSED = "unproposed"


class Candidate(NamedTuple):
    """``text`` in the place of the tokens ``start:stop`` of a sentence; an empty text deletes them.

    ``rule``: the name of the rule that generated it, ``OBSERVED`` for the text that the OCR gave,
    ``UNPROPOSED`` for any text that no rule generated. ``printed``: the text as the page prints it, where the
    page is in an old spelling; else ``None``.
    """

    start: int
    stop: int
    text: str
    rule: str
    printed: str | None = None

    @property
    def changed(self) -> bool:
        """Whether it differs from the observed text."""
        return self.rule != OBSERVED

    @property
    def printed_text(self) -> str:
        """The text as the page prints it."""
        return self.text if self.printed is None else self.printed

"""A row of the review: a pairing of sentences and what the reviewer decided about it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from align.review.place import Pairing, Spans
from align.text.document import Side

Status = Literal["auto", "confirmed", "rejected"]
Origin = Literal["found", "arranged", "realigned", "brought back"]


@dataclass(frozen=True)
class Row:
    """A pairing with its status.

    ``origin``: what made the pairing: the aligner, the reviewer, the aligner after a decision, or a passage
    restored from the excluded text. ``later``: flagged to be looked at later.
    """

    pairing: Pairing
    status: Status = "auto"
    origin: Origin = "found"
    later: bool = False
    comment: str = ""

    def side(self, side: Side) -> tuple[Spans, ...]:
        """Its sentences of one side."""
        return self.pairing.side(side)

    @cached_property
    def id(self) -> str:
        """``s120``: side and raw offset of its first sentence; no other row has it."""
        side: Side = "source" if self.pairing.source else "target"
        return sentence_id(side, self.side(side)[0])


def sentence_id(side: Side, spans: Spans) -> str:
    """``s120``, ``t8``: the side's letter and the raw offset where the sentence begins."""
    return f"{side[0]}{spans[0].start}"

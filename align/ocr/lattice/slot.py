"""A place of the text with the candidates that compete for it."""

from __future__ import annotations

from dataclasses import dataclass

from align.ocr.lattice.candidate import Candidate


@dataclass(frozen=True, slots=True)
class Slot:
    """Token ``position`` of sentence ``sentence``; ``candidates[0]`` is the observed text."""

    sentence: int
    position: int
    candidates: tuple[Candidate, ...]

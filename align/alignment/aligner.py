"""Sentences of two languages -> beads."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from align.alignment.bead import Alignment, Bead
from align.embed.encoder import Encoder


@dataclass(frozen=True)
class AlignmentConfig:
    """``max_bead``: sentences a bead may hold on one side."""

    max_bead: int = 8


def align_sentences(
    source: Sequence[str],
    target: Sequence[str],
    encoder: Encoder,
    *,
    languages: tuple[str, str],
    config: AlignmentConfig = AlignmentConfig(),
    fixed: Sequence[Bead] = (),
) -> Alignment:
    """Align two texts. ``languages``: ISO 639-1 of source and target. ``fixed``: beads that stay."""
    raise NotImplementedError

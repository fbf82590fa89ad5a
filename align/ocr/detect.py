"""Sentences and beads -> flags."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from align.alignment.bead import Alignment
from align.embed.encoder import Encoder
from align.ocr.flag import Flag
from align.text.document import Side
from align.text.sentence import Sentence


@dataclass(frozen=True)
class OcrConfig:
    """``min_confidence``: flags less sure than this (fraction 0-1) are not reported."""

    min_confidence: float = 0.5


def find_flags(
    source: Sequence[Sentence],
    target: Sequence[Sentence],
    alignment: Alignment,
    encoder: Encoder | None,
    *,
    languages: tuple[str, str],
    config: OcrConfig = OcrConfig(),
) -> tuple[Flag, ...]:
    """What the OCR got wrong on either side, the other side as witness."""
    raise NotImplementedError

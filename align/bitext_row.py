"""One bead of a bitext with its texts."""

from __future__ import annotations

from dataclasses import dataclass

from align.alignment.bead import Bead
from align.flag import Flag

SHOWN = 32
"""Code points of each text in a repr."""


@dataclass(frozen=True, repr=False)
class BitextRow:
    """One bead, the texts of its sentences, and the flags on them.

    Attributes:
        index: Index of the bead in the bitext, from 0.
        bead: The bead; it has the type, the score and the confidence.
        source_sentences: Texts of its source sentences; empty for a bead without source.
        target_sentences: Texts of its target sentences; empty for a bead without target.
        flags: The flags on these sentences.
    """

    index: int
    bead: Bead
    source_sentences: tuple[str, ...]
    target_sentences: tuple[str, ...]
    flags: tuple[Flag, ...] = ()

    @property
    def source(self) -> str:
        """The source sentences joined by spaces; ``""`` if there are none."""
        return " ".join(self.source_sentences)

    @property
    def target(self) -> str:
        """The target sentences joined by spaces; ``""`` if there are none."""
        return " ".join(self.target_sentences)

    def __repr__(self) -> str:
        """One line, bead counted from 1: ``<bead 4, 1-1, confidence 0.99: 'Ваш ответ…' | 'I received…'>``."""
        texts = " | ".join(repr(_shortened(text)) for text in (self.source, self.target))
        return f"<bead {self.index + 1}, {self.bead.type}, confidence {self.bead.confidence:.2f}: {texts}>"


def _shortened(text: str) -> str:
    return text if len(text) <= SHOWN else text[: SHOWN - 1] + "…"

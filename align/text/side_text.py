"""One side of a bitext: its document, language and sentences."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from align.text.clean import Excluded, Move
from align.text.document import Document, Side
from align.text.sentence import Sentence


@dataclass(frozen=True, eq=False, repr=False)
class SideText:
    """The original or the translation after cleaning and sentence splitting.

    Two sides are equal if their documents, languages, sentences (text and provenance), exclusions, moves and
    notes are equal.

    Attributes:
        side: ``"source"`` for the original, ``"target"`` for the translation.
        document: The raw file. Both sides may stand in the same document.
        language: ISO 639-1.
        sentences: In reading order.
        excluded: Stretches of the raw file that cleaning excluded from the text, each with its reason.
        moves: Stretches that were read out of order and are now in their place.
        notes: What was found about the text of this side, for people: ``spelling of before 1918``.
    """

    side: Side
    document: Document
    language: str
    sentences: tuple[Sentence, ...]
    excluded: tuple[Excluded, ...] = ()
    moves: tuple[Move, ...] = ()
    notes: tuple[str, ...] = ()

    def __repr__(self) -> str:
        """One line: side, file, language and number of sentences."""
        return (
            f"<SideText {self.side}: {self.document.name} ({self.language}), {len(self.sentences)} sentences>"
        )

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, SideText):
            return NotImplemented
        return (
            (self.side, self.document, self.language) == (other.side, other.document, other.language)
            and (self.excluded, self.moves, self.notes) == (other.excluded, other.moves, other.notes)
            and len(self.sentences) == len(other.sentences)
            and all(map(_equal, self.sentences, other.sentences))
        )

    def __hash__(self) -> int:
        return hash((self.side, self.document, self.language, len(self.sentences)))


def _equal(one: Sentence, other: Sentence) -> bool:
    """Whether two sentences have the same index, text, language, spelling and provenance."""
    return (
        (one.index, one.text, one.language, one.old_spelling)
        == (other.index, other.text, other.language, other.old_spelling)
        and np.array_equal(one.traced.starts, other.traced.starts)
        and np.array_equal(one.traced.stops, other.traced.stops)
    )

"""Flags on sentences that are translated out of order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from align.alignment.bead import Crossing
from align.flag import Flag
from align.text.sentence import Sentence

QUOTED = 60
"""Characters of the translation that the reason quotes."""


def crossing_flags(
    source: Sequence[Sentence], target: Sequence[Sentence], crossings: Iterable[Crossing]
) -> Iterator[Flag]:
    """A flag for each crossing, on its first source sentence.

    Args:
        source: all sentences of the original.
        target: all sentences of the translation.
        crossings: of the alignment of these sentences.

    Yields:
        Flags of kind ``layout.crossing``, with the mean confidence of the crossing's beads.
    """
    for crossing in crossings:
        first = source[crossing.source.start]
        yield Flag(
            "source",
            first.index,
            first.origin,
            first.text,
            "layout.crossing",
            crossing.confidence,
            _reason(crossing, target),
        )


def _reason(crossing: Crossing, target: Sequence[Sentence]) -> str:
    """Where the sentences stand, and how the translation begins there."""
    text = " ".join(target[index].text for index in crossing.target)
    quoted = text if len(text) <= QUOTED else f"{text[:QUOTED].rstrip()}…"
    return f"Its translation stands elsewhere ({crossing.places}): “{quoted}”"

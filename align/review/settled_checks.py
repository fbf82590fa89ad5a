"""Which check flags a correction settles.

The checks run on a row and its window twice: on the row as it was read, and as it reads now. A flag that is
raised only the first time is settled.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import chain

from align.alignment.bead import Alignment, Bead
from align.check.run import find_checks
from align.embed.encoder import Encoder
from align.flag import Flag
from align.review.corrected_text import TextLookup, without_corrections
from align.review.doubts import Doubt, Doubts
from align.review.place import Pairing, Place
from align.review.row import Row
from align.review.state import State
from align.text.document import SIDES
from align.text.sentence import Sentence


@dataclass(frozen=True)
class CheckRunner:
    """Runs the checks on some adjacent rows of a review. ``languages``: ISO 639-1 of source and target."""

    state: State
    doubts: Doubts
    encoder: Encoder
    languages: tuple[str, str]

    def settled(self, rows: Sequence[Pairing], here: int, corrected: TextLookup) -> frozenset[str]:
        """Ids of the open check doubts of one row that its corrections settle.

        Args:
            rows: The row and its window.
            here: The row's number among them.
            corrected: The text of sentences as they read now.
        """
        row = rows[here]
        in_row = self.doubts.of_row(self.state, Row(row))
        open_checks = [doubt for doubt in in_row if doubt.open and doubt.flag.kind.startswith("check.")]
        if not open_checks:
            return frozenset()
        before = self._flags(rows, without_corrections(self.state, row, corrected), as_read=here)
        after = self._flags(rows, corrected)
        return frozenset(
            doubt.id
            for doubt in open_checks
            if _is_raised(doubt.flag, before) and not _is_raised(doubt.flag, after)
        )

    def _flags(
        self, rows: Sequence[Pairing], lookup: TextLookup, as_read: int | None = None
    ) -> tuple[Flag, ...]:
        """The checks' flags on these rows, given the flags that are open in them.

        ``as_read``: of this row the decided flags are given too, as if nothing were decided.
        """
        texts = {side: [lookup(side, spans) for row in rows for spans in row.side(side)] for side in SIDES}
        source, target = ([Sentence(index, one) for index, one in enumerate(texts[side])] for side in SIDES)
        flags = [
            replace(doubt.flag, sentence=index)
            for number, row in enumerate(rows)
            for doubt in self.doubts.of_row(self.state, Row(row))
            if doubt.open or number == as_read
            for index in _sentence_numbers(doubt, rows)
        ]
        alignment = Alignment(tuple(_beads(rows)), len(source), len(target))
        found = find_checks(source, target, alignment, self.encoder, languages=self.languages, flags=flags)
        return tuple(chain.from_iterable(found))


def _beads(rows: Sequence[Pairing]) -> list[Bead]:
    """The rows as beads, sentences numbered from 0."""
    beads = []
    i = j = 0
    for row in rows:
        k, m = i + len(row.source), j + len(row.target)
        confidence = 1.0 if row.confidence is None else row.confidence
        beads.append(Bead(range(i, k), range(j, m), row.score, confidence))
        i, j = k, m
    return beads


def _sentence_numbers(doubt: Doubt, rows: Sequence[Pairing]) -> list[int]:
    """The number of the first sentence that a doubt stands in; none where it stands in none of these rows."""
    side = doubt.flag.side
    sentences = (spans for row in rows for spans in row.side(side))
    place = doubt.place
    return [number for number, spans in enumerate(sentences) if place.overlaps(Place(side, spans))][:1]


def _is_raised(flag: Flag, found: Sequence[Flag]) -> bool:
    """Whether one of the flags found has the same kind and stands at the same place."""
    return any(
        (other.side, other.kind) == (flag.side, flag.kind)
        and any(one.overlaps(two) for one in flag.spans for two in other.spans)
        for other in found
    )

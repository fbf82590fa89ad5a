"""A review as it stands: rows of sentences and verdicts on their text.

A :class:`State` is a value; :mod:`.reducer` gives what an operation changes, as a :class:`.patch.Patch`.
A row holds sentences by their raw places. The rows of every state cover each character (white space aside)
of the bitext's sentences and of the restored passages exactly once: no sentence is lost or doubled.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from types import MappingProxyType
from typing import TypeVar

from align.alignment.bead import Bead
from align.bitext_data import BitextData
from align.review.moved import MovedSentence, moved_sentences
from align.review.patch import Patch, Verdict
from align.review.place import Pairing, Place, Spans, flat
from align.review.place_index import PlaceIndex
from align.review.row import Row, sentence_id
from align.review.side_view import SideView
from align.text.document import SIDES, Side


@dataclass(frozen=True)
class State:
    """Rows, and verdicts by place.

    ``verdicts``: no two about the same text (:meth:`verdict_places`). ``words``: whitelisted in the whole
    project. ``restored``: places of excluded passages that the reviewer made text again. ``moved``: where the
    partner stands of sentences that are translated out of order, by their ids.
    """

    side_views: Mapping[Side, SideView] = field(compare=False, repr=False)
    rows: tuple[Row, ...]
    verdicts: Mapping[Place, Verdict] = field(default_factory=dict)
    words: frozenset[str] = frozenset()
    restored: frozenset[Place] = frozenset()
    moved: Mapping[str, MovedSentence] = field(default_factory=dict, compare=False, repr=False)

    @classmethod
    def of(cls, bitext: BitextData) -> State:
        """The state before any decision: a row for each bead of the bitext."""
        sentences = {text.side: [sentence.origin for sentence in text.sentences] for text in bitext.texts}
        views: Mapping[Side, SideView] = {text.side: SideView.of(text) for text in bitext.texts}
        return cls(
            MappingProxyType(views),
            tuple(Row(_pairing(bead, sentences)) for bead in bitext.alignment.beads),
            moved=moved_sentences(bitext),
        )

    def moved_in(self, row: Row) -> MovedSentence | None:
        """Where the partner of a row with one side stands, if its text moved."""
        if row.pairing.source and row.pairing.target:
            return None
        ids = (sentence_id(side, sentence) for side in SIDES for sentence in row.side(side))
        return next((self.moved[one] for one in ids if one in self.moved), None)

    @cached_property
    def row_numbers(self) -> Mapping[tuple[Side, int], int]:
        """Side and raw offset where a sentence begins -> number of its row."""
        return {
            (side, sentence[0].start): number
            for number, row in enumerate(self.rows)
            for side in SIDES
            for sentence in row.side(side)
        }

    @cached_property
    def _sentence_starts(self) -> Mapping[Side, tuple[list[int], list[int]]]:
        """Of each side, where sentences begin, ascending, and the numbers of their rows."""
        found: dict[Side, list[tuple[int, int]]] = {"source": [], "target": []}
        for (side, start), number in self.row_numbers.items():
            found[side].append((start, number))
        return {
            side: ([start for start, _ in sorted(pairs)], [number for _, number in sorted(pairs)])
            for side, pairs in found.items()
        }

    def row_number(self, id: str) -> int | None:  # noqa: A002  # the trade's word
        """The number of the row with this id, or that holds the sentence with it."""
        side: Side = "source" if id[:1] == "s" else "target"
        return self.row_numbers.get((side, int(id[1:]))) if id[1:].isdecimal() else None

    def row_number_at(self, place: Place) -> int | None:
        """The number of a row that holds some of a place. Fast where the text was not moved."""
        starts, numbers = self._sentence_starts[place.side]
        number: int
        at = bisect_right(starts, place.spans[0].start) - 1
        guess = [numbers[at]] if at >= 0 else []
        for number in (*guess, *range(len(self.rows))):
            here = self.rows[number].side(place.side)
            if any(one.overlaps(two) for one in flat(here) for two in place.spans):
                return number
        return None

    @cached_property
    def verdict_index(self) -> PlaceIndex:
        """The verdicts' places, to be searched by overlap."""
        return PlaceIndex.of(self.verdicts)

    def verdict_places(self, place: Place, verdict: Verdict | None = None) -> tuple[Place, ...]:
        """The places of the verdicts about the text at ``place``: those that share a character with it.

        A verdict that leaves a whole sentence as it was read (a dismissed omission) is not about its words,
        and a verdict on a word is not about the whole sentence. A sentence typed anew replaces both.

        Args:
            place: Where to look.
            verdict: The verdict to be given there; None where none is.

        Returns:
            The places, in order of the file.
        """
        return tuple(
            other
            for other in self.verdict_index.overlapping(place)
            if not self._independent(place, verdict, other)
            and not self._independent(other, self.verdicts[other], place)
        )

    def _independent(self, place: Place, verdict: Verdict | None, other: Place) -> bool:
        """Whether a place is a sentence that stays as it was read, and the other only words of it."""
        as_read = verdict is None or verdict.text is None
        return as_read and self.covers_sentence(place) and not self.covers_sentence(other)

    def covers_sentence(self, place: Place) -> bool:
        """Whether a place holds a sentence from end to end, as the text was split."""
        return self.side_views[place.side].covers_sentence(place.spans)

    def text(self, side: Side, sentences: tuple[Spans, ...]) -> str:
        """The text of these sentences after cleaning, without corrections."""
        return " ".join(self.side_views[side].text(spans) for spans in sentences)

    def quote(self, place: Place) -> str:
        """What the raw file holds there."""
        return self.side_views[place.side].quote(place.spans)

    def normal_form(self, pairing: Pairing) -> tuple[Spans, Spans]:
        """What a pairing covers on either side, as normal spans."""
        return self._normal_side("source", pairing.source), self._normal_side("target", pairing.target)

    def _normal_side(self, side: Side, sentences: tuple[Spans, ...]) -> Spans:
        return self.side_views[side].normalise(flat(sentences)) if sentences else ()

    def patched(self, patch: Patch) -> State:
        """The state after a patch."""
        rows = self.rows
        if patch.old or patch.new:
            rows = (*rows[: patch.at], *patch.new, *rows[patch.at + len(patch.old) :])
        return replace(
            self,
            rows=rows,
            verdicts=_patched_verdicts(self.verdicts, patch),
            words=_with_changes(self.words, patch.words),
            restored=_with_changes(self.restored, patch.restored),
        )


def _pairing(bead: Bead, sentences: Mapping[Side, list[Spans]]) -> Pairing:
    """A bead's sentences by their places."""
    return Pairing(
        tuple(sentences["source"][index] for index in bead.source) if bead.source else (),
        tuple(sentences["target"][index] for index in bead.target) if bead.target else (),
        bead.score,
        bead.confidence,
    )


def _patched_verdicts(verdicts: Mapping[Place, Verdict], patch: Patch) -> Mapping[Place, Verdict]:
    """The verdicts after a patch; the same object where it changes none."""
    if not patch.verdicts:
        return verdicts
    kept = dict(verdicts)
    for place, before, _ in patch.verdicts:
        if before is not None:
            del kept[place]
    return kept | {place: after for place, _, after in patch.verdicts if after is not None}


T = TypeVar("T")


def _with_changes(members: frozenset[T], changes: tuple[tuple[T, bool], ...]) -> frozenset[T]:
    """The members after changes: each value, and whether it is a member."""
    added = frozenset(member for member, included in changes if included)
    return (members - frozenset(member for member, included in changes if not included)) | added

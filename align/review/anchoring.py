"""Decisions that were made on another reading of the same pages, at their places in the reading of now.

A decision on a text is placed only where the same letters stand at the same place. A row is confirmed again
only where all its letters are those that the reviewer saw, or the corrections made in it. What else is known
of a row (a comment, how it was paired) follows its words, whatever letters they have. All else has no place,
with the reason; of a decision on several texts or rows, those that are found are placed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import TypeVar

from align.errors import PlaceError
from align.review.kept_reading import KeptReading, reading_of
from align.review.operation import (
    Accept,
    AcceptEverywhere,
    Comment,
    Confirm,
    DismissEverywhere,
    Edit,
    FlagForLater,
    Operation,
    QuotedPlace,
    Redo,
    RegroupRows,
    Reject,
    RejectPair,
    Reopen,
    RestoreExcluded,
    TextChange,
    Undecide,
    Undo,
    WhitelistWord,
)
from align.review.place import Pairing, Spans
from align.review.reading_map import ReadingMap
from align.review.side_anchor import SideAnchor
from align.text.document import Side
from align.text.side_text import SideText

Part = TypeVar("Part")


@dataclass(frozen=True)
class Anchored:
    """What became of a decision.

    ``here``: the decision at its places of now. ``lost``: why it, or some of it, has no place; empty where
    nothing of it is lost. Where both are missing, the text reads as corrected and nothing is left to do.
    """

    here: Operation | None = None
    lost: str = ""


class Anchoring:
    """Places decisions again, in the order of their journal."""

    def __init__(self, texts: Iterable[SideText], readings: Iterable[KeptReading]) -> None:
        self._texts = {text.side: text for text in texts}
        self._readings = {reading.sha256: reading for reading in readings}
        self._anchors: dict[tuple[Side, str], SideAnchor] = {}

    def knows(self, hashes: Mapping[Side, str]) -> bool:
        """Whether the readings that a decision was made on are kept, and those of now are of pages too."""
        return all(
            sha256 in self._readings and self._texts[side].document.facsimile is not None
            for side, sha256 in self._others(hashes).items()
        )

    def place(self, made: Operation, hashes: Mapping[Side, str]) -> Anchored:
        """A decision at its places of now; one on the texts of now, an undo or a redo stays as it is."""
        if not self._others(hashes):
            return Anchored(made)
        anchors = {side: self._anchor(side, sha256) for side, sha256 in self._others(hashes).items()}
        try:
            return _Placing(anchors).place(made)
        except PlaceError as why:
            return Anchored(lost=str(why))

    def follow(self, made: Undo | Redo) -> None:
        """What an undone decision corrected is no text that the reviewer saw, until it is done again."""
        for anchor in self._anchors.values():
            anchor.take_back(made.of) if isinstance(made, Undo) else anchor.put_back(made.of)

    def _others(self, hashes: Mapping[Side, str]) -> dict[Side, str]:
        """The sides that were read otherwise, with the sha256 of their text then."""
        ours = {side: text.document.sha256 for side, text in self._texts.items()}
        return {side: sha256 for side, sha256 in hashes.items() if side in ours and ours[side] != sha256}

    def _anchor(self, side: Side, sha256: str) -> SideAnchor:
        if (side, sha256) not in self._anchors:
            text = self._texts[side]
            now = reading_of(text.document)
            if now is None:
                raise PlaceError(f"the {side} is not read from pages")
            spans = [span for sentence in text.sentences for span in sentence.origin]
            borders = {span.start for span in spans}, {span.stop for span in spans}
            found = ReadingMap.between(self._readings[sha256], now)
            self._anchors[side, sha256] = SideAnchor(found, borders)
        return self._anchors[side, sha256]


@dataclass(frozen=True)
class _Placing:
    """Places one decision; a side without an anchor is as it was."""

    anchors: Mapping[Side, SideAnchor]

    def place(self, made: Operation) -> Anchored:
        match made:
            case Accept() | Edit() | AcceptEverywhere():
                found = self._changed(made)
            case DismissEverywhere(quotes=quotes):
                found = _in_parts(quotes, self._quote, lambda some: replace(made, quotes=some))
            case Confirm(rows=confirmed):
                found = _in_parts(confirmed, self._confirmed, lambda some: replace(made, rows=some))
            case Undecide(quote=quote) if self._withdrawn(quote):
                found = Anchored()
            case Reject() | WhitelistWord() | Undecide() | RestoreExcluded():
                found = Anchored(replace(made, quote=self._quote(made.quote)))
            case RejectPair() | Reopen() | FlagForLater() | Comment():
                found = Anchored(replace(made, row=self._row(made.row)))
            case RegroupRows():
                found = Anchored(self._regrouped(made))
            case _:
                found = Anchored(made)
        return found

    def _regrouped(self, made: RegroupRows) -> RegroupRows:
        before, after = (tuple(map(self._row, rows)) for rows in (made.before, made.after))
        return replace(made, before=before, after=after)

    def _changed(self, made: Accept | Edit | AcceptEverywhere) -> Anchored:
        """The corrections that are not read as corrected already; those of one edit stand together."""
        given = (made.change,) if isinstance(made, Accept) else made.changes
        left = tuple(change for change in given if not self._is_corrected(change, made.id))
        if not left:
            return Anchored()
        match made:
            case Accept():
                return Anchored(replace(made, change=self._change(made.change)))
            case Edit():
                return Anchored(replace(made, changes=tuple(map(self._change, left))))
        return _in_parts(left, self._change, lambda some: replace(made, changes=some))

    def _is_corrected(self, change: TextChange, of: str) -> bool:
        anchor = self.anchors.get(change.place.side)
        return anchor is not None and anchor.is_corrected(change, of)

    def _withdrawn(self, quote: QuotedPlace) -> bool:
        """Whether a correction is withdrawn that the new reading has made needless."""
        anchor = self.anchors.get(quote.place.side)
        return anchor is not None and anchor.forget(quote.place)

    def _quote(self, quote: QuotedPlace) -> QuotedPlace:
        anchor = self.anchors.get(quote.place.side)
        return quote if anchor is None else anchor.quote(quote)

    def _change(self, change: TextChange) -> TextChange:
        quote = self._quote(QuotedPlace(change.place, change.old))
        return TextChange(quote.place, quote.old, change.new)

    def _confirmed(self, row: Pairing) -> Pairing:
        return self._row(row, strict=True)

    def _row(self, row: Pairing, *, strict: bool = False) -> Pairing:
        """A row at its place of now; how it was scored does not hold for other letters."""
        return Pairing(
            self._sentences("source", row.source, strict=strict),
            self._sentences("target", row.target, strict=strict),
            row.score if strict else None,
            row.confidence if strict else None,
        )

    def _sentences(self, side: Side, sentences: tuple[Spans, ...], *, strict: bool) -> tuple[Spans, ...]:
        anchor = self.anchors.get(side)
        if anchor is None:
            return sentences
        return tuple(anchor.sentence(spans, strict=strict) for spans in sentences)


def _in_parts(
    parts: Iterable[Part], place: Callable[[Part], Part], made: Callable[[tuple[Part, ...]], Operation]
) -> Anchored:
    """A decision on several texts or rows, each of which is placed for itself."""
    found, lost = list[Part](), list[str]()
    for part in parts:
        try:
            found.append(place(part))
        except PlaceError as why:
            lost.append(str(why))
    if not lost:
        return Anchored(made(tuple(found)))
    if not found:
        return Anchored(lost=lost[0])
    return Anchored(made(tuple(found)), f"{len(lost)} of its {len(found) + len(lost)} places: {lost[0]}")

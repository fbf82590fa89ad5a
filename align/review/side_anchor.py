"""Places of one side of a bitext, from the reading that a decision was made on to the reading of now."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from align.errors import PlaceError
from align.review.operation import QuotedPlace, TextChange
from align.review.place import Place, Spans
from align.review.reading_map import Borders, ReadingMap
from align.text.span import Span

READ_OTHERWISE = "it was read otherwise this time"


@dataclass
class SideAnchor:
    """Places of one side.

    ``borders``: where its sentences begin and end in the reading of now.
    ``corrected``: old places that now read as they were corrected, each with the text and the decision's id.
    ``taken_back``: those of them whose decision was undone.
    """

    found: ReadingMap
    borders: Borders
    corrected: dict[Place, tuple[str, str]] = field(default_factory=dict)
    taken_back: dict[Place, tuple[str, str]] = field(default_factory=dict)

    def quote(self, quote: QuotedPlace) -> QuotedPlace:
        """The same letters at their place of now.

        Raises:
            PlaceError: Other letters stand there, or nothing does.
        """
        old = _text(self.found.old.text, quote.place.spans)
        if _folded(old) != _folded(quote.old):
            raise PlaceError("the reading that the journal keeps does not hold the quoted text")
        self.forget(quote.place)
        spans = tuple(self.found.moved(span) for span in quote.place.spans)
        new = _text(self.found.new.text, spans)
        if _folded(old) != _folded(new):
            raise PlaceError(READ_OTHERWISE)
        return QuotedPlace(Place(quote.place.side, spans), new)

    def is_corrected(self, change: TextChange, of: str) -> bool:
        """Whether the corrected text of decision ``of`` stands there already."""
        self.forget(change.place)
        if self._now(change.place) != _folded(change.new):
            return False
        self.corrected[change.place] = (change.new, of)
        return True

    def _now(self, place: Place) -> str | None:
        """What stands at an old place; ``None`` where that is not known."""
        if all(self.found.is_gone(span) for span in place.spans):
            return ""
        try:
            return _folded(_text(self.found.new.text, tuple(map(self.found.moved, place.spans))))
        except PlaceError:
            return None

    def forget(self, place: Place) -> bool:
        """Another decision is made about a text; returns whether it is read as it was corrected before."""
        known = [one for one in self.corrected if one.overlaps(place)]
        for one in known:
            del self.corrected[one]
        return bool(known)

    def take_back(self, of: str) -> None:
        """A decision was undone."""
        self.taken_back |= {place: one for place, one in self.corrected.items() if one[1] == of}
        self.corrected = {place: one for place, one in self.corrected.items() if one[1] != of}

    def put_back(self, of: str) -> None:
        """A decision that was undone was done again."""
        self.corrected |= {place: one for place, one in self.taken_back.items() if one[1] == of}

    def sentence(self, spans: Spans, *, strict: bool) -> Spans:
        """A sentence of a row at its place of now.

        Args:
            spans: Where it stood.
            strict: Whether all of its letters must be those that the reviewer saw.

        Raises:
            PlaceError: It is not there, or not with the same letters.
        """
        found = tuple(self.found.moved(span, self.borders) for span in spans)
        for old, new in zip(spans, found, strict=True):
            if strict and _folded(new.of(self.found.new.text)) != _folded(self._as_corrected(old)):
                raise PlaceError(READ_OTHERWISE)
        return found

    def _as_corrected(self, span: Span) -> str:
        """The old text of a stretch with the corrections that the new reading confirms."""
        text, at, made = self.found.old.text, span.start, []
        edits = sorted(
            (piece, "" if number else new)
            for place, (new, _) in self.corrected.items()
            for number, piece in enumerate(place.spans)
            if span.start <= piece.start and piece.stop <= span.stop
        )
        for piece, new in edits:
            made += [text[at : piece.start], new]
            at = piece.stop
        return "".join([*made, text[at : span.stop]])


def _text(raw: str, spans: Iterable[Span]) -> str:
    return "".join(span.of(raw) for span in spans)


def _folded(text: str) -> str:
    """Runs of white space as one space: a line may end elsewhere in another reading."""
    return " ".join(text.split())

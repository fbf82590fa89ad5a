"""A review under way: the bitext, what was decided, and the journal that holds it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cached_property
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

from align.bitext_data import BitextData
from align.corrections import rewrite
from align.embed.encoder import Encoder
from align.errors import OutputError
from align.review.doubts import Doubt, Doubts
from align.review.explain import length_ratio
from align.review.history import History
from align.review.journal import Entry, Hashes, Journal, JournalContents, Torn, login, now
from align.review.links import Links
from align.review.operation import Operation, Redo, Undo
from align.review.place import Pairing
from align.review.queue import needs_review
from align.review.rescoring import RowRescorer, RowScores, stale, with_scores
from align.review.segments import reading
from align.review.state import Patch, Row, State
from align.text.document import SIDES, Side
from align.text.span import Span
from align.wordlist import WordList

if TYPE_CHECKING:
    from align.review.widget import Desk


Texts = tuple[str, ...]


class Review:
    """Decisions on a bitext. :meth:`apply` is the one way in; a decision is on the disk when it returns.

    ``unplaced``: decisions of the journal that this bitext has no place for, each with the reason.
    ``torn``: lines of the journal that cannot be read.
    """

    def __init__(
        self,
        bitext: BitextData,
        journal: Journal | None = None,
        decisions: JournalContents = JournalContents(),
        *,
        reviewer: str = "",
        encoder: Encoder | None = None,
        words: WordList | None = None,
    ) -> None:
        self.bitext = bitext
        self.journal = journal
        self.reviewer = reviewer
        self.doubts = Doubts(bitext.flags)
        self.torn: tuple[Torn, ...] = decisions.torn
        self._encoder = encoder
        self.words = words
        self._one_at_a_time = Lock()  # a notebook's cells and each of its widgets have threads of their own
        self._fresh: dict[str, tuple[tuple[Pairing, Texts], RowScores]] = {}
        self.history = replayed(bitext, decisions.entries)

    @classmethod
    def open(
        cls,
        bitext: BitextData,
        journal: Path | str | None = None,
        *,
        reviewer: str | None = None,
        encoder: Encoder | None = None,
        words: Path | str | None = None,
    ) -> Review:
        """Begin or resume. ``journal``: by default the first document's name with ``.review.jsonl`` added.

        ``reviewer``: who decides; by default who is logged in. ``encoder``: for aligning again and for the
        words that answer each other; by default the bitext's own, loaded when first needed. ``words``: the
        project's word list, to which words called right are added.
        """
        path = Path(journal) if journal is not None else Path(f"{bitext.documents[0].name}.review.jsonl")
        opened, decisions = Journal.open(path)
        listed = WordList(Path(words)) if words is not None else None
        review = cls(bitext, opened, decisions, reviewer=reviewer or login(), encoder=encoder, words=listed)
        if listed is not None and opened.read_only is None:
            listed.add(review.state.words)
        return review

    def __repr__(self) -> str:
        """One line: files, rows and decisions."""
        return f"<Review {self.bitext.names}: {len(self.rows)} rows, {len(self.history.seen)} decisions>"

    @property
    def state(self) -> State:
        """What has been decided so far."""
        return self.history.state

    @property
    def rows(self) -> tuple[Row, ...]:
        """The pairings as they stand."""
        return self.state.rows

    @property
    def unplaced(self) -> tuple[tuple[Operation, str], ...]:
        """Decisions that found no place, and why."""
        return self.history.unplaced

    @cached_property
    def documents(self) -> Hashes:
        """The sha256 of each side's file."""
        return {text.side: text.document.sha256 for text in self.bitext.texts}

    @property
    def languages(self) -> tuple[str, str]:
        """ISO 639-1 of source and target."""
        known: Mapping[Side, str] = {text.side: text.language for text in self.bitext.texts}
        return known.get("source", "und"), known.get("target", "und")

    @cached_property
    def encoder(self) -> Encoder:
        """To compare with; loaded when first needed."""
        from align.embed.cache import CachedEncoder
        from align.embed.encoder import load

        return self._encoder or CachedEncoder(load(self.bitext.signature.encoder or "embedded"))

    @cached_property
    def links(self) -> Links:
        """Which words answer each other."""
        return Links(self.languages, self.encoder)

    @cached_property
    def weigher(self) -> RowRescorer:
        """What rows are weighed with again."""
        return RowRescorer(self.encoder, self.languages, length_ratio(State.of(self.bitext)))

    def refresh(self, row: Row) -> bool:
        """Weigh a corrected row again: score, confidence, checks; whether that told anything new."""
        number = self.state.row(row.id)
        if number is None or not stale(self.state, row):
            return False
        before = self.look(row)
        found = self.weigher.fresh(self.state, self.doubts, number)
        self._fresh[row.id] = (self._read(row), found)
        return self.look(row) != before

    def look(self, row: Row) -> tuple[Row, list[Doubt]]:
        """A row and its doubts, as last weighed if it has not changed since."""
        known = self._fresh.get(row.id)
        fresh = known[1] if known and known[0] == self._read(row) else None
        return with_scores(row, self.doubts.of_row(self.state, row), fresh)

    def stale(self, row: Row) -> bool:
        """Whether a row was changed since it was weighed."""
        known = self._fresh.get(row.id)
        return stale(self.state, row) and (known is None or known[0] != self._read(row))

    def _read(self, row: Row) -> tuple[Pairing, Texts]:
        """The row's pairing, and its sentences as they read now."""
        return row.pairing, tuple(
            reading(self.state, side, spans) for side in SIDES for spans in row.side(side)
        )

    def apply(self, operation: Operation) -> Patch:
        """Decide. The same operation given twice is one.

        Raises :class:`align.errors.PlaceError` where it has no place (nothing is changed then), and
        :class:`align.errors.OutputError` where the journal cannot be written: a decision that is not on the
        disk stays in force here, and is written with the next one or by :meth:`save`.
        """
        patch, trouble = self.decide(operation)
        if trouble is not None:
            raise trouble
        return patch

    def decide(self, operation: Operation) -> tuple[Patch, OutputError | None]:
        """The same, a journal's trouble given back beside the patch instead of raised."""
        with self._one_at_a_time:
            return self._decide(operation)

    def _decide(self, operation: Operation) -> tuple[Patch, OutputError | None]:
        if operation.id in self.history.seen:
            return Patch(), None
        if self.journal is not None and self.journal.read_only is not None:
            raise OutputError(self.journal.read_only)
        history, patch = self.history.apply(operation)
        self.history = history
        if self.journal is None:
            return patch, None
        try:
            self.journal.append(Entry(operation, self.reviewer, now(), self.documents))
            if self.words is not None:
                self.words.note(patch.words)
        except OutputError as trouble:
            return patch, trouble
        return patch, None

    def undo(self) -> Patch:
        """Take the last decision back; nothing where there is none."""
        last = self.history.last
        return Patch() if last is None else self.apply(Undo(last.id))

    def redo(self) -> Patch:
        """Decide again what was taken back last; nothing where there is none."""
        following = self.history.next
        return Patch() if following is None else self.apply(Redo(following.id))

    def save(self) -> None:
        """Write what could not be written before. Raises :class:`OutputError`."""
        with self._one_at_a_time:
            if self.journal is not None:
                self.journal.save()
            if self.words is not None:
                self.words.save()

    def close(self) -> None:
        """Let another notebook write the journal."""
        if self.journal is not None:
            self.journal.close()

    @property
    def left(self) -> tuple[Row, ...]:
        """The rows that still need a look."""
        return tuple(row for row in self.rows if needs_review(*self.look(row)))

    def corrected(self, side: Side = "source") -> str:
        """The raw file of a side with every reading that was accepted or typed, all else as it was."""
        edits: dict[Span, str] = {}
        for place, verdict in self.state.readings.items():
            if place.side == side and verdict.text is not None:
                first, *others = place.spans
                edits |= {first: verdict.text} | dict.fromkeys(others, "")
        return rewrite(self.state.sheets[side].raw, edits)

    def widget(self) -> Desk:
        """The review in a notebook."""
        from align.review.widget import Desk

        return Desk(self)


def replayed(bitext: BitextData, entries: Iterable[Entry]) -> History:
    """Decisions placed on a bitext; those about other files are listed as unplaced."""
    history = History(State.of(bitext))
    ours = {text.side: text.document.sha256 for text in bitext.texts}
    for entry in entries:
        if all(ours.get(side) == sha256 for side, sha256 in entry.documents.items() if side in ours):
            history = history.placed([entry.operation])
        else:
            history = history.without(entry.operation, "it was made on another file (sha256 differs)")
    return history

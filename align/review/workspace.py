"""A bitext under review: decisions in force, the journal that holds them, and rows as last rescored.

Commands, the screen and exports work on a :class:`Workspace`; people open a :class:`.session.Review`, which
adds files, a widget and results.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from threading import Lock

from align.bitext_data import BitextData
from align.check.term import Term
from align.embed.cache import CachedEncoder
from align.embed.encoder import Encoder, load
from align.errors import OutputError
from align.review.doubtful_words import best_suggestions
from align.review.doubts import Doubt, Doubts
from align.review.explain import length_ratio
from align.review.history import replayed
from align.review.journal import Entry, Hashes, JournalContents, Torn, now
from align.review.journal_file import Journal
from align.review.kept_reading import KeptReading, reading_of
from align.review.links import Links
from align.review.operation import Operation
from align.review.patch import Patch
from align.review.place import Pairing
from align.review.rescoring import RowRescorer, RowScores, needs_rescoring, with_scores
from align.review.row import Row
from align.review.segments import corrected_sentence, segments
from align.review.state import State
from align.text.document import SIDES, Side
from align.wordlist import WordList

RowText = tuple[Pairing, tuple[str, ...]]
"""A row's pairing, and the corrected text of its sentences."""

LinkText = tuple[RowText, frozenset[str]]
"""The same with the doubts that are open in it."""


class Workspace:
    """Decisions on a bitext, and what follows from them.

    ``doubts``: the bitext's flags. ``torn``: lines of the journal that cannot be read. ``history``: decisions
    in force and those that can be redone. ``words``: the project's word list. ``terms``: its glossary.
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
        self.words = words
        self.terms: tuple[Term, ...] = ()
        self.history = replayed(bitext, decisions.entries, decisions.readings)
        self._encoder = encoder
        self._lock = Lock()  # a notebook's cells and each of its widgets run in threads of their own
        self._scores: dict[str, tuple[RowText, RowScores]] = {}
        self._linked: dict[str, tuple[LinkText, list[tuple[str, str]]]] = {}

    @property
    def state(self) -> State:
        """Rows and verdicts as they stand."""
        return self.history.state

    @property
    def rows(self) -> tuple[Row, ...]:
        """The pairings as they stand."""
        return self.state.rows

    @property
    def unplaced(self) -> tuple[tuple[Operation, str], ...]:
        """Decisions of the journal that this bitext has no place for, each with the reason."""
        return self.history.unplaced

    @cached_property
    def documents(self) -> Hashes:
        """The sha256 of each side's file."""
        return {text.side: text.document.sha256 for text in self.bitext.texts}

    @cached_property
    def kept_readings(self) -> tuple[KeptReading, ...]:
        """What a journal keeps of the sides that were read from pages."""
        found = {one.sha256: reading_of(one) for one in (text.document for text in self.bitext.texts)}
        return tuple(reading for reading in found.values() if reading is not None)

    @property
    def languages(self) -> tuple[str, str]:
        """ISO 639-1 of source and target; ``und`` where a side is missing."""
        known: Mapping[Side, str] = {text.side: text.language for text in self.bitext.texts}
        return known.get("source", "und"), known.get("target", "und")

    @cached_property
    def encoder(self) -> Encoder:
        """The encoder given, or the one that the bitext was aligned with; loaded when first needed."""
        return self._encoder or CachedEncoder(load(self.bitext.signature.encoder or "embedded"))

    @cached_property
    def links(self) -> Links:
        """Word alignment within rows; loaded when first needed."""
        return Links(self.languages, self.encoder)

    @cached_property
    def rescorer(self) -> RowRescorer:
        """Scores corrected rows again; loaded when first needed."""
        return RowRescorer(self.encoder, self.languages, length_ratio(State.of(self.bitext)))

    def linked_words(self, row: Row) -> list[tuple[str, str]]:
        """Ids of the row's segments that translate each other; none where a side is missing."""
        if not row.pairing.source or not row.pairing.target:
            return []
        if not self.is_linked(row):
            here = self.doubts.of_row(self.state, row)
            source, target = (
                [
                    one
                    for spans in row.side(side)
                    for one in segments(self.state, side, spans, here, words=True)
                ]
                for side in SIDES
            )
            links = self.links.of(source, target, best_suggestions(here))
            self._linked[row.id] = (self._link_text(row), list(links))
        return self._linked[row.id][1]

    def is_linked(self, row: Row) -> bool:
        """Whether the linked words of a row are known already, so that no encoder is needed."""
        known = self._linked.get(row.id)
        return known is not None and known[0] == self._link_text(row)

    def _link_text(self, row: Row) -> LinkText:
        """What the links of a row depend on: its text, and the doubts that are open."""
        best = best_suggestions(self.doubts.of_row(self.state, row))
        return self._row_text(row), frozenset(best)

    def rescored(self, row: Row) -> tuple[Row, list[Doubt]]:
        """A row and its doubts, with the scores of the last :meth:`rescore` if the row is the same since."""
        known = self._scores.get(row.id)
        scores = known[1] if known and known[0] == self._row_text(row) else None
        return with_scores(row, self.doubts.of_row(self.state, row), scores)

    def rescore(self, row: Row) -> bool:
        """Score a corrected row again: cosine, confidence, checks.

        Returns:
            Whether the row or one of its doubts is different now.
        """
        number = self.state.row_number(row.id)
        if number is None or not needs_rescoring(self.state, row):
            return False
        before = self.rescored(row)
        scores = self.rescorer.rescore(self.state, self.doubts, number)
        self._scores[row.id] = (self._row_text(row), scores)
        return self.rescored(row) != before

    def is_stale(self, row: Row) -> bool:
        """Whether a row was changed and not rescored since."""
        known = self._scores.get(row.id)
        return needs_rescoring(self.state, row) and (known is None or known[0] != self._row_text(row))

    def _row_text(self, row: Row) -> RowText:
        texts = (corrected_sentence(self.state, side, spans) for side in SIDES for spans in row.side(side))
        return row.pairing, tuple(texts)

    def decide(self, operation: Operation) -> tuple[Patch, OutputError | None]:
        """Apply an operation and write it to the journal. One that was applied before is ignored.

        Args:
            operation: A decision, or the undo or redo of one.

        Returns:
            What it changed, and the error if the journal or the word list could not be written. The decision
            is then in force here and is written with the next one.

        Raises:
            PlaceError: If there is no place for it; nothing is changed.
            OutputError: If the journal can only be read; nothing is changed.
        """
        with self._lock:
            return self._decide(operation)

    def _decide(self, operation: Operation) -> tuple[Patch, OutputError | None]:
        if operation.id in self.history.seen:
            return Patch(), None
        if self.journal is not None and self.journal.read_only is not None:
            raise OutputError(self.journal.read_only)
        self.history, patch = self.history.apply(operation)
        if self.journal is None:
            return patch, None
        try:
            self.journal.append(Entry(operation, self.reviewer, now(), self.documents), self.kept_readings)
            if self.words is not None:
                self.words.note(patch.words)
        except OutputError as error:
            return patch, error
        return patch, None

    @property
    def pending(self) -> bool:
        """Whether some decision or word could not be written yet."""
        return any(one is not None and one.pending for one in (self.journal, self.words))

    def save(self) -> None:
        """Write decisions and words that could not be written before.

        Raises:
            OutputError: If they cannot be written now either.
        """
        with self._lock:
            if self.journal is not None:
                self.journal.save()
            if self.words is not None:
                self.words.save()

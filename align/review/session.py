"""The public side of a review: open it, show it, decide, take the result."""

from __future__ import annotations

from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Protocol, Self, runtime_checkable

from align.bitext_data import BitextData
from align.broken_words import edits_of
from align.check.term import read_glossary
from align.corrections import rewrite
from align.embed.adapt import HasEncode, as_encoder
from align.embed.encoder import Encoder
from align.errors import ModelError
from align.review.exporter import Exporter
from align.review.journal import login
from align.review.journal_file import Journal
from align.review.operation import Operation, Redo, Undo
from align.review.patch import Patch
from align.review.queue import needs_review
from align.review.row import Row
from align.review.workspace import Workspace
from align.text.document import Side
from align.wordlist import WordList

if TYPE_CHECKING:
    from align.review.widget import ReviewWidget


@runtime_checkable
class HasExporter(Protocol):
    """A bitext that can be exported: its review offers *Save as…*."""

    def exporter(self, review: Review) -> Exporter:
        """What makes the files of a review of this bitext."""
        ...


class Review(Workspace):
    """Decisions of a person on a bitext, each on the disk before the next one.

    A review can be interrupted at any time and opened again. A context manager closes its journal.

    Example:
        >>> import align
        >>> bitext = align.align_texts("Баш ответ получил.", "I received your reply.")
        >>> with align.Review.open(bitext, "letter.review.jsonl") as review:
        ...     print(len(review.left), "rows left to review")
        1 rows left to review
    """

    @classmethod
    def open(
        cls,
        bitext: BitextData,
        journal: Path | str | None = None,
        *,
        reviewer: str | None = None,
        encoder: str | Encoder | HasEncode | None = None,
        words: Path | str | None = None,
        glossary: Path | str | None = None,
    ) -> Self:
        """Begin a review, or resume it with all decisions that its journal holds.

        Args:
            bitext: The aligned document.
            journal: The file of decisions, made with the first one; by default the first document's name
                with ``.review.jsonl`` added. While another process has it open, it can only be read.
            reviewer: Who decides; by default who is logged in.
            encoder: For aligning and scoring again: a name, or an object with ``encode``. By default the
                bitext's own, loaded by its name when first needed.
            words: The project's word list, to which whitelisted words are added.
            glossary: A table of terms (:mod:`align.check.term`); the review shows those of a word.

        Returns:
            The review. ``unplaced`` lists decisions that this bitext has no place for, ``torn`` lines of the
            journal that cannot be read.

        Raises:
            InputError: If a line of the glossary has other cells than a term and its translations.
            ModelError: If ``encoder`` is none.
            OutputError: If the journal's folder does not exist, or the word list cannot be written.
            ReadError: If the journal exists and cannot be read.

        Example:
            >>> import align
            >>> bitext = align.align_texts("Баш ответ получил.", "I received your reply.")
            >>> review = align.Review.open(bitext, "letter.review.jsonl", reviewer="anna")
            >>> review
            Review('original', rows=1, left=1, decisions=0)
            >>> review.close()
        """
        path = Path(journal) if journal is not None else Path(f"{bitext.documents[0].name}.review.jsonl")
        opened, decisions = Journal.open(path)
        listed = WordList(Path(words)) if words is not None else None
        chosen = None if encoder is None else as_encoder(encoder)
        review = cls(bitext, opened, decisions, reviewer=reviewer or login(), encoder=chosen, words=listed)
        if glossary is not None:
            review.terms = read_glossary(Path(glossary))
        if listed is not None and opened.read_only is None:
            listed.add(review.state.words)
        return review

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def __repr__(self) -> str:
        """One line: document, number of rows, of rows left to review, of decisions in force."""
        name, done = self.bitext.documents[0].name, self.history.done
        return f"Review({name!r}, rows={len(self.rows)}, left={len(self.left)}, decisions={len(done)})"

    @property
    def left(self) -> tuple[Row, ...]:
        """The rows that still need review: undecided, and the pairing or some text in it is in doubt."""
        return tuple(row for row in self.rows if needs_review(*self.rescored(row)))

    def widget(self) -> ReviewWidget:
        """The review as a notebook's widget.

        Returns:
            A widget; a notebook shows it where it is the last value of a cell.

        Raises:
            ModelError: If anywidget is not installed.

        Example:
            >>> import align
            >>> bitext = align.align_texts("Баш ответ получил.", "I received your reply.")
            >>> review = align.Review(bitext)
            >>> type(review.widget()).__name__
            'ReviewWidget'
        """
        try:
            from align.review.widget import ReviewWidget  # loads anywidget, which is optional
        except ModuleNotFoundError as error:
            raise ModelError("expected anywidget for a widget; pip install 'bitext-align[review]'") from error

        exporter = self.bitext.exporter(self) if isinstance(self.bitext, HasExporter) else None
        return ReviewWidget(self, exporter)

    def apply(self, operation: Operation) -> Patch:
        """Decide. An operation that was applied before is ignored.

        Args:
            operation: A decision (:mod:`align.review.operation`).

        Returns:
            What it changed; an empty patch where it changed nothing.

        Raises:
            PlaceError: If this bitext has no place for it; nothing is changed.
            OutputError: If the journal cannot be written. The decision then stays in force here, and is
                written with the next one or by :meth:`save`.

        Example:
            >>> import align
            >>> bitext = align.align_texts("Баш ответ получил.", "I received your reply.")
            >>> from align.review.operation import Confirm
            >>> review = align.Review(bitext)
            >>> patch = review.apply(Confirm((review.rows[0].pairing,)))
            >>> review.rows[0].status
            'confirmed'
        """
        patch, error = self.decide(operation)
        if error is not None:
            raise error
        return patch

    def undo(self) -> Patch:
        """Take the last decision back.

        Returns:
            What that changed; an empty patch where there is nothing to undo.

        Raises:
            OutputError: If the journal cannot be written.

        Example:
            >>> import align
            >>> bitext = align.align_texts("Баш ответ получил.", "I received your reply.")
            >>> from align.review.operation import Confirm
            >>> review = align.Review(bitext)
            >>> patch = review.apply(Confirm((review.rows[0].pairing,)))
            >>> patch = review.undo()
            >>> review.rows[0].status
            'auto'
        """
        last = self.history.last
        return Patch() if last is None else self.apply(Undo(last.id))

    def redo(self) -> Patch:
        """Put the decision that was undone last in force again.

        Returns:
            What that changed; an empty patch where there is nothing to redo.

        Raises:
            OutputError: If the journal cannot be written.

        Example:
            >>> import align
            >>> bitext = align.align_texts("Баш ответ получил.", "I received your reply.")
            >>> from align.review.operation import Confirm
            >>> review = align.Review(bitext)
            >>> patch = review.apply(Confirm((review.rows[0].pairing,)))
            >>> patch = review.undo()
            >>> patch = review.redo()
            >>> review.rows[0].status
            'confirmed'
        """
        following = self.history.next
        return Patch() if following is None else self.apply(Redo(following.id))

    def corrected(self, side: Side = "source") -> str:
        """The raw file of a side with all corrections, otherwise unchanged.

        Args:
            side: ``source`` or ``target``.

        Returns:
            The whole text of the file.

        Raises:
            KeyError: If the bitext has no such side.

        Example:
            >>> import align
            >>> bitext = align.align_texts("Баш ответ получил.", "I received your reply.")
            >>> align.Review(bitext).corrected()
            'Баш ответ получил.'
        """
        raw = self.state.side_views[side].raw
        replacements = [
            (place.spans, verdict.text)
            for place, verdict in self.state.verdicts.items()
            if place.side == side and verdict.text is not None
        ]
        return rewrite(raw, edits_of(raw, replacements))

    def close(self) -> None:
        """Write what is pending and release the journal, so that another process can write it.

        Raises:
            OutputError: If decisions are pending and cannot be written; the journal is released all the same.

        Example:
            >>> import align
            >>> bitext = align.align_texts("Баш ответ получил.", "I received your reply.")
            >>> review = align.Review.open(bitext, "letter.review.jsonl")
            >>> review.close()
        """
        try:
            if self.pending:
                self.save()
        finally:
            if self.journal is not None:
                self.journal.close()

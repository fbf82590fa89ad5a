"""The review of one document as it stands: its last result and its journal; nothing is computed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from align.bitext import Bitext
from align.errors import ReadError
from align.folder.failures import failure_of
from align.folder.folder import Folder
from align.folder.folder_document import FolderDocument
from align.review.journal import Entry, JournalContents, read_decisions
from align.review.operation import Operation, Redo, Undo, WhitelistWord
from align.review.session import Review
from align.stored_result import find_last
from align.wordlist import read_words, without_listed


@dataclass(frozen=True)
class DocumentReview:
    """What is known of a document.

    Attributes:
        document: The document.
        journal: Its decisions; none where nothing was decided.
        review: The review with these decisions; ``None`` where the document was not read yet.
        same_glossary: Whether it was checked with the glossary of now.
        trouble: Why its journal cannot be read; empty where it can.
        failure: Why it could not be read; empty where it was, or nobody tried.
    """

    document: FolderDocument
    journal: JournalContents = JournalContents()
    review: Review | None = None
    same_glossary: bool = True
    trouble: str = ""
    failure: str = ""

    @property
    def entries(self) -> Sequence[Entry]:
        """The lines of the journal, oldest first."""
        return self.journal.entries

    @property
    def in_force(self) -> Sequence[Entry]:
        """Those of the decisions in force: neither taken back, nor an undo or a redo."""
        if self.review is not None:
            ids = frozenset(made.id for made, _ in self.review.history.done)
        else:
            ids = _ids_in_force(entry.operation for entry in self.entries)
        return [entry for entry in self.entries if entry.operation.id in ids]


def document_review(folder: Folder, document: FolderDocument) -> DocumentReview:
    """Find the review of a document: its result in the cache, its decisions beside it."""
    journal, trouble = JournalContents(), ""
    if document.journal.exists() and document.journal.stat().st_size:
        try:
            journal = read_decisions(document.journal)
        except ReadError as error:
            trouble = str(error)
    last = find_last(document.files, folder.settings())
    if last is None:
        failure = failure_of(folder, document)
        return DocumentReview(document, journal, trouble=trouble, failure=failure)
    review = Review(_without_listed_words(last.bitext, folder, journal), None, journal)
    return DocumentReview(document, journal, review, last.same_glossary, trouble)


def _without_listed_words(bitext: Bitext, folder: Folder, journal: JournalContents) -> Bitext:
    """The bitext without doubts about words that came into the word list after it was read.

    Doubts that its own journal settles in this way stay: they were found, and are answered.
    """
    words = read_words(folder.words) if folder.words.exists() else frozenset[str]()
    own = {one.operation.word for one in journal.entries if isinstance(one.operation, WhitelistWord)}
    flags = tuple(without_listed(bitext.flags, words - own))
    return bitext if len(flags) == len(bitext.flags) else replace(bitext, flags=flags)


def _ids_in_force(operations: Iterable[Operation]) -> frozenset[str]:
    """The ids of the decisions that stand behind these operations, where no text says whether they fit."""
    found = set[str]()
    for one in operations:
        match one:
            case Undo(of=of):
                found.discard(of)
            case Redo(of=of):
                found.add(of)
            case _:
                found.add(one.id)
    return frozenset(found)

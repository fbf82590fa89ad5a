"""How far the review of a document is, as a line of the start page shows it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from align.folder.document_review import DocumentReview
from align.folder.folder_document import FolderDocument
from align.review.journal import Entry
from align.text.document import SIDE_NAMES

Stage = Literal["new", "read", "begun", "reviewed"]


@dataclass(frozen=True)
class DocumentState:
    """A line of the start page.

    Attributes:
        document: The document.
        stage: ``new``: not read yet; ``read``: nothing decided; ``begun``; ``reviewed``: nothing is left.
        title: Of the document, or its files' names.
        pairs: Rows with both sides; ``None`` where it was not read yet.
        doubts: How many were found; ``None`` likewise.
        open: How many of them are open; ``None`` likewise.
        left: Rows that still need review; ``None`` likewise.
        reviewers: Name -> decisions in force, the one with most first.
        last: When the last of them was made (UTC, ISO 8601); empty where none is in force.
        note: What the reviewer should know, in words; empty where nothing.
        same_glossary: Whether it was checked with the glossary of now.
    """

    document: FolderDocument
    stage: Stage
    title: str
    pairs: int | None = None
    doubts: int | None = None
    open: int | None = None
    left: int | None = None
    reviewers: tuple[tuple[str, int], ...] = ()
    last: str = ""
    note: str = ""
    same_glossary: bool = True

    @property
    def label(self) -> str:
        """The stage in words, as people read it.

        Example:
            >>> from pathlib import Path
            >>> DocumentState(FolderDocument((Path("a.txt"),)), "read", "a.txt", open=1, left=1).label
            '1 doubt open'
        """
        if self.stage == "new":
            return "not read yet"
        if self.stage == "reviewed":
            return "reviewed" if self.reviewers else "nothing in doubt"
        if self.open:
            return f"{self.open} {'doubt' if self.open == 1 else 'doubts'} open"
        return f"{self.left} {'pair' if self.left == 1 else 'pairs'} to look at"

    @property
    def unread(self) -> bool:
        """Whether reading it would tell more: it is new, or the glossary changed."""
        return self.stage == "new" or not self.same_glossary


GLOSSARY_CHANGED = "the glossary changed since it was read"
READ_AGAIN = "decided before; its text or the program changed since: to be read again"


def document_state(found: DocumentReview) -> DocumentState:
    """The line of a document whose review was found."""
    names = found.document.label
    in_force = found.in_force
    reviewers, last = _reviewers(in_force), max((entry.at for entry in in_force), default="")
    if found.review is None:
        note = found.trouble or (READ_AGAIN if found.entries else "")
        return DocumentState(found.document, "new", names, reviewers=reviewers, last=last, note=note)
    review = found.review
    doubts = list(review.doubts.every(review.state))
    still_open, left = sum(doubt.open for doubt in doubts), len(review.left)
    begun: Stage = "begun" if review.history.done else "read"
    return DocumentState(
        found.document,
        "reviewed" if not still_open and not left else begun,
        review.bitext.documents[0].metadata.title or names,
        sum(bool(row.pairing.source and row.pairing.target) for row in review.rows),
        len(doubts),
        still_open,
        left,
        reviewers,
        last,
        found.trouble or _note(found),
        found.same_glossary,
    )


def _note(found: DocumentReview) -> str:
    review = found.review
    if review is not None and review.unplaced:
        return f"{len(review.unplaced)} earlier decisions were made on another text of this file"
    if not found.same_glossary:
        return GLOSSARY_CHANGED
    texts = () if review is None else review.bitext.texts
    return f"it holds the {SIDE_NAMES[texts[0].side]} alone" if len(texts) == 1 else ""


def _reviewers(entries: Sequence[Entry]) -> tuple[tuple[str, int], ...]:
    return tuple(Counter(entry.by or "unknown" for entry in entries).most_common())

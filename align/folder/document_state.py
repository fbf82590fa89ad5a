"""How far the review of a document is, as a line of the start page shows it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Literal

from align.folder.document_review import DocumentReview
from align.folder.folder_document import FolderDocument
from align.review.journal import Entry
from align.review.left_out import left_out_decisions
from align.text.document import SIDE_NAMES, SIDES, Side

Stage = Literal["new", "failed", "alone", "read", "begun", "reviewed"]


UNREAD: Collection[Stage] = frozenset(("new", "failed"))
"""The stages of documents of which nothing is known but their files."""


@dataclass(frozen=True)
class DocumentState:
    """A line of the start page.

    Attributes:
        document: The document.
        stage: ``new``: not read yet; ``failed``: it could not be read; ``alone``: it has one text, which was
            compared with none; ``read``: nothing decided; ``begun``; ``reviewed``: nothing is left.
        title: Of the document, or its files' names.
        pairs: Rows with both sides; ``None`` where it was not read yet.
        doubts: How many were found; ``None`` likewise.
        open: How many of them are open; ``None`` likewise.
        left: Rows that still need review; ``None`` likewise.
        reviewers: Name -> decisions in force, the one with most first.
        last: When the last of them was made (UTC, ISO 8601); empty where none is in force.
        note: What the reviewer should know, in words; empty where nothing.
        same_glossary: Whether it was checked with the glossary of now.
        missing: The side that an ``alone`` document lacks.
        failure: Why it could not be read; empty but for ``failed``.
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
    missing: Side | None = None
    failure: str = ""

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
        if self.stage == "failed":
            return "could not be read"
        if self.missing is not None:
            return f"no {SIDE_NAMES[self.missing]}" + (f", {self._left}" if self.open or self.left else "")
        if self.stage == "reviewed":
            return "reviewed" if self.reviewers else "nothing in doubt"
        return self._left

    @property
    def _left(self) -> str:
        """What there is to do, in words."""
        if self.open:
            return f"{self.open} {'doubt' if self.open == 1 else 'doubts'} open"
        return f"{self.left} {'pair' if self.left == 1 else 'pairs'} to look at"

    @property
    def unread(self) -> bool:
        """Whether reading it would tell more: it was not read, or the glossary changed."""
        return self.stage in UNREAD or not self.same_glossary


GLOSSARY_CHANGED = "the glossary changed since it was read"
READ_AGAIN = "decided before; its text or the program changed since: to be read again"


def document_state(found: DocumentReview) -> DocumentState:
    """The line of a document whose review was found."""
    names = found.document.label
    in_force = found.in_force
    reviewers, last = _reviewers(in_force), max((entry.at for entry in in_force), default="")
    if found.review is None:
        note = found.trouble or (READ_AGAIN if found.entries else "")
        stage: Stage = "failed" if found.failure else "new"
        return DocumentState(
            found.document,
            stage,
            names,
            reviewers=reviewers,
            last=last,
            note=note,
            failure=found.failure,
        )
    review = found.review
    doubts = list(review.doubts.every(review.state))
    still_open, left = sum(doubt.open for doubt in doubts), len(review.left)
    missing = next((side for side in SIDES if side not in review.documents), None)
    return DocumentState(
        found.document,
        _stage(missing, something_left=bool(still_open or left), begun=bool(review.history.done)),
        review.bitext.documents[0].metadata.title or names,
        sum(bool(row.pairing.source and row.pairing.target) for row in review.rows),
        len(doubts),
        still_open,
        left,
        reviewers,
        last,
        found.trouble or _note(found),
        found.same_glossary,
        missing,
    )


def _stage(missing: Side | None, *, something_left: bool, begun: bool) -> Stage:
    """Of a document that was read."""
    if missing is not None:
        return "alone"
    if not something_left:
        return "reviewed"
    return "begun" if begun else "read"


def _note(found: DocumentReview) -> str:
    review = found.review
    if review is not None and left_out_decisions(review):
        return f"{len(left_out_decisions(review))} earlier decisions were made on another text of this file"
    if not found.same_glossary:
        return GLOSSARY_CHANGED
    texts = () if review is None else review.bitext.texts
    return f"it holds the {SIDE_NAMES[texts[0].side]} alone" if len(texts) == 1 else ""


def _reviewers(entries: Sequence[Entry]) -> tuple[tuple[str, int], ...]:
    return tuple(Counter(entry.by or "unknown" for entry in entries).most_common())

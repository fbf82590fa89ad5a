"""Lists of documents that a person should know of, each the first of perhaps many."""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

import pyarrow.compute as pc

from align.corpus.collection_part import CollectionPart
from align.corpus.worst_places import SHOWN

Row = tuple[Any, ...]


@dataclass
class Listing:
    """The first rows of many in their order.

    Attributes:
        rows: At most :data:`SHOWN`.
        left_out: How many more there were.
    """

    rows: Sequence[Row] = ()
    left_out: int = 0

    def add(self, rows: Iterable[Row]) -> None:
        """Add rows, which are ordered by their values."""
        several = [*self.rows, *rows]
        self.rows = heapq.nsmallest(SHOWN, several)
        self.left_out += len(several) - len(self.rows)


@dataclass
class DocumentListings:
    """Documents that failed, that are alone, and that took long.

    Attributes:
        failed: Document, error.
        without_original: Document, name of the file.
        without_translation: Document, name of the file.
        slow: Negative seconds, document, and the most megabytes its worker held.
    """

    failed: Listing = field(default_factory=Listing)
    without_original: Listing = field(default_factory=Listing)
    without_translation: Listing = field(default_factory=Listing)
    slow: Listing = field(default_factory=Listing)

    def add(self, part: CollectionPart) -> None:
        """Add the documents of a partition."""
        found = part.columns("documents", "document", "status", "error", "original", "source_language")
        failed = found.filter(pc.equal(found["status"], "failed")).to_pylist()
        alone = found.filter(pc.equal(found["status"], "alone")).to_pylist()
        self.failed.add((row["document"], row["error"] or "") for row in failed)
        for listing, wanted in ((self.without_original, False), (self.without_translation, True)):
            listing.add(
                (row["document"], row["original"] or "")
                for row in alone
                if (row["source_language"] is not None) is wanted
            )
        timings = part.columns("timings", "document", "seconds", "megabytes").to_pylist()
        self.slow.add((-(row["seconds"] or 0.0), row["document"], row["megabytes"] or 0.0) for row in timings)


def linked_copies(parts: Iterable[CollectionPart]) -> Listing:
    """Negative similarity, document, the document that it is a copy of, and kind; the most alike first."""
    listing = Listing()
    for part in parts:
        columns = ("document", "duplicate_of", "kind", "similarity")
        rows = part.columns("duplicates", *columns).to_pylist()
        listing.add(
            (-(row["similarity"] or 0.0), row["document"], row["duplicate_of"], row["kind"]) for row in rows
        )
    return listing

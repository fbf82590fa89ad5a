"""What the tables of a collection hold, in figures."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc

from align.corpus.collection_part import CollectionPart, collection_parts
from align.flag import KIND_NAMES


@dataclass(frozen=True)
class CorpusSummary:
    """What the tables of a collection hold.

    Attributes:
        aligned: Documents with both sides.
        alone: Documents with one side.
        failed: Documents that could not be aligned.
        source_sentences: Sentences of all originals.
        target_sentences: Sentences of all translations.
        beads: Of all documents.
        doubtful: Beads that a person should check.
        flags: Kind of flag -> how many, in the order in which the kinds are listed.
        duplicates: Documents that are linked to another as its copy; ``None`` where none were looked for.
        seconds: That workers took for the documents, all together.
        megabytes: The most that a worker held; ``None`` where it is unknown.
    """

    aligned: int = 0
    alone: int = 0
    failed: int = 0
    source_sentences: int = 0
    target_sentences: int = 0
    beads: int = 0
    doubtful: int = 0
    flags: Mapping[str, int] = field(default_factory=dict)
    duplicates: int | None = None
    seconds: float = 0.0
    megabytes: float | None = None

    @property
    def documents(self) -> int:
        """All of them."""
        return self.aligned + self.alone + self.failed


def corpus_summary(folder: Path) -> CorpusSummary:
    """Count what the tables of a folder hold, a partition after the other.

    Args:
        folder: Of the collection.

    Raises:
        ReadError: A table is missing or damaged.

    Example:
        >>> corpus_summary(Path("tables")).documents  # doctest: +SKIP
        2000
    """
    total: Counter[str] = Counter()
    flags: Counter[str] = Counter()
    seconds, megabytes = 0.0, list[float]()
    for part in collection_parts(folder):
        total.update(_document_counts(part))
        flags.update(_counts(part, "flags", "kind"))
        timings = part.columns("timings", "seconds", "megabytes")
        seconds += pc.sum(timings["seconds"]).as_py() or 0.0
        megabytes += [most for most in [pc.max(timings["megabytes"]).as_py()] if most is not None]
    return CorpusSummary(
        **total,
        flags={kind: flags[kind] for kind in dict.fromkeys((*KIND_NAMES, *sorted(flags))) if flags[kind]},
        duplicates=_duplicates(folder),
        seconds=round(seconds, 3),
        megabytes=max(megabytes, default=None),
    )


def sentences_of(folder: Path, documents: Collection[str]) -> int:
    """The sentences of the originals of some documents. Raises :class:`align.errors.ReadError`."""
    wanted, total = pa.array(sorted(documents), pa.string()), 0
    for part in collection_parts(folder) if documents else ():
        found = part.columns("documents", "document", "source_sentences")
        total += pc.sum(found.filter(pc.is_in(found["document"], wanted))["source_sentences"]).as_py() or 0
    return total


def _document_counts(part: CollectionPart) -> Mapping[str, int]:
    """Attribute of the summary -> what a partition adds to it."""
    sides = ("source_sentences", "target_sentences")
    documents = part.columns("documents", *sides)
    doubtful = part.columns("beads", "doubtful")
    return {
        **{name: pc.sum(documents[name]).as_py() or 0 for name in sides},
        **_counts(part, "documents", "status"),
        "beads": len(doubtful),
        "doubtful": pc.sum(doubtful["doubtful"]).as_py() or 0,
    }


def _counts(part: CollectionPart, table: str, column: str) -> dict[str, int]:
    """Value of a column -> how many rows have it."""
    values = pc.value_counts(part.columns(table, column)[column])
    return {row["values"]: row["counts"] for row in values.to_pylist()}


def _duplicates(folder: Path) -> int | None:
    parts = collection_parts(folder, "duplicates")
    return sum(len(part.columns("duplicates", "document")) for part in parts) if parts else None

"""What a format is given, and what it gives back."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from align.export.row import DecidedBy, Decider, ExportRow
from align.members import folder_of, paths_of
from align.review.session import Review


@dataclass(frozen=True)
class SkippedRow:
    """A row that is not exported, and why."""

    id: str
    reason: str


@dataclass(frozen=True, eq=False)
class ExportSet:
    """The rows to export, in order.

    Attributes:
        review: The review that the rows are from.
        locales: Language tags of source and target, such as ``ru-RU``.
        skipped: The rows that are not among ``rows``.
        decided_by: The reviewer of each correction, by its place.
        confirmed_by: The reviewer who confirmed a row, by its id.
        images: Whether pictures of a scan go into formats that can hold them.
        output: The file or folder to write; ``None`` for a terminal.
    """

    review: Review
    rows: tuple[ExportRow, ...]
    locales: tuple[str, str]
    skipped: tuple[SkippedRow, ...] = ()
    decided_by: DecidedBy = field(default_factory=dict)
    confirmed_by: Mapping[str, Decider] = field(default_factory=dict)
    images: bool = True
    output: Path | None = None

    @property
    def folder(self) -> Path | None:
        """Where a file of the output's own name is written; ``None`` for a terminal."""
        return None if self.output is None else folder_of(self.output, members=False)

    @property
    def paired(self) -> tuple[ExportRow, ...]:
        """The rows with text on both sides, for formats that hold no others."""
        return tuple(row for row in self.rows if row.source.strip() and row.target.strip())

    def unpaired_messages(self) -> tuple[str, ...]:
        """One line that names the rows with one side only; none where there are none."""
        paired = {row.id for row in self.paired}
        single = [row.id for row in self.rows if row.id not in paired]
        if not single:
            return ()
        return (f"{len(single)} rows with one side only left out: {', '.join(single[:8])}",)

    def skipped_messages(self) -> tuple[str, ...]:
        """One line on the rows that were left out and why; none where there are none."""
        if not self.skipped:
            return ()
        count = len(self.skipped)
        reasons = Counter(row.reason for row in self.skipped)
        counted = ", ".join(f"{times} {reason}" for reason, times in reasons.items())
        ids = ", ".join(row.id for row in self.skipped[:12]) + (" …" if self.skipped[12:] else "")
        return (f"{count} of {count + len(self.rows)} rows left out: {counted} ({ids})",)


@dataclass(frozen=True)
class ExportedFiles:
    """The files of an export, not yet written.

    Attributes:
        files: What is added to the output's name -> the file's bytes; ``""`` for a single file; a name
            that begins with ``/`` for a member of a folder or an archive (:mod:`align.members`).
        messages: Lines for the user about what the format cannot hold.
    """

    files: Mapping[str, bytes]
    messages: tuple[str, ...] = ()

    @classmethod
    def of(cls, text: str, messages: tuple[str, ...] = ()) -> ExportedFiles:
        """One file of UTF-8 text."""
        return cls({"": text.encode()}, messages)

    def paths(self, output: Path) -> dict[Path, bytes]:
        """Each file's path beside ``output`` -> its bytes."""
        return paths_of(output, self.files)

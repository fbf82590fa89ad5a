"""Three-way merge: what a file changed, what was decided meanwhile, and what both changed.

The base is how the row was when it left, by its stamp; a file without stamps is compared with the text as
it was read. Rows find their place by id, never by their number. Nothing decided is overwritten.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import cast

from align.errors import InputError
from align.export.row import STATUSES, Row, collect_rows
from align.export.row_digest import DIGITS, FIELDS, digest, fields, normal
from align.importing.imported_row import ImportedRow, Sheet
from align.review.command import operation
from align.review.journal import Entry, read_decisions
from align.review.merge import merge
from align.review.session import Review
from align.text.document import SIDES, Side

VERBS = MappingProxyType({"confirmed": "confirm", "rejected": "reject-pair", "open": "reopen"})


@dataclass(frozen=True)
class Conflict:
    """A field that the file and the review both changed: ``ours`` stands."""

    id: str
    field: str
    ours: str
    theirs: str
    where: str

    def __str__(self) -> str:
        """One line for the person who decides."""
        return f"{self.where}, {self.id} {self.field}: kept {self.ours!r}, the file has {self.theirs!r}"


@dataclass(frozen=True)
class ImportResult:
    """What came of an import. ``applied``: fields changed. ``problems``: what found no place, and why."""

    applied: int
    conflicts: tuple[Conflict, ...]
    problems: tuple[str, ...]


def import_rows(review: Review, sheet: Sheet) -> ImportResult:
    """Apply what a file changed, as decisions of the review; the rest is told.

    Raises :class:`InputError` where the file is about other documents.
    """
    _check_documents(review, sheet)
    applied, conflicts, problems = 0, list[Conflict](), list[str]()
    counts = Counter(returned.id for returned in sheet.rows)
    rows = {row.id: row for row in collect_rows(review).rows}
    for returned in sheet.rows:
        trouble = _misplaced(returned, counts, rows)
        if trouble is not None:
            problems.append(trouble)
            continue
        for name, value in _changed(rows[returned.id], returned, conflicts):
            try:
                applied += _decide(review, returned.id, name, value)
            except InputError as why:
                problems.append(f"{returned.where}, {returned.id} {name}: {why}; the file has {value[:80]!r}")
    return ImportResult(applied, tuple(conflicts), tuple(problems))


def bring_decisions(review: Review, path: Path) -> ImportResult:
    """The same for decisions that a one-file desk saved, or another reviewer's journal.

    What contradicts a decision here is a conflict, and ours stands.
    """
    theirs = read_decisions(path).entries
    ours = tuple(Entry(made, review.reviewer, "", review.documents) for made, _ in review.history.done)
    kept, disputed = merge(ours, theirs)
    known = {entry.operation.id for entry in ours}
    applied, problems = 0, list[str]()
    for entry in kept:
        if entry.operation.id in known:
            continue
        try:
            review.apply(entry.operation)
        except InputError as why:
            problems.append(f"{path.name}, decision {entry.operation.id} of {entry.by}: {why}")
        else:
            applied += 1
    conflicts = tuple(
        Conflict(one.second.operation.id[:8], one.about, "ours", "theirs", path.name) for one in disputed
    )
    return ImportResult(applied, conflicts, tuple(problems))


def _check_documents(review: Review, sheet: Sheet) -> None:
    for side, sha256 in review.documents.items():
        said = sheet.about.get(f"{side}-sha256", sha256)
        if said != sha256:
            raise InputError(
                f"{sheet.name}: its rows are of another {side} (sha256 {said[:12]}, here {sha256[:12]}); "
                "give the file that it was exported from"
            )


def _misplaced(returned: ImportedRow, counts: Counter[str], rows: dict[str, Row]) -> str | None:
    """Why a row finds no place, with what it holds; ``None`` where it does."""
    held = " | ".join(returned.values.get(side, "")[:60] for side in SIDES)
    if not returned.id:
        return f"{returned.where}: no id; left out: {held}"
    if counts[returned.id] > 1:
        return f"{returned.where}: the id {returned.id} stands {counts[returned.id]} times; left out: {held}"
    if returned.id not in rows:
        return f"{returned.where}: no row {returned.id} here (arranged otherwise since?); left out: {held}"
    return None


def _changed(row: Row, returned: ImportedRow, conflicts: list[Conflict]) -> Iterator[tuple[str, str]]:
    """Fields that only the file changed; those that both changed are added to the conflicts."""
    base = _base(row, returned)
    for name, ours in fields(row).items():
        theirs = normal(returned.values.get(name, ours))
        if theirs == ours or digest(theirs) == base[name]:
            continue
        if digest(ours) == base[name]:
            yield name, theirs
        else:
            conflicts.append(Conflict(row.id, name, ours, theirs, returned.where))


def _base(row: Row, returned: ImportedRow) -> dict[str, str]:
    """Digest of each field when the row left."""
    parts = returned.stamp.split(".")
    if len(parts) == len(FIELDS) and all(len(part) == DIGITS for part in parts):
        return dict(zip(FIELDS, parts, strict=True))
    first = (row.cells["source"].read, row.cells["target"].read, STATUSES[0], "")
    return {name: digest(value) for name, value in zip(FIELDS, first, strict=True)}


def _decide(review: Review, name: str, field: str, value: str) -> int:
    """One field of a row; 1 where that changed something. Raises :class:`InputError`."""
    if field == "status":
        if value not in VERBS:
            raise InputError(f"no status is called {value!r}; there are {', '.join(VERBS)}")
        message = {"do": VERBS[value], "row": name}
    elif field == "note":
        message = {"do": "comment", "row": name, "text": value}
    else:
        side = cast("Side", field)
        if not value:
            raise InputError("the text was emptied; reject the row, or delete words one by one")
        message = {"do": "edit", "row": name, "side": side, "text": value}
    made = operation(review, message)
    if made is None:
        return 0
    review.apply(made)
    return 1

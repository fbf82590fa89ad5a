"""Three-way merge of an exported file that was changed with a review that went on meanwhile.

The base is the row when it was exported, known by its stamp; a file without stamps is compared with the text
as the OCR read it. Rows find their place by id, never by their number. No decision is overwritten.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from align.errors import InputError
from align.export.collect import collect_rows
from align.export.row import STATUSES, ExportRow
from align.export.row_digest import DIGITS, FIELDS, digest, fields, normal
from align.importing.imported_row import ImportedRow, ImportedTable
from align.importing.restored import rejected_corrections
from align.review.command import operation
from align.review.operation import Reject
from align.review.session import Review
from align.text.document import SIDES, Side

COMMANDS = MappingProxyType({"confirmed": "confirm", "rejected": "reject-pair", "open": "reopen"})
"""A row's status in a file -> the command that gives it this status."""


@dataclass(frozen=True)
class ImportConflict:
    """A field that both the file and the review changed; the review's value, ``ours``, is kept."""

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
    """What an import did.

    Attributes:
        applied: How many fields were changed.
        conflicts: Fields that both sides changed.
        problems: Rows and values that could not be applied, each in one line with the reason.
    """

    applied: int
    conflicts: tuple[ImportConflict, ...]
    problems: tuple[str, ...]


def import_rows(review: Review, table: ImportedTable) -> ImportResult:
    """Apply the changes of a file as decisions of a review.

    Args:
        review: It is changed; each decision is in its journal and can be undone.
        table: The file's rows, from :func:`align.importing.tables.read_rows`.

    Returns:
        How many fields were changed, and what was not.

    Raises:
        InputError: The file's rows are of other documents.
    """
    _check_documents(review, table)
    applied, conflicts, problems = 0, list[ImportConflict](), list[str]()
    counts = Counter(imported.id for imported in table.rows)
    rows = {row.id: row for row in collect_rows(review).rows}
    for imported in table.rows:
        problem = _misplaced(imported, counts, rows)
        if problem is not None:
            problems.append(problem)
            continue
        for name, value in _changed(rows[imported.id], imported, conflicts):
            try:
                applied += _apply(review, imported.id, name, value)
            except InputError as error:
                problems.append(
                    f"{imported.where}, {imported.id} {name}: {error}; the file has {value[:80]!r}"
                )
    return ImportResult(applied, tuple(conflicts), tuple(problems))


def _check_documents(review: Review, table: ImportedTable) -> None:
    for side, sha256 in review.documents.items():
        theirs = table.about.get(f"{side}-sha256", sha256)
        if theirs != sha256:
            raise InputError(
                f"{table.name}: its rows are of another {side} (sha256 {theirs[:12]}, here {sha256[:12]}); "
                "give the file that it was exported from"
            )


def _misplaced(imported: ImportedRow, counts: Counter[str], rows: Mapping[str, ExportRow]) -> str | None:
    """Why a row cannot be applied, with its text; ``None`` where it can."""
    text = " | ".join(imported.values.get(side, "")[:60] for side in SIDES)
    if not imported.id:
        return f"{imported.where}: no id; left out: {text}"
    if counts[imported.id] > 1:
        return f"{imported.where}: the id {imported.id} stands {counts[imported.id]} times; left out: {text}"
    if imported.id not in rows:
        return f"{imported.where}: no row {imported.id} here (arranged otherwise since?); left out: {text}"
    return None


def _changed(
    row: ExportRow, imported: ImportedRow, conflicts: list[ImportConflict]
) -> Iterator[tuple[str, str]]:
    """Fields that only the file changed; those that both changed are added to the conflicts."""
    base = _base(row, imported)
    for name, ours in fields(row).items():
        theirs = normal(imported.values.get(name, ours))
        if theirs == ours or digest(theirs) == base[name]:
            continue
        if digest(ours) == base[name]:
            yield name, theirs
        else:
            conflicts.append(ImportConflict(row.id, name, ours, theirs, imported.where))


def _base(row: ExportRow, imported: ImportedRow) -> dict[str, str]:
    """The digest of each field when the row was exported."""
    parts = imported.stamp.split(".")
    if len(parts) == len(FIELDS) and all(len(part) == DIGITS for part in parts):
        return dict(zip(FIELDS, parts, strict=True))
    first = (row.cells["source"].read, row.cells["target"].read, STATUSES[0], "")
    return {name: digest(value) for name, value in zip(FIELDS, first, strict=True)}


def _apply(review: Review, row: str, field: str, value: str) -> int:
    """Decide on one field of a row; 1 where that changed something. Raises :class:`InputError`."""
    message = {"row": row} | _message(field, value)
    rejected = [one for side in SIDES if side == field for one in _rejected(review, row, side, value)]
    for one in rejected:
        review.apply(one)
    made = operation(review, message)
    if made is not None:
        review.apply(made)
    return int(bool(rejected) or made is not None)


def _rejected(review: Review, row: str, side: Side, value: str) -> tuple[Reject, ...]:
    """The dismissals of the corrections that a text in the file takes back."""
    number = review.state.row_number(row)
    return () if number is None else rejected_corrections(review, review.rows[number], side, value)


def _message(field: str, value: str) -> dict[str, str]:
    """The review's command for a new value of a field."""
    if field == "status":
        if value not in COMMANDS:
            raise InputError(f"no status is called {value!r}; there are {', '.join(COMMANDS)}")
        return {"do": COMMANDS[value]}
    if field == "note":
        return {"do": "comment", "text": value}
    if not value:
        raise InputError("the text was emptied; reject the row, or delete words one by one")
    return {"do": "edit", "side": field, "text": value}

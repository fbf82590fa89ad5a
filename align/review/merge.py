"""Two reviewers' journals merged: the decisions that are compatible, and the conflicts.

All decisions of the first reviewer stand. A decision of the second stands where it contradicts none of them;
otherwise it is a conflict, listed with both decisions. Decisions that were taken back are left out.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from align.errors import InputError
from align.review.journal import Entry
from align.review.operation import (
    Accept,
    AcceptEverywhere,
    Comment,
    Confirm,
    DismissEverywhere,
    Edit,
    FlagForLater,
    Operation,
    Redo,
    RegroupRows,
    Reject,
    RejectPair,
    Reopen,
    Undecide,
    Undo,
    WhitelistWord,
)
from align.review.place import Pairing, Place, flat
from align.text.document import SIDES, Side

OBSERVED, OPEN = "as it was read", "open"


@dataclass(frozen=True)
class JournalConflict:
    """Two decisions that cannot both stand; ``about``: the place and the two decisions, in words."""

    about: str
    first: Entry
    second: Entry


def merge(
    first: Sequence[Entry], second: Sequence[Entry]
) -> tuple[tuple[Entry, ...], tuple[JournalConflict, ...]]:
    """Merge two journals.

    Args:
        first: A reviewer's entries; all of them stand.
        second: Another reviewer's, on the same files.

    Returns:
        The entries that stand, the first reviewer's first, and the conflicts.

    Raises:
        InputError: If the two are about different files.

    Example:
        >>> kept, conflicts = merge(read_decisions("anna.jsonl").entries, boris)  # doctest: +SKIP
    """
    _check_same_files(first, second)
    ours, theirs = in_force(first), in_force(second)
    known = {entry.operation.id for entry in ours}
    kept, conflicts = list(ours), []
    for entry in theirs:
        if entry.operation.id in known:
            continue
        conflict = next(_conflicts_with(entry, ours), None)
        if conflict is None:
            kept.append(entry)
        else:
            conflicts.append(conflict)
    return tuple(kept), tuple(conflicts)


def in_force(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """The decisions that were not taken back, in order."""
    done: dict[str, Entry] = {}
    undone: dict[str, Entry] = {}
    for entry in entries:
        match entry.operation:
            case Undo(of=of):
                if of in done:
                    undone[of] = done.pop(of)
            case Redo(of=of):
                if of in undone:
                    done[of] = undone.pop(of)
            case _:
                done[entry.operation.id] = entry
    return tuple(done.values())


def _check_same_files(first: Sequence[Entry], second: Sequence[Entry]) -> None:
    if not first or not second:
        return
    for side in SIDES:
        ours = {entry.documents[side] for entry in first if side in entry.documents}
        theirs = {entry.documents[side] for entry in second if side in entry.documents}
        if ours and theirs and ours.isdisjoint(theirs):
            raise InputError(
                f"expected two journals of one document; their {side} files differ (sha256 "
                f"{min(ours)[:12]} and {min(theirs)[:12]})"
            )


def decided_texts(operation: Operation) -> dict[Place, str]:
    """The texts that an operation decides, by place."""
    match operation:
        case Accept(change=change):
            return {change.place: change.new}
        case Edit(changes=changes) | AcceptEverywhere(changes=changes):
            return {change.place: change.new for change in changes}
        case Reject(quote=quote) | WhitelistWord(quote=quote):
            return {quote.place: OBSERVED}
        case DismissEverywhere(quotes=quotes):
            return {quote.place: OBSERVED for quote in quotes}
        case Undecide(quote=quote):
            return {quote.place: OPEN}
    return {}


def row_statuses(operation: Operation) -> list[tuple[Pairing, str]]:
    """The rows that an operation decides on, each with its status in words."""
    match operation:
        case Confirm(rows=rows):
            return [(row, "confirmed") for row in rows]
        case RejectPair(row=row):
            return [(row, "rejected")]
        case Reopen(row=row):
            return [(row, OPEN)]
        case Comment(row=row, text=text):
            return [(row, f"comment: {text}")]
        case FlagForLater(row=row):
            return [(row, "")]
    return []


def _conflicts_with(entry: Entry, ours: Sequence[Entry]) -> Iterator[JournalConflict]:
    """The conflicts of an entry with ours, the latest of ours first."""
    for other in reversed(ours):
        for about in (
            *_texts_differ(other.operation, entry.operation),
            *_rows_differ(other.operation, entry.operation),
        ):
            yield JournalConflict(about, other, entry)


def _texts_differ(first: Operation, second: Operation) -> Iterator[str]:
    """Where two decisions give a place different texts."""
    one, two = decided_texts(first), decided_texts(second)
    for place, text in two.items():
        for known, other in one.items():
            if known.overlaps(place) and (known, other) != (place, text):
                yield f"the text at {place.side} {place.spans[0].start}: {other!r} or {text!r}"


def _rows_differ(first: Operation, second: Operation) -> Iterator[str]:
    """Where two decisions give a row different statuses, or pair its sentences in different ways."""
    for row, status in row_statuses(second):
        for known, other in row_statuses(first):
            same_kind = status.startswith("comment: ") == other.startswith("comment: ")
            if status and other and status != other and same_kind and row.same(known):
                yield f"the row at {_where(row)}: {other} or {status}"
        if (
            isinstance(first, RegroupRows)
            and _share_text((row,), first.before)
            and not _among(row, first.after)
        ):
            yield f"the row at {_where(row)}: paired another way ({first.verb}) or {status or 'flagged'}"
    if isinstance(second, RegroupRows):
        if (
            isinstance(first, RegroupRows)
            and _share_text(second.before, first.before)
            and first.after != second.after
        ):
            yield f"the rows from {_where(second.before[0])}: {first.verb} or {second.verb}"
        for known, other in row_statuses(first):
            if _share_text((known,), second.before) and not _among(known, second.after):
                status = other or "flagged"
                yield f"the row at {_where(known)}: {status} or paired another way ({second.verb})"


def _among(row: Pairing, rows: Iterable[Pairing]) -> bool:
    return any(row.same(other) for other in rows)


def _share_text(one: Iterable[Pairing], other: Iterable[Pairing]) -> bool:
    """Whether two groups of rows hold some text in common."""
    others = list(other)
    return any(
        mine.overlaps(span)
        for row in one
        for side in SIDES
        for mine in flat(row.side(side))
        for them in others
        for span in flat(them.side(side))
    )


def _where(row: Pairing) -> str:
    side: Side = "source" if row.source else "target"
    return f"{side} {row.side(side)[0][0].start}"

"""The decisions of another journal, or of a review in one file, in the journal of a review that went on."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from align.errors import InputError
from align.importing.import_rows import ImportConflict, ImportResult
from align.review.anchoring import Anchoring
from align.review.journal import Entry, JournalContents, read_decisions
from align.review.merge import in_force, merge
from align.review.session import Review


def import_decisions(review: Review, path: Path) -> ImportResult:
    """Apply the decisions of another journal, or of a review in one file, to a review.

    Args:
        review: It is changed. Its own decisions are kept where the other's contradict them.
        path: Lines of a journal. Decisions on another reading of the same pages are placed again.

    Returns:
        How many decisions were applied; what contradicts is a conflict.

    Raises:
        InputError: The decisions are about other documents.
    """
    theirs, problems = _placed_here(review, read_decisions(path), path.name)
    ours = tuple(Entry(made, review.reviewer, "", review.documents) for made, _ in review.history.done)
    kept, disputed = merge(ours, theirs)
    applied = 0
    for entry in kept:
        if entry.operation.id in review.history.seen:
            continue
        try:
            review.apply(entry.operation)
        except InputError as error:
            problems.append(_problem(path.name, entry, str(error)))
        else:
            applied += 1
    conflicts = tuple(
        ImportConflict(one.second.operation.id[:8], one.about, "ours", "theirs", path.name)
        for one in disputed
    )
    return ImportResult(applied, conflicts, tuple(problems))


def _placed_here(review: Review, contents: JournalContents, name: str) -> tuple[list[Entry], list[str]]:
    """The decisions in force with their places in our texts, and a line on each that has none.

    Decisions on texts that their journal does not keep stay as they are.
    """
    anchoring = Anchoring(review.bitext.texts, contents.readings)
    placed, problems = list[Entry](), list[str]()
    for entry in in_force(contents.entries):
        if not anchoring.knows(entry.documents):
            placed.append(entry)
            continue
        found = anchoring.place(entry.operation, entry.documents)
        if found.here is not None:
            placed.append(replace(entry, operation=found.here, documents=review.documents))
        if found.lost:
            problems.append(_problem(name, entry, found.lost))
    return placed, problems


def _problem(name: str, entry: Entry, why: str) -> str:
    return f"{name}, decision {entry.operation.id} of {entry.by}: {why}"

"""The decisions of a journal that a bitext has no place for, and those that were placed again, in words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from align.review.history import OTHER_FILE, History, UnplacedDecision
from align.review.operation import Redo, Undo
from align.review.workspace import Workspace

MAX_REASONS = 3
"""Reasons that are named, the most frequent first."""


def left_out_decisions(workspace: Workspace) -> Sequence[UnplacedDecision]:
    """The decisions without a place, oldest first; those that were taken back do not count.

    Args:
        workspace: A review with the decisions of its journal.

    Returns:
        Each decision with the reason; an undo or a redo is none by itself.
    """
    return [(made, why) for made, why in workspace.unplaced if not isinstance(made, Undo | Redo)]


def left_out_lines(workspace: Workspace) -> Iterator[str]:
    """What is to be said wherever a review is written: which of its decisions are missing, and why.

    Args:
        workspace: A review with the decisions of its journal.

    Returns:
        A line on decisions without a place, one on those that were placed again in another reading of the
        pages, and one on lines of the journal that cannot be read.
    """
    history = workspace.history
    found = left_out_decisions(workspace)
    if found:
        count = len(found)
        parts = {made.id for made, _ in found}
        whole = count + sum(made.id not in parts for made, _ in history.done) + len(history.needless)
        missing = f"{count} of {whole} decisions of the journal have no place in this text"
        yield f"{missing}, left out: {_why(found)}"
    yield from placed_again_lines(history)
    if workspace.torn:
        numbers = ", ".join(str(torn.line) for torn in workspace.torn[:8])
        yield f"lines of the journal that cannot be read, left out: {numbers} ({workspace.torn[0].why})"


def placed_again_lines(history: History) -> Iterator[str]:
    """How many decisions were made on another reading of the pages; nothing where none was."""
    again = sum(made.id in history.anchored for made, _ in history.done)
    if again or history.needless:
        count = len(history.needless)
        needless = f"; not needed, as the text reads as corrected: {count}" if count else ""
        yield (
            "decisions made on another reading of the pages, placed again by their words and where these "
            f"stand on the page: {again}{needless}"
        )


def _why(found: Sequence[UnplacedDecision]) -> str:
    """The reasons with their counts, and what to try where the text is another one."""
    counts = Counter(why for _, why in found)
    listed = "; ".join(f"{why}: {times}" for why, times in counts.most_common(MAX_REASONS))
    more = " …" if len(counts) > MAX_REASONS else ""
    again = "; read the file as it was read for the review (same picture, OCR engine and options)"
    return f"{listed}{more}{again if OTHER_FILE in counts else ''}"

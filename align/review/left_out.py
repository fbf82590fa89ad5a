"""The decisions of a journal that are not in force because this bitext has no place for them, in words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from align.review.history import OTHER_FILE
from align.review.operation import Operation, Redo, Undo
from align.review.workspace import Workspace

MAX_REASONS = 3
"""Reasons that are named, the most frequent first."""

UnplacedDecision = tuple[Operation, str]
"""A decision and why it has no place."""


def left_out_decisions(workspace: Workspace) -> Sequence[UnplacedDecision]:
    """The decisions without a place, oldest first; those that were taken back do not count.

    Args:
        workspace: A review with the decisions of its journal.

    Returns:
        Each decision with the reason; an undo or a redo is none by itself.
    """
    withdrawn = set[str]()
    for made, _ in workspace.unplaced:
        if isinstance(made, Undo):
            withdrawn.add(made.of)
        elif isinstance(made, Redo):
            withdrawn.discard(made.of)
    return [
        (made, why)
        for made, why in workspace.unplaced
        if not isinstance(made, Undo | Redo) and made.id not in withdrawn
    ]


def left_out_lines(workspace: Workspace) -> Iterator[str]:
    """What is to be said wherever a review is written: which of its decisions are missing, and why.

    Args:
        workspace: A review with the decisions of its journal.

    Returns:
        A line on decisions without a place, and one on lines of the journal that cannot be read.
    """
    found = left_out_decisions(workspace)
    if found:
        count = len(found)
        whole = count + len(workspace.history.done)
        missing = f"{count} of {whole} decisions of the journal have no place in this text"
        yield f"{missing}, left out: {_why(found)}"
    if workspace.torn:
        numbers = ", ".join(str(torn.line) for torn in workspace.torn[:8])
        yield f"lines of the journal that cannot be read, left out: {numbers} ({workspace.torn[0].why})"


def _why(found: Sequence[UnplacedDecision]) -> str:
    """The reasons with their counts, and what to try where the text is another one."""
    counts = Counter(why for _, why in found)
    listed = "; ".join(f"{why}: {times}" for why, times in counts.most_common(MAX_REASONS))
    more = " …" if len(counts) > MAX_REASONS else ""
    again = "; read the file as it was read for the review (same picture, OCR engine and options)"
    return f"{listed}{more}{again if OTHER_FILE in counts else ''}"

"""Text that came back as it was read: the doubt on it is dismissed, or the correction of it withdrawn."""

from __future__ import annotations

from collections.abc import Iterator

from align.review.operation import Edit, Operation, QuotedPlace, Reject, TextChange
from align.review.workspace import Workspace


def restored_readings(workspace: Workspace, edit: Edit) -> Iterator[Operation]:
    """The decisions that an edit stands for.

    Args:
        workspace: The review before the edit.
        edit: What was typed, or rejected by an editor, in a file that came back.

    Yields:
        A dismissal for each change back to what was read, then the other changes as one edit.
    """
    back = [change for change in edit.changes if _is_reading(workspace, change)]
    for change in back:
        yield Reject(QuotedPlace(change.place, change.old))
    others = tuple(change for change in edit.changes if change not in back)
    if others:
        yield Edit(others)


def _is_reading(workspace: Workspace, change: TextChange) -> bool:
    view = workspace.state.side_views[change.place.side]
    return change.new.split() == view.text(change.place.spans).split()

"""The start page as text for a terminal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from align.folder.document_state import DocumentState
from align.folder.folder_document import FolderContents

COLUMNS = ("document", "state", "pairs", "doubts", "open", "by", "last")


def state_table(contents: FolderContents, states: Sequence[DocumentState]) -> str:
    """A line for each document, then what is unclear or was skipped, with the reason.

    Example:
        >>> print(state_table(FolderContents(), []))
        no documents here
    """
    lines = [_cells(state) for state in states]
    widths = [max(map(len, column)) for column in zip(COLUMNS, *lines, strict=True)]
    shown = ["  ".join(map(str.ljust, line, widths)).rstrip() for line in (COLUMNS, *lines)]
    return "\n".join([*(shown if lines else ["no documents here"]), *_notes(contents, states)])


def _cells(state: DocumentState) -> tuple[str, ...]:
    counts = ("" if count is None else str(count) for count in (state.pairs, state.doubts, state.open))
    names = ", ".join(name for name, _ in state.reviewers)
    return state.document.name, state.label, *counts, names, state.last[:10]


def _notes(contents: FolderContents, states: Sequence[DocumentState]) -> Iterator[str]:
    for state in states:
        yield from (f"{state.document.name}: {text}" for text in (state.failure, state.note) if text)
    for one in contents.unclear:
        yield f"unclear: {', '.join(path.name for path in one.files)}: {one.reason}"
    yield from (f"skipped: {one.name}: {one.reason}" for one in contents.skipped)
    yield from contents.problems

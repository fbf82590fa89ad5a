"""Decisions in order, each with what it changed: undo and redo without limit; one given twice counts once."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from align.bitext_data import BitextData
from align.errors import InputError, PlaceError
from align.review.journal import Entry
from align.review.operation import Operation, Redo, Undo
from align.review.patch import Patch
from align.review.reducer import reduce
from align.review.state import State

AppliedStep = tuple[Operation, Patch]

OTHER_FILE = "made on another file, or on another reading of its pages (sha256 differs)"
"""Why a decision has no place whose file had another text."""


@dataclass(frozen=True)
class History:
    """``done``: decisions in force, oldest first. ``undone``: those that can be redone, the next one last.

    ``seen``: ids of all operations ever applied; an operation with one of these ids is ignored.
    ``unplaced``: operations that this bitext has no place for, each with the reason.
    """

    state: State
    done: tuple[AppliedStep, ...] = ()
    undone: tuple[AppliedStep, ...] = ()
    seen: frozenset[str] = field(default_factory=frozenset)
    unplaced: tuple[tuple[Operation, str], ...] = ()

    def apply(self, operation: Operation) -> tuple[History, Patch]:
        """Add one operation.

        Args:
            operation: A decision, or the undo or redo of one.

        Returns:
            The new history, and the patch from the old state to the new one.

        Raises:
            PlaceError: If the state has no place for the operation.
        """
        if operation.id in self.seen:
            return self, Patch()
        match operation:
            case Undo(of=of):
                history, patch = self._undo(of)
            case Redo(of=of):
                history, patch = self._redo(of)
            case _:
                patch = reduce(self.state, operation)
                done = (*self.done, (operation, patch))
                history = replace(self, state=self.state.patched(patch), done=done, undone=())
        return replace(history, seen=self.seen | {operation.id}), patch

    def replay(self, operations: Iterable[Operation]) -> History:
        """Add operations in order; those without a place are listed in ``unplaced``.

        The undo of a listed operation removes it from the list.
        """
        history = self
        for operation in operations:
            if operation.id in history.seen:
                continue
            listed = {known.id for known, _ in history.unplaced}
            if isinstance(operation, Undo) and operation.of in listed:
                kept = tuple(one for one in history.unplaced if one[0].id != operation.of)
                history = replace(history, unplaced=kept, seen=history.seen | {operation.id})
                continue
            try:
                history, _ = history.apply(operation)
            except InputError as why:
                history = history.with_unplaced(operation, str(why))
        return history

    def with_unplaced(self, operation: Operation, why: str) -> History:
        """The same history with one more operation listed as unplaced."""
        listed = (*self.unplaced, (operation, why))
        return replace(self, unplaced=listed, seen=self.seen | {operation.id})

    @property
    def last(self) -> Operation | None:
        """The decision that an undo would take back."""
        return self.done[-1][0] if self.done else None

    @property
    def next(self) -> Operation | None:
        """The decision that a redo would put in force again."""
        return self.undone[-1][0] if self.undone else None

    def _undo(self, of: str) -> tuple[History, Patch]:
        if not self.done or self.done[-1][0].id != of:
            raise PlaceError("only the last decision in force can be undone")
        step = self.done[-1]
        patch = step[1].inverse()
        state = self.state.patched(patch)
        return replace(self, state=state, done=self.done[:-1], undone=(*self.undone, step)), patch

    def _redo(self, of: str) -> tuple[History, Patch]:
        if not self.undone or self.undone[-1][0].id != of:
            raise PlaceError("only what was undone last can be done again")
        step = self.undone[-1]
        state = self.state.patched(step[1])
        return replace(self, state=state, done=(*self.done, step), undone=self.undone[:-1]), step[1]


def replayed(bitext: BitextData, entries: Iterable[Entry]) -> History:
    """The history of a journal on a bitext; decisions on other files are listed as unplaced."""
    history = History(State.of(bitext))
    ours = {text.side: text.document.sha256 for text in bitext.texts}
    for entry in entries:
        if all(ours.get(side) == sha256 for side, sha256 in entry.documents.items() if side in ours):
            history = history.replay([entry.operation])
        else:
            history = history.with_unplaced(entry.operation, OTHER_FILE)
    return history

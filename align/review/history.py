"""Decisions in order, each with what it changed: undo and redo without limit, twice is once."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from align.errors import InputError, PlaceError
from align.review.operation import Operation, Redo, Undo
from align.review.reducer import reduce
from align.review.state import Patch, State

AppliedStep = tuple[Operation, Patch]


@dataclass(frozen=True)
class History:
    """``done``: what is in force, oldest first. ``undone``: what can be redone, last first.

    ``seen``: ids of all operations ever given, so that one given twice is one. ``unplaced``: operations
    that found no place, and why.
    """

    state: State
    done: tuple[AppliedStep, ...] = ()
    undone: tuple[AppliedStep, ...] = ()
    seen: frozenset[str] = field(default_factory=frozenset)
    unplaced: tuple[tuple[Operation, str], ...] = ()

    def apply(self, operation: Operation) -> tuple[History, Patch]:
        """The history with one more operation, and what that changed. Raises :class:`PlaceError`."""
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
        """Replay: each operation, those without a place listed; undoing one takes it off the list."""
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
        """The same with an operation listed that has no place."""
        listed = (*self.unplaced, (operation, why))
        return replace(self, unplaced=listed, seen=self.seen | {operation.id})

    @property
    def last(self) -> Operation | None:
        """What an undo would take back."""
        return self.done[-1][0] if self.done else None

    @property
    def next(self) -> Operation | None:
        """What a redo would bring again."""
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
        return (
            replace(
                self, state=self.state.patched(step[1]), done=(*self.done, step), undone=self.undone[:-1]
            ),
            step[1],
        )

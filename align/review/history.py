"""Decisions in order, each with what it changed: undo and redo without limit; one given twice counts once."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from align.bitext_data import BitextData
from align.errors import InputError, PlaceError
from align.review.anchoring import Anchored, Anchoring
from align.review.journal import Entry
from align.review.kept_reading import KeptReading
from align.review.operation import Operation, Redo, Undo
from align.review.patch import Patch
from align.review.reducer import reduce
from align.review.state import State

AppliedStep = tuple[Operation, Patch]

UnplacedDecision = tuple[Operation, str]
"""A decision and why it has no place."""

Unplaced = tuple[UnplacedDecision, ...]
"""Decisions without a place, oldest first."""

OTHER_FILE = "made on another file, or on another reading of its pages (sha256 differs)"
"""Why a decision has no place whose file had another text."""

READ_AGAIN = "the pages were read again"
"""Why a decision has no place that had one in another reading of the same pages."""


@dataclass(frozen=True)
class History:
    """``done``: decisions in force, oldest first. ``undone``: those that can be redone, the next one last.

    ``seen``: ids of all operations ever applied; an operation with one of these ids is ignored.
    ``unplaced``: operations that this bitext has no place for, each with the reason. ``withdrawn``: those of
    them that were taken back. ``anchored``: ids of operations made on another reading of the pages that were
    placed again. ``needless``: ids of those whose text now reads as they corrected it. ``needless_undone``:
    ids of those of them that were taken back.
    """

    state: State
    done: tuple[AppliedStep, ...] = ()
    undone: tuple[AppliedStep, ...] = ()
    seen: frozenset[str] = field(default_factory=frozenset)
    unplaced: tuple[UnplacedDecision, ...] = ()
    withdrawn: tuple[UnplacedDecision, ...] = ()
    anchored: frozenset[str] = frozenset()
    needless: frozenset[str] = frozenset()
    needless_undone: frozenset[str] = frozenset()

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
        if isinstance(operation, Undo | Redo):
            history = history.listed_after(operation)
        return replace(history, seen=self.seen | {operation.id}), patch

    def replay(self, operations: Iterable[Operation]) -> History:
        """Add operations in order; those without a place are listed in ``unplaced``.

        The undo of a listed operation removes it from the list, and its redo puts it there again.
        """
        history = self
        for operation in operations:
            if operation.id in history.seen:
                continue
            if isinstance(operation, Undo | Redo) and not history.has_step(operation.of):
                listed = history.listed_after(operation)
                history = replace(listed, seen=listed.seen | {operation.id})
                continue
            try:
                history, _ = history.apply(operation)
            except InputError as why:
                history = history.with_unplaced(operation, str(why))
        return history

    def has_step(self, of: str) -> bool:
        """Whether a decision has a place, be it in force or undone."""
        return any(made.id == of for made, _ in (*self.done, *self.undone))

    def listed_after(self, made: Undo | Redo) -> History:
        """The same history, with what an undo or a redo changes in the lists of what is not in force."""
        if isinstance(made, Undo):
            unplaced, withdrawn = _moved(made.of, self.unplaced, self.withdrawn)
            undone = self.needless_undone | (self.needless & {made.of})
            needless = self.needless - {made.of}
        else:
            withdrawn, unplaced = _moved(made.of, self.withdrawn, self.unplaced)
            needless = self.needless | (self.needless_undone & {made.of})
            undone = self.needless_undone - {made.of}
        listed = replace(self, unplaced=unplaced, withdrawn=withdrawn)
        return replace(listed, needless=needless, needless_undone=undone)

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


def _moved(of: str, here: Unplaced, there: Unplaced) -> tuple[Unplaced, Unplaced]:
    """Two lists of unplaced decisions after one of them, by its id, went from the first to the second."""
    kept = tuple(one for one in here if one[0].id != of)
    return kept, (*there, *(one for one in here if one[0].id == of))


def replayed(bitext: BitextData, entries: Iterable[Entry], readings: Iterable[KeptReading] = ()) -> History:
    """The history of a journal on a bitext.

    Args:
        bitext: The aligned document.
        entries: Decisions, oldest first.
        readings: The texts of pages that the journal keeps. Decisions on one of them are placed again by
            their words and where these stand on the page; decisions on other texts are listed as unplaced.
    """
    history = History(State.of(bitext))
    ours = {text.side: text.document.sha256 for text in bitext.texts}
    anchoring = Anchoring(bitext.texts, readings)
    for entry in entries:
        made = entry.operation
        same = all(ours[side] == sha256 for side, sha256 in entry.documents.items() if side in ours)
        if isinstance(made, Undo | Redo):
            anchoring.follow(made)
        if same or isinstance(made, Undo | Redo):
            history = history.replay([made])
        elif not anchoring.knows(entry.documents):
            history = history.with_unplaced(made, OTHER_FILE)
        else:
            history = _anchored(history, made, anchoring.place(made, entry.documents))
    return history


def _anchored(history: History, made: Operation, found: Anchored) -> History:
    """The history with a decision that was placed again, or with the reason why some or all of it was not."""
    if found.here is not None:
        history = history.replay([found.here])
        if any(known.id == made.id for known, _ in history.unplaced):
            return history
        history = replace(history, anchored=history.anchored | {made.id})
    elif not found.lost:
        needless = history.needless | {made.id}
        return replace(history, needless=needless, seen=history.seen | {made.id})
    return history.with_unplaced(made, f"{READ_AGAIN}: {found.lost}") if found.lost else history

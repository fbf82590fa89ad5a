"""Everything a reviewer can decide, each decision a value.

    about a text      Accept · Reject · Edit · WhitelistWord · AcceptEverywhere · DismissEverywhere · Undecide
    about a row       Confirm · RejectPair · Reopen · FlagForLater · Comment
    about the order   RegroupRows (merge, split, up, down, gap, pair, realign) · RestoreExcluded
    about the past    Undo · Redo

Every operation carries its own id, and places in the raw file. It never names a row by number, because a
later run may number the rows otherwise. What a decision replaces is quoted, so that a journal can be read by
people and checked against the file. :class:`RegroupRows` holds the pairings before and after; both cover the
same text, so no sentence can be lost or doubled.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal
from uuid import uuid4

from align.errors import InvariantError
from align.review.place import Pairing, Place

Verb = Literal["merge", "split", "up", "down", "gap", "pair", "realign"]


def new_id() -> str:
    """An id that no other decision has: 32 hexadecimal digits."""
    return uuid4().hex


@dataclass(frozen=True)
class TextChange:
    """``new`` instead of ``old``, which is what the raw file holds at ``place``."""

    place: Place
    old: str
    new: str


@dataclass(frozen=True)
class QuotedPlace:
    """A place and what the raw file holds there."""

    place: Place
    old: str


@dataclass(frozen=True, kw_only=True)
class _Decision:
    """What all operations have: an id. Raises :class:`InvariantError` where it is empty."""

    id: str = field(default_factory=new_id)

    def __post_init__(self) -> None:
        if not self.id:
            raise InvariantError("a decision needs an id")


@dataclass(frozen=True)
class Accept(_Decision):
    """A suggestion is right."""

    change: TextChange


@dataclass(frozen=True)
class Reject(_Decision):
    """The doubt is dismissed: the text stays as it was read."""

    quote: QuotedPlace


@dataclass(frozen=True)
class Edit(_Decision):
    """The reviewer's own text, at one place or several."""

    changes: tuple[TextChange, ...]


@dataclass(frozen=True)
class WhitelistWord(_Decision):
    """The word is right, here and in the whole project."""

    quote: QuotedPlace
    word: str


@dataclass(frozen=True)
class AcceptEverywhere(_Decision):
    """One error corrected at all the places that were shown before."""

    changes: tuple[TextChange, ...]


@dataclass(frozen=True)
class DismissEverywhere(_Decision):
    """One false alarm dismissed at all the places that were shown before."""

    quotes: tuple[QuotedPlace, ...]


@dataclass(frozen=True)
class Undecide(_Decision):
    """The decision about a text is withdrawn; its doubt is open again."""

    quote: QuotedPlace


@dataclass(frozen=True)
class Confirm(_Decision):
    """These rows are right. Several, where all rows above were confirmed at once."""

    rows: tuple[Pairing, ...]


@dataclass(frozen=True)
class RejectPair(_Decision):
    """The two sides of this row do not translate each other."""

    row: Pairing


@dataclass(frozen=True)
class Reopen(_Decision):
    """A confirmed or rejected row is open again."""

    row: Pairing


@dataclass(frozen=True)
class FlagForLater(_Decision):
    """Flag a row for later, or take the flag away."""

    row: Pairing
    on: bool = True


@dataclass(frozen=True)
class Comment(_Decision):
    """A comment on a row; empty: the comment is removed."""

    row: Pairing
    text: str


@dataclass(frozen=True)
class RegroupRows(_Decision):
    """The sentences of adjacent rows, paired another way.

    Raises:
        InvariantError: If ``before`` or ``after`` is empty.
    """

    verb: Verb
    before: tuple[Pairing, ...]
    after: tuple[Pairing, ...]

    def __post_init__(self) -> None:
        super().__post_init__()
        if not self.before or not self.after:
            raise InvariantError(f"{self.verb} needs rows before and after")


@dataclass(frozen=True)
class RestoreExcluded(_Decision):
    """An excluded passage is text after all: it becomes a row of its own, for the reviewer to move."""

    quote: QuotedPlace


@dataclass(frozen=True)
class Undo(_Decision):
    """Take back the decision ``of``."""

    of: str


@dataclass(frozen=True)
class Redo(_Decision):
    """Put the decision ``of``, which was taken back, in force again."""

    of: str


Operation = (
    Accept
    | Reject
    | Edit
    | WhitelistWord
    | AcceptEverywhere
    | DismissEverywhere
    | Undecide
    | Confirm
    | RejectPair
    | Reopen
    | FlagForLater
    | Comment
    | RegroupRows
    | RestoreExcluded
    | Undo
    | Redo
)

"""Everything a reviewer can decide, each decision a value.

    about a reading   Accept · Reject · Edit · Right · AcceptEverywhere · DismissEverywhere · Undecide
    about a row       Confirm · RejectPair · Reopen · Later · Comment
    about the order   Arrange (merge, split, up, down, gap, pair, realign) · BringBack
    about the past    Undo · Redo

Every operation carries its own id, and places in the raw file: never a row's number, which the next
run may give to another. What a reading replaces is quoted, so that a journal can be read by people and
checked against the file. ``Arrange`` says which pairings there were and which there are now; both hold
the same text, so no sentence is ever lost or doubled by one, whatever its verb.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal
from uuid import uuid4

from align.errors import InvariantError
from align.review.place import Pairing, Place

Verb = Literal["merge", "split", "up", "down", "gap", "pair", "realign"]


def new_id() -> str:
    """One that no other decision has: 32 hexadecimal digits."""
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
    id: str = field(default_factory=new_id)

    def __post_init__(self) -> None:
        if not self.id:
            raise InvariantError("a decision needs an id")


@dataclass(frozen=True)
class Accept(_Decision):
    """A suggested reading is right."""

    change: TextChange


@dataclass(frozen=True)
class Reject(_Decision):
    """The doubt was wrong: what was read stays."""

    quote: QuotedPlace


@dataclass(frozen=True)
class Edit(_Decision):
    """The reviewer's own reading, of one place or several."""

    changes: tuple[TextChange, ...]


@dataclass(frozen=True)
class WhitelistWord(_Decision):
    """This word is right, here and in the whole project."""

    quote: QuotedPlace
    word: str


@dataclass(frozen=True)
class AcceptEverywhere(_Decision):
    """One error mended at all the places that were shown before."""

    changes: tuple[TextChange, ...]


@dataclass(frozen=True)
class DismissEverywhere(_Decision):
    """One false alarm dismissed at all the places that were shown before."""

    quotes: tuple[QuotedPlace, ...]


@dataclass(frozen=True)
class Undecide(_Decision):
    """What was decided about a reading is open again."""

    quote: QuotedPlace


@dataclass(frozen=True)
class Confirm(_Decision):
    """These rows are right; several when everything above was confirmed at once."""

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
    """What the reviewer has to say about a row; empty: nothing any more."""

    row: Pairing
    text: str


@dataclass(frozen=True)
class RegroupRows(_Decision):
    """The sentences of some neighbouring rows, paired another way."""

    verb: Verb
    before: tuple[Pairing, ...]
    after: tuple[Pairing, ...]

    def __post_init__(self) -> None:
        super().__post_init__()
        if not self.before or not self.after:
            raise InvariantError(f"{self.verb} needs rows before and after")


@dataclass(frozen=True)
class RestoreExcluded(_Decision):
    """A piece that was set aside is text after all: a row of its own, for the reviewer to place."""

    quote: QuotedPlace


@dataclass(frozen=True)
class Undo(_Decision):
    """Take back the decision ``of``."""

    of: str


@dataclass(frozen=True)
class Redo(_Decision):
    """Take back the taking back of ``of``."""

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

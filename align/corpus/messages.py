"""What a worker process and the process that watches it send each other."""

from __future__ import annotations

from dataclasses import dataclass

from align.corpus.schema import Rows, TableName


@dataclass(frozen=True)
class Ready:
    """The models are loaded."""


@dataclass(frozen=True)
class Begun:
    """Work on a document begins; ``number``: in its batch, or ``None`` for all of it together."""

    number: int | None


@dataclass(frozen=True)
class Advanced:
    """A page of the document was read: the time that it may take begins anew."""


@dataclass(frozen=True)
class Done:
    """The rows of a document."""

    number: int
    rows: dict[TableName, Rows]


@dataclass(frozen=True)
class BatchEnd:
    """All documents of the batch are done."""


@dataclass(frozen=True)
class OutOfMemory:
    """The document that is being done was refused memory; the process ends."""


@dataclass(frozen=True)
class Unable:
    """The worker cannot go on, whatever it is given; ``reason`` in one line."""

    reason: str


Message = Ready | Begun | Advanced | Done | BatchEnd | OutOfMemory | Unable

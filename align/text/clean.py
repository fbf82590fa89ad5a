"""Raw section -> running text: an ordered list of named rules over traced text."""

from __future__ import annotations

from dataclasses import dataclass, field

from align.text.document import Document, Side
from align.text.span import Span
from align.text.trace import TracedText


@dataclass(frozen=True)
class Aside:
    """A stretch of the raw file that is no text of the document, and why (a rule's words)."""

    span: Span
    reason: str


@dataclass(frozen=True)
class Move:
    """Text that was read out of turn and put back: ``span`` now reads after raw offset ``after``."""

    span: Span
    after: int
    reason: str


@dataclass(frozen=True)
class CleanConfig:
    """``off``: names of rules that do not run."""

    off: frozenset[str] = field(default_factory=frozenset)


@dataclass(frozen=True, eq=False)
class Cleaned:
    """Running text, paragraphs separated by one newline; what was set aside; what was moved."""

    text: TracedText
    aside: tuple[Aside, ...] = ()
    moves: tuple[Move, ...] = ()


def clean(document: Document, side: Side, config: CleanConfig = CleanConfig()) -> Cleaned:
    """The running text of one side of a document."""
    raise NotImplementedError

"""The ledger of a raw file: every character is in a sentence, white space, metadata or excluded."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from align.errors import InvariantError
from align.text.document import Document
from align.text.side_text import SideText
from align.text.span import Span

LedgerKind = Literal["sentence", "space", "metadata", "aside"]


@dataclass(frozen=True)
class LedgerEntry:
    """What one stretch of a raw file became.

    Attributes:
        span: The stretch, in code points of the raw file.
        kind: ``"sentence"``, ``"space"``, ``"metadata"``, or ``"aside"`` for text that cleaning excluded.
        reason: Why it was excluded; ``None`` for the other kinds.
    """

    span: Span
    kind: LedgerKind
    reason: str | None = None


def ledger(document: Document, sides: Iterable[SideText]) -> tuple[LedgerEntry, ...]:
    """List what became of each stretch of a document.

    Args:
        document: The raw file.
        sides: The sides of the bitext; those of other documents are ignored.

    Returns:
        Entries in file order. They neither overlap nor leave a gap: their texts joined are ``document.raw``.

    Raises:
        InvariantError: Two entries claim the same character, or no entry claims a character that is no space.
    """
    raw, at = document.raw, 0
    entries: list[LedgerEntry] = []
    for entry in sorted(_claims(document, sides), key=lambda claim: claim.span):
        entries += _space(raw, at, entry.span.start, document.name)
        entries.append(entry)
        at = entry.span.stop
    return tuple(entries + _space(raw, at, len(raw), document.name))


def _claims(document: Document, sides: Iterable[SideText]) -> Iterator[LedgerEntry]:
    for span in document.spans("metadata"):
        yield LedgerEntry(span, "metadata")
    for text in sides:
        if text.document == document:
            for sentence in text.sentences:
                yield from (LedgerEntry(span, "sentence") for span in sentence.origin)
            yield from (LedgerEntry(excluded.span, "aside", excluded.reason) for excluded in text.excluded)


def _space(raw: str, start: int, stop: int, name: str) -> list[LedgerEntry]:
    """The white space between two claims, if there is any.

    Raises:
        InvariantError: The claims overlap, or something else than white space stands between them.
    """
    if start > stop:
        raise InvariantError(f"{name}: characters {stop}:{start} are claimed twice: {raw[stop:start][:40]!r}")
    if raw[start:stop].strip():
        raise InvariantError(f"{name}: no entry claims {start}:{stop}: {raw[start:stop][:40]!r}")
    return [LedgerEntry(Span(start, stop), "space")] if start < stop else []

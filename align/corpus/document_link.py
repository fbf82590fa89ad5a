"""Whether two documents are the same letter."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from align.corpus.same_text import READ, TYPED, Comparison, PlainText, compared

LinkKind = Literal["copy", "excerpt"]

COPY = 0.6
"""Length of the shorter over that of the longer from which both are copies; below it, one is an excerpt."""
DIGITS = 4
"""Decimal places of a similarity."""


@dataclass(frozen=True)
class BothTexts:
    """The texts of a document as they are compared; one that is missing is empty."""

    source: PlainText
    target: PlainText


@dataclass(frozen=True)
class DocumentLink:
    """Two documents that are the same.

    Attributes:
        document: Of two copies the later one by id; the excerpt.
        other: The other copy; the document that holds the excerpt.
        kind: Of the first.
        similarity: Of their texts, 0-1.
    """

    document: str
    other: str
    kind: LinkKind
    similarity: float


def link_of(names: tuple[str, str], one: BothTexts, other: BothTexts) -> DocumentLink | None:
    """The link of two documents; ``None`` where they are not the same.

    A translation that agrees but for names or numbers makes them different letters, whatever the originals
    are; one that is the same makes them the same. Else the originals decide: a letter may have been
    translated twice.

    Args:
        names: The ids of the documents, in order.
        one: The texts of the first.
        other: The texts of the second.
    """
    found = _compared(one, other)
    if found.verdict != "same":
        return None
    similarity = round(found.similarity, DIGITS)
    if found.part >= COPY:
        return DocumentLink(names[1], names[0], "copy", similarity)
    excerpt, whole = names if found.lengths[0] < found.lengths[1] else names[::-1]
    return DocumentLink(excerpt, whole, "excerpt", similarity)


def _compared(one: BothTexts, other: BothTexts) -> Comparison:
    """The comparison of the side that decides."""
    target = compared(one.target, other.target, TYPED)
    if target.verdict == "other" or (target.verdict == "same" and not target.is_short):
        return target
    source = compared(one.source, other.source, READ)
    return target if target.verdict == "same" and not min(source.lengths) else source

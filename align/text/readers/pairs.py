"""Texts that are aligned already."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from align.text.document import Document
from align.text.lines import whole

Languages = tuple[str | None, str | None]
"""Of source and target, ISO 639-1 or, where an aligned file is read, BCP 47; ``None`` where unknown."""


@dataclass(frozen=True)
class Pairs:
    """Two documents of lines; each line of one belongs to that of the other, and may be blank."""

    source: Document
    target: Document
    languages: Languages = (None, None)


def pairs_of(
    name: str,
    rows: Sequence[tuple[str, str]],
    languages: Languages = (None, None),
    notes: tuple[str, ...] = (),
) -> Pairs:
    """The pairs of a file that holds both sides, a pair a line.

    Args:
        name: The file's name, without its folder.
        rows: Source and target, each on one line.
        languages: ISO 639-1.
        notes: What was left out or chosen.
    """

    def document(side: Literal["source", "target"], texts: Sequence[str]) -> Document:
        raw = "".join(text + "\n" for text in texts)
        return Document(name, raw, whole(name, raw, side, "utf-8").sections, notes=notes)

    return Pairs(
        document("source", [source for source, _ in rows]),
        document("target", [target for _, target in rows]),
        languages,
    )

"""Identifiers of what is written to XML: those of the file that was read are kept where they can be."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from align.facsimile.page import Page

NAME = re.compile(r"[^\W\d][\w.\-]*")
"""A name that ``xsd:ID`` allows, but for rare letters."""


class Identifiers:
    """Gives each element an identifier that no other element of the file has.

    Args:
        known: The identifiers that the elements of the file have already; none of them is made up.

    Example:
        >>> identifiers = Identifiers(["word_1", "word_1", "1st word"])
        >>> [identifiers.of(one, "word") for one in ("word_1", "word_1", "1st word", "")]
        ['word_1', 'word_2', 'word_3', 'word_4']
    """

    def __init__(self, known: Iterable[str] = ()) -> None:
        self._reserved = set(known)
        self._given: set[str] = set()
        self._counts: dict[str, int] = {}

    def of(self, wanted: str, kind: str) -> str:
        """The identifier that was wanted; a new one where that is empty, no name in XML, or given already."""
        if wanted and wanted not in self._given and NAME.fullmatch(wanted):
            self._given.add(wanted)
            return wanted
        return self._new(kind)

    def _new(self, kind: str) -> str:
        count = self._counts.get(kind, 0) + 1
        while f"{kind}_{count}" in self._reserved:
            count += 1
        self._counts[kind] = count
        return f"{kind}_{count}"


def identifiers_of(*pages: Page) -> Iterator[str]:
    """Those of pages, blocks, lines and words; empty ones are among them."""
    for page in pages:
        yield page.id
        for block in page.blocks:
            yield block.id
            for line in block.lines:
                yield line.id
                yield from (word.id for word in line.words)

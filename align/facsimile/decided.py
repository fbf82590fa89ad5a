"""Who corrected a word, as its alternatives record it.

A word that was corrected holds two readings more: its own text with whoever corrected it as the source, and
what the engine read, with the engine's confidence.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from align.facsimile.page import Alternative, Page, PageWord

PREFIX = "corrected by "
"""How the source of a correction begins: no engine's name begins so."""

_TIME = r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)?"
_SOURCE = re.compile(rf"{PREFIX}(?P<by>.*?)(?:, (?P<at>{_TIME}))?", re.DOTALL)


@dataclass(frozen=True, order=True)
class Corrector:
    """Who corrected a word, and when (UTC, ISO 8601; empty where unknown).

    Example:
        >>> Corrector("anna", "2026-11-27T10:00:00Z").source
        'corrected by anna, 2026-11-27T10:00:00Z'
    """

    by: str
    at: str = ""

    @property
    def source(self) -> str:
        """As the source of an alternative."""
        return f"{PREFIX}{self}"

    def __str__(self) -> str:
        """Name and time, for people."""
        return f"{self.by}, {self.at}" if self.at else self.by

    @classmethod
    def of(cls, source: str) -> Corrector | None:
        """Whom the source of an alternative names; ``None`` where that is an engine."""
        found = _SOURCE.fullmatch(source)
        return cls(found["by"], found["at"] or "") if found else None


def corrector(word: PageWord) -> Corrector | None:
    """Who corrected a word; ``None`` where it stands as the engine read it.

    Example:
        >>> word = PageWord("Ваш", alternatives=(Alternative("Ваш", source="corrected by anna"),))
        >>> corrector(word).by
        'anna'
    """
    first = next(iter(word.alternatives), None)
    return Corrector.of(first.source) if first is not None and first.text == word.text else None


def other_readings(word: PageWord) -> tuple[Alternative, ...]:
    """The alternatives of a word but for the reading of whoever corrected it."""
    return word.alternatives if corrector(word) is None else word.alternatives[1:]


def with_corrector(
    text: str, made: Corrector | None, others: Iterable[Alternative]
) -> tuple[Alternative, ...]:
    """The alternatives of a word: the inverse of :func:`corrector` and :func:`other_readings`."""
    decided = () if made is None or not text else (Alternative(text, source=made.source),)
    return (*decided, *others)


def correctors(page: Page) -> tuple[Corrector, ...]:
    """Everybody who corrected a word of a page, in alphabetical order, the earliest time first."""
    return tuple(sorted(set(_correctors(page))))


def _correctors(page: Page) -> Iterator[Corrector]:
    for line in page.lines:
        for word in line.words:
            made = corrector(word)
            if made is not None:
                yield made

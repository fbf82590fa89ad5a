"""Who decided how a word reads: the alternative that is its text and has a source.

A word that a person corrected holds two readings more: its own text with the person as the source, and what
the engine read, with the engine's confidence.
"""

from __future__ import annotations

from align.facsimile.page import Alternative, PageWord


def decision(word: PageWord) -> Alternative | None:
    """The reading of whoever decided on the text of a word; ``None`` where it stands as the engine read it.

    Example:
        >>> word = PageWord("Ваш", alternatives=(Alternative("Ваш", source="anna"), Alternative("Баш", 0.6)))
        >>> decision(word).source
        'anna'
        >>> decision(PageWord("Ваш")) is None
        True
    """
    first = next(iter(word.alternatives), None)
    return first if first is not None and first.source and first.text == word.text else None


def other_readings(word: PageWord) -> tuple[Alternative, ...]:
    """The alternatives of a word but for the reading of whoever decided."""
    return word.alternatives if decision(word) is None else word.alternatives[1:]

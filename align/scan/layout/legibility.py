"""How much of a page was read as words."""

from __future__ import annotations

from collections.abc import Iterable

from align.facsimile.page import Page, PageBlock

SURE = 0.6
"""Confidence of a word from which it counts; noise that is read as letters stays below."""
LETTERS = 3
"""Letters of a word from which it counts."""
LONG = 4
"""Letters of a long word."""


def legibility(page: Page) -> float:
    """The letters of each word of which the engine is sure times its confidence, 0-1, added.

    Example:
        >>> from align.facsimile.page import PageBlock, PageLine, PageWord
        >>> line = PageLine((PageWord("ответ", confidence=0.9), PageWord("||", confidence=0.8)))
        >>> legibility(Page(100, 100, (PageBlock((line,)),)))
        4.5
    """
    words = [word for line in page.lines for word in line.words]
    counts = [(sum(map(str.isalpha, word.text)), word.confidence or 0.0) for word in words]
    return sum(letters * sure for letters, sure in counts if letters >= LETTERS and sure >= SURE)


def is_legible(page: Page) -> bool:
    """Whether the engine is sure of a word of a page that has letters or digits enough.

    Example:
        >>> from align.facsimile.page import PageBlock, PageLine, PageWord
        >>> line = PageLine((PageWord("1951", confidence=0.9), PageWord("||", confidence=0.8)))
        >>> is_legible(Page(100, 100, (PageBlock((line,)),)))
        True
    """
    words = [word for line in page.lines for word in line.words]
    counts = [(sum(map(str.isalnum, word.text)), word.confidence or 0.0) for word in words]
    return any(signs >= LETTERS and sure >= SURE for signs, sure in counts)


def long_share(page: Page) -> float:
    """The part of the characters of a page, 0-1, that stand in words of at least :data:`LONG` letters.

    Typed text that is hard to read gives words as long as others; handwriting and marks give short ones.

    Example:
        >>> from align.facsimile.page import PageBlock, PageLine, PageWord
        >>> line = PageLine((PageWord("отвот"), PageWord("||"), PageWord("м")))
        >>> long_share(Page(100, 100, (PageBlock((line,)),)))
        0.625
    """
    texts = [word.text for line in page.lines for word in line.words]
    long = sum(len(text) for text in texts if sum(map(str.isalpha, text)) >= LONG)
    return long / max(sum(map(len, texts)), 1)


def sureness(blocks: Iterable[PageBlock]) -> float:
    """The mean confidence of the words, long ones counting more; 1 where the engine gives none."""
    words = [word for block in blocks for line in block.lines for word in line.words]
    given = [(len(word.text), word.confidence) for word in words if word.confidence is not None]
    return sum(length * sure for length, sure in given) / sum(length for length, _ in given) if given else 1.0

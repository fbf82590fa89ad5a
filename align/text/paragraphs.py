"""Where the paragraphs of a file begin, after its lines and pages were joined."""

from __future__ import annotations

from align.lang.frequency import word_frequency
from align.text.clean import clean
from align.text.document import Document, Side


def paragraph_starts(document: Document, side: Side, language: str) -> frozenset[int]:
    r"""The raw offsets of the first characters of the paragraphs of one side.

    Args:
        document: The raw file.
        side: The side whose text is looked at.
        language: ISO 639-1.

    Returns:
        Offsets in code points of the file.

    Example:
        >>> from align.text.document import Section
        >>> from align.text.span import Span
        >>> raw = "Он ушёл.\n\n- 2 -\n\nОна осталась."
        >>> document = Document("letter.txt", raw, (Section("source", Span(0, len(raw))),))
        >>> sorted(paragraph_starts(document, "source", "ru"))
        [0, 17]
    """
    text = clean(document, side, frequency=word_frequency(language), language=language).text
    begins = [0, *(at + 1 for at, letter in enumerate(text.text) if letter == "\n")] if text.text else []
    return frozenset(int(text.starts[at]) for at in begins)

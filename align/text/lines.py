"""Text that is split into sentences already: one sentence a line."""

from __future__ import annotations

from align.text.document import Document, Section, Side
from align.text.sentence import Sentence
from align.text.span import Span
from align.text.trace import TracedText


def whole(name: str, raw: str, side: Side, encoding: str) -> Document:
    """A document without metadata: all of it is text of one side."""
    return Document(name, raw, (Section(side, Span(0, len(raw))),), encoding=encoding)


def by_line(document: Document) -> tuple[Sentence, ...]:
    """A sentence for each line that is not blank, without the white space around it."""
    found: list[Sentence] = []
    start = 0
    for line in document.raw.split("\n"):
        text = line.strip()
        if text:
            first = start + line.index(text)
            found.append(Sentence(len(found), TracedText.of(document.raw, Span(first, first + len(text)))))
        start += len(line) + 1
    return tuple(found)

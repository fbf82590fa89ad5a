"""Running text -> sentences, by a spaCy pipeline."""

from __future__ import annotations

import re
from collections.abc import Iterator

from align.text.sentence import Sentence
from align.text.splitting.pipeline import blank, installed
from align.text.trace import TracedText

MAX_PIECE = 20_000
"""Code points that are split in one piece; no sentence is longer."""

FULL_STOP = re.compile(r"[.!?…]\S{0,3}\s+(?=\S)")


def split(text: TracedText, language: str, pipeline: str | None = None) -> tuple[Sentence, ...]:
    """The sentences of a running text.

    A sentence never goes on behind the end of a paragraph. A paragraph of more than 20,000 code points is
    cut behind a full stop, or at a space where it has none.

    Args:
        text: Running text, one newline between paragraphs.
        language: ISO 639-1; selects the built-in rules.
        pipeline: Name of an installed spaCy pipeline to use instead.

    Returns:
        The sentences in order, without the white space between them.

    Raises:
        ModelError: The pipeline is not installed, or does not split sentences.
    """
    nlp = blank(language) if pipeline is None else installed(pipeline)
    places = list(_pieces(text.text))
    docs = nlp.pipe((text.text[start:stop] for start, stop in places), batch_size=256)
    sentences: list[Sentence] = []
    for (start, _), doc in zip(places, docs, strict=True):
        for found in doc.sents:
            inner = found.text
            first = start + found.start_char + len(inner) - len(inner.lstrip())
            last = first + len(inner.strip())
            if first < last:
                sentences.append(Sentence(len(sentences), text[first:last]))
    return tuple(sentences)


def _pieces(text: str) -> Iterator[tuple[int, int]]:
    """The places of the paragraphs, long ones cut."""
    for match in re.finditer(r"[^\n]+", text):
        start, stop = match.span()
        while stop - start > MAX_PIECE:
            cut = _cut(text, start, start + MAX_PIECE)
            yield start, cut
            start = cut
        yield start, stop


def _cut(text: str, start: int, stop: int) -> int:
    """The offset behind the last full stop of ``text[start:stop]``, else its last space, else its end."""
    window = text[start:stop]
    stops = [match.end() for match in FULL_STOP.finditer(window)]
    return start + (stops[-1] if stops else (window.rfind(" ") + 1 or len(window)))

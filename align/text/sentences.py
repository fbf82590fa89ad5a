"""Running text -> sentences, by a spaCy pipeline."""

from __future__ import annotations

import re
from collections.abc import Iterator

from align.text.sentence import Sentence
from align.text.splitting.pipeline import blank, installed
from align.text.trace import TracedText

LONGEST = 20_000
"""Code points that are looked at in one piece; no sentence is longer."""

STOP = re.compile(r"[.!?…]\S{0,3}\s+(?=\S)")


def split(text: TracedText, language: str, pipeline: str | None = None) -> tuple[Sentence, ...]:
    """The sentences of ``text``; ``pipeline`` names an installed spaCy pipeline to use instead.

    A paragraph's end always ends a sentence. A line of more than 20,000 code points is cut behind
    a full stop, or at a space where it has none.
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
    """The paragraphs, long ones cut."""
    for match in re.finditer(r"[^\n]+", text):
        start, stop = match.span()
        while stop - start > LONGEST:
            cut = _cut(text, start, start + LONGEST)
            yield start, cut
            start = cut
        yield start, stop


def _cut(text: str, start: int, stop: int) -> int:
    """Behind the last full stop of ``text[start:stop]``, or its last space, or its end."""
    window = text[start:stop]
    stops = [match.end() for match in STOP.finditer(window)]
    return start + (stops[-1] if stops else (window.rfind(" ") + 1 or len(window)))

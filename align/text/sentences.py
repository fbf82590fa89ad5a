"""Running text -> sentences, by the built-in rules or an installed spaCy pipeline."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

from align.text.sentence import Sentence
from align.text.splitting.pipeline import installed
from align.text.splitting.token_starts import sentence_indices
from align.text.splitting.word_tokens import tokens_of
from align.text.trace import TracedText

Spans = Iterable[tuple[int, int]]
"""Where sentences begin and end in a text, white space at their ends included."""

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
    places = list(_pieces(text.text))
    pieces = [text.text[start:stop] for start, stop in places]
    found = (_by_rules(piece, language) for piece in pieces) if pipeline is None else _by(pipeline, pieces)
    sentences: list[Sentence] = []
    for (start, _), piece, spans in zip(places, pieces, found, strict=True):
        for begin, end in spans:
            inner = piece[begin:end]
            first = start + end - len(inner.lstrip())
            last = start + begin + len(inner.rstrip())
            if first < last:
                sentences.append(Sentence(len(sentences), text[first:last]))
    return tuple(sentences)


def _by_rules(text: str, language: str) -> Spans:
    """Where sentences stand by the built-in rules."""
    tokens = tokens_of(text, language)
    texts, spaced = [token.text for token in tokens], [token.spaced for token in tokens]
    starts = sentence_indices(texts, spaced, language)
    return pairwise([*(tokens[index].start for index in starts), len(text)])


def _by(pipeline: str, texts: Iterable[str]) -> Iterator[Spans]:
    """The same by an installed pipeline."""
    for doc in installed(pipeline).pipe(texts, batch_size=256):
        yield [(found.start_char, found.end_char) for found in doc.sents]


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

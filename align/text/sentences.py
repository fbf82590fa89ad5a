"""Running text -> sentences, by a spaCy pipeline."""

from __future__ import annotations

from align.text.sentence import Sentence
from align.text.trace import TracedText


def split(text: TracedText, language: str, pipeline: str | None = None) -> tuple[Sentence, ...]:
    """The sentences of ``text``; ``pipeline`` names an installed spaCy pipeline to use instead."""
    raise NotImplementedError

"""Notation: ``|`` stands between two sentences, ``⏎`` is a newline; functions that draw and read it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from align.lang.frequency import WordFrequency
from align.text.clean import CleanConfig, Cleaned, clean
from align.text.document import Document, Section
from align.text.sentences import split
from align.text.span import Span
from align.text.trace import TracedText


def _cleaned(
    raw: str, frequency: WordFrequency | None = None, *, off: frozenset[str] = frozenset()
) -> Cleaned:
    text = raw.replace("⏎", "\n")
    document = Document("picture.txt", text, (Section("source", Span(0, len(text))),))
    return clean(document, "source", CleanConfig(off), frequency)


@pytest.fixture(scope="session")
def cleaned() -> Callable[..., Cleaned]:
    """A file that is all original, cleaned."""
    return _cleaned


@pytest.fixture(scope="session")
def running() -> Callable[..., str]:
    """The running text of a picture, ``⏎`` between paragraphs."""

    def draw(raw: str, frequency: WordFrequency | None = None, *, off: frozenset[str] = frozenset()) -> str:
        return _cleaned(raw, frequency, off=off).text.text.replace("\n", "⏎")

    return draw


@pytest.fixture(scope="session")
def aside() -> Callable[[str], list[str]]:
    """What is set aside of a picture, in the order of the file."""

    def draw(raw: str) -> list[str]:
        text = raw.replace("⏎", "\n")
        return [entry.span.of(text).replace("\n", "⏎") for entry in _cleaned(raw).excluded]

    return draw


@pytest.fixture(scope="session")
def sentences() -> Callable[..., str]:
    """``Он ушёл.| |Она — нет.``: the sentences and what stands between them."""

    def draw(text: str, language: str = "ru") -> str:
        raw = text.replace("⏎", "\n")
        parts, at = [], 0
        for sentence in split(TracedText.of(raw, Span(0, len(raw))), language):
            parts += [raw[at : sentence.origin[0].start], sentence.text]
            at = sentence.origin[-1].stop
        return "|".join(part for part in parts if part).replace("\n", "⏎")

    return draw

"""Text that is split into sentences already: one sentence a line."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from align.lang.frequency import WordFrequency
from align.text.clean import RULES, CleanConfig
from align.text.document import Document, Section, Side
from align.text.edit import Excluded, Shift, TextEdit, apply
from align.text.rule_input import RuleInput
from align.text.sentence import Sentence
from align.text.span import Span
from align.text.trace import TracedText

LINE_RULES: tuple[str, ...] = ("byte-order-mark", "entities", "code-points", "markup", "hyphens")
"""The cleaning rules that run over each line by itself: they change characters inside it."""

SPACE = re.compile(r"\s+")


def whole(name: str, raw: str, side: Side, encoding: str) -> Document:
    """A document without metadata: all of it is text of one side."""
    return Document(name, raw, (Section(side, Span(0, len(raw))),), encoding=encoding)


def raw_lines(raw: str) -> Iterator[Span]:
    r"""The places of the lines of a text, without the ``\n`` that ends each; ``\r`` where there is no ``\n``.

    Example:
        >>> [span.of("Он ушёл.\n\nДождь.\n") for span in raw_lines("Он ушёл.\n\nДождь.\n")]
        ['Он ушёл.', '', 'Дождь.']
    """
    end = "\n" if "\n" in raw else "\r"
    start = 0
    while start < len(raw):
        stop = raw.find(end, start)
        stop = len(raw) if stop < 0 else stop
        yield Span(start, stop)
        start = stop + 1


def by_line(
    document: Document,
    config: CleanConfig = CleanConfig(),
    frequency: WordFrequency | None = None,
    language: str = "und",
) -> tuple[tuple[Sentence, ...], tuple[Excluded, ...]]:
    """A sentence for each line that is not blank, and what cleaning excluded from the lines.

    Args:
        document: A document of lines.
        config: Which of :data:`LINE_RULES` run.
        frequency: A word -> its Zipf frequency.
        language: ISO 639-1; ``und`` where unknown.
    """
    sentences: list[Sentence] = []
    excluded: list[Excluded] = []
    for span in raw_lines(document.raw):
        line = RuleInput(span.of(document.raw), frequency, language)
        text, removed = _cleaned(TracedText.of(document.raw, span), line, config)
        excluded += removed
        if text.text:
            sentences.append(Sentence(len(sentences), text))
    return tuple(sentences), tuple(sorted(excluded, key=lambda entry: entry.span))


def lines_of(document: Document, sentences: Sequence[Sentence]) -> list[str]:
    """The sentence of each raw line of a document; empty for a line that holds none."""
    found = {sentence.origin[0].start: sentence.text for sentence in sentences}
    starts = sorted(found)
    lines, at = [], 0
    for span in raw_lines(document.raw):
        here = at < len(starts) and starts[at] < span.stop
        lines.append(found[starts[at]] if here else "")
        at += here
    return lines


def _cleaned(
    text: TracedText, given: RuleInput, config: CleanConfig
) -> tuple[TracedText, tuple[Excluded, ...]]:
    """One line after cleaning, with one space between words and none around them."""
    excluded: tuple[Excluded, ...] = ()
    for rule in RULES:
        if rule.name in LINE_RULES and rule.name not in config.off:
            found: list[TextEdit | Shift] = list(rule.function(given))
            text, removed = apply(text, [edit for edit in found if isinstance(edit, TextEdit)])
            given = replace(given, text=text.text)
            excluded += removed
    text, _ = apply(text, list(_space(text.text)))
    return text, excluded


def _space(text: str) -> Iterator[TextEdit]:
    for match in SPACE.finditer(text):
        start, stop = match.span()
        put = "" if start == 0 or stop == len(text) else " "
        if match.group() != put:
            yield TextEdit(start, stop, put)

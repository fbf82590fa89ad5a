"""The text that a cleaning rule is given, its lines and words, and where sentences end and go on."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from align.lang.frequency import WordFrequency
from align.text.page_lines import LineEnds
from align.text.script import SCRIPTS, dominant, letters
from align.text.span import Span

SENTENCE_END = re.compile(r"[.!?…:;][\"'”’»)\]\d]*\s*$")
"""What a line ends with where a sentence, or an item of a list, can be over."""

SCRIPT_SAMPLE = 100_000
"""Code points from which the script of a text is found."""

KNOWN_WORD = 3.0
"""Zipf frequency of a word that stands in the text, where there is no list of words."""


@dataclass(frozen=True)
class TextLine:
    """A line without the white space around it; it stands at ``start:stop`` of the rule's text."""

    start: int
    stop: int
    text: str


@dataclass(frozen=True)
class RuleInput:
    """What a rule is given.

    Attributes:
        text: As the rules before left it.
        frequency: A word -> its Zipf frequency, where known.
        language: ISO 639-1; ``und`` where unknown.
        placed: What a page shows of the ends and beginnings of lines, in offsets of the text.
        aside: Stretches of the text in blocks of a page that are no running text, and why; given to the first
            rule alone, the others see a text without them.
    """

    text: str
    frequency: WordFrequency | None = None
    language: str = "und"
    placed: LineEnds = LineEnds()
    aside: tuple[tuple[Span, str], ...] = ()

    @cached_property
    def lines(self) -> tuple[TextLine, ...]:
        """The lines that are not blank, in order."""
        return tuple(self._lines())

    def _lines(self) -> Iterator[TextLine]:
        for match in re.finditer(r"[^\n\f]+", self.text):
            inner = match.group()
            text = inner.strip()
            if text:
                start = match.start() + len(inner) - len(inner.lstrip())
                yield TextLine(start, start + len(text), text)

    @cached_property
    def script(self) -> str | None:
        """The script that the text is written in."""
        return dominant(self.text[:SCRIPT_SAMPLE])

    def own_letters(self, text: str) -> int:
        """How many letters of the script of the whole text stand in ``text``."""
        return letters(text, self.script) if self.script else 0

    @cached_property
    def words(self) -> frozenset[str]:
        """The words of this text, in small letters."""
        pattern = re.compile(rf"(?<![\w-]){SCRIPTS[self.script].pattern}(?![\w-])") if self.script else None
        return frozenset(word.lower() for word in pattern.findall(self.text)) if pattern else frozenset()

    @cached_property
    def compounds(self) -> Counter[str]:
        """How often this text writes each word with an inner hyphen in one line; in small letters."""
        return Counter(word.lower() for word in re.findall(r"[^\W\d_]+-[^\W\d_]+", self.text))

    def zipf(self, word: str) -> float:
        """Zipf frequency of a word, 0 where unknown; without a list, whether it stands in this text."""
        if self.frequency is not None:
            return self.frequency(word)
        return KNOWN_WORD if word.lower() in self.words else 0.0


def ends_sentence(text: str) -> bool:
    """Whether a sentence or an item of a list can be over at the end of ``text``."""
    return SENTENCE_END.search(text[-20:]) is not None


def continues_sentence(text: str) -> bool:
    """Whether ``text`` continues the sentence before it: it begins with a small letter."""
    head = text.lstrip(" \t\"'«“„")[:1]
    return head.islower()

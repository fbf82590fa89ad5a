"""A text as a cleaning rule sees it: lines, the space between them, and what a sentence needs to end."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from align.lang.frequency import WordFrequency
from align.text.script import SCRIPTS, dominant, letters

END = re.compile(r"[.!?…:;][\"'”’»)\]\d]*\s*$")
"""What a line ends with when its sentence, or its point of a list, is over."""

OPEN = re.compile(r"[\w,(\[«“„—–-][\"'”’»)\]]*\s*$")


@dataclass(frozen=True)
class TextLine:
    """``text``: without the white space around it, which stands at ``start:stop`` of the page."""

    start: int
    stop: int
    text: str


@dataclass(frozen=True)
class RuleInput:
    """``text``: as the rules before left it. ``familiar``: a word's frequency, where a list is at hand."""

    text: str
    familiar: WordFrequency | None = None

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
        return dominant(self.text[:100_000])

    def own(self, text: str) -> int:
        """How many letters of the page's own script stand in ``text``."""
        return letters(text, self.script) if self.script else 0

    @cached_property
    def words(self) -> frozenset[str]:
        """The words of this text, in small letters."""
        pattern = re.compile(rf"(?<![\w-]){SCRIPTS[self.script].pattern}(?![\w-])") if self.script else None
        return frozenset(word.lower() for word in pattern.findall(self.text)) if pattern else frozenset()

    def knows(self, word: str) -> float:
        """How common ``word`` is (Zipf scale); without a list, whether it stands in this text."""
        if self.familiar is not None:
            return self.familiar(word)
        return 3.0 if word.lower() in self.words else 0.0


def ends(text: str) -> bool:
    """Whether a sentence or a point of a list can be over at the end of ``text``."""
    return END.search(text[-20:]) is not None


def continues_sentence(text: str) -> bool:
    """Whether ``text`` can only go on what stood before it: it begins with a small letter."""
    head = text.lstrip(" \t\"'«“„")[:1]
    return head.islower()

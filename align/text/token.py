"""Sentences -> chunks: the stretches between white space, in which a page was typed and read."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

CHUNK = re.compile(r"\S+")
CORE = re.compile(r"[^\W_](?:.*[^\W_])?", re.DOTALL)

MEMORY = 1 << 15
"""Texts whose parts are kept: the same words are asked for over and over."""


@dataclass(frozen=True, slots=True)
class Token:
    """A whitespace-bounded stretch: ``start:stop`` code points of its sentence's text.

    ``lead`` and ``trail`` are the marks around ``core``, which runs from the first letter or digit
    to the last; a chunk of marks alone is all ``lead``.
    """

    start: int
    stop: int
    lead: str
    core: str
    trail: str

    @property
    def text(self) -> str:
        """As it stands in the sentence."""
        return self.lead + self.core + self.trail


def tokenize(text: str) -> tuple[Token, ...]:
    """The chunks of a sentence, in order."""
    return tuple(parse(match.group(), match.start()) for match in CHUNK.finditer(text))


@lru_cache(maxsize=MEMORY)
def parse(text: str, start: int = 0) -> Token:
    """One chunk, its marks told from its core."""
    core = CORE.search(text)
    if core is None:
        return Token(start, start + len(text), text, "", "")
    return Token(start, start + len(text), text[: core.start()], core.group(), text[core.end() :])

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
class Chunk:
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


def chunks(text: str) -> tuple[Chunk, ...]:
    """The chunks of a sentence, in order."""
    return tuple(parse(match.group(), match.start()) for match in CHUNK.finditer(text))


@lru_cache(maxsize=MEMORY)
def parse(text: str, start: int = 0) -> Chunk:
    """One chunk, its marks told from its core."""
    core = CORE.search(text)
    if core is None:
        return Chunk(start, start + len(text), text, "", "")
    return Chunk(start, start + len(text), text[: core.start()], core.group(), text[core.end() :])


@lru_cache(maxsize=MEMORY)
def fold(word: str) -> str:
    """The form under which words are looked up: small letters, ё as е, one apostrophe."""
    return unify(word.lower())


def unify(word: str) -> str:
    """A word in small letters with ё as е and one apostrophe."""
    return word.replace("ё", "е").replace("\u2019", "'").replace("\u02bc", "'")

"""Sentences -> chunks: the stretches between white space, in which a page was typed and read."""

from __future__ import annotations

import re
from dataclasses import dataclass

CHUNK = re.compile(r"\S+")
CORE = re.compile(r"[^\W_](?:.*[^\W_])?", re.DOTALL)


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


def parse(text: str, start: int = 0) -> Chunk:
    """One chunk, its marks told from its core."""
    core = CORE.search(text)
    if core is None:
        return Chunk(start, start + len(text), text, "", "")
    return Chunk(start, start + len(text), text[: core.start()], core.group(), text[core.end() :])


def fold(word: str) -> str:
    """The form under which words are looked up: small letters, ё as е, one apostrophe."""
    return word.lower().replace("ё", "е").replace("\u2019", "'").replace("\u02bc", "'")

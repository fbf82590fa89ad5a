"""Sentences -> tokens: the stretches between white space and dashes."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from align.lang.folding import is_letter

TOKEN = re.compile(r"(?:[^\s—]|(?<=[\dIVXLІХУ])—(?=[\dIVXLІХУ]))+|—+")
"""A dash between two numbers, in digits or Roman, is a part of theirs."""
CORE = re.compile(r"[^\W_](?:.*[^\W_])?", re.DOTALL)

CACHE_SIZE = 1 << 17
"""Tokens that are kept in memory: the same words are parsed again and again."""


@dataclass(frozen=True, slots=True)
class Token:
    """A stretch between white space, or a dash: code points ``start:stop`` of its sentence's text.

    ``core`` runs from the first letter or digit to the last, its vowel signs included; ``lead`` and ``trail``
    are the marks before and behind it. A token of marks alone is all ``lead``.
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
    """The tokens of a sentence, in order.

    Example:
        >>> [(token.lead, token.core, token.trail) for token in tokenize("«Он ушёл».")]
        [('«', 'Он', ''), ('', 'ушёл', '».')]
        >>> [token.text for token in tokenize("птицы.—Они, 1914—1918")]
        ['птицы.', '—', 'Они,', '1914—1918']
    """
    return tuple(parse(match.group(), match.start()) for match in TOKEN.finditer(text))


@lru_cache(maxsize=CACHE_SIZE)
def parse(text: str, start: int = 0) -> Token:
    """One token, its marks separated from its core; ``start``: its offset in the sentence."""
    core = CORE.search(text)
    if core is None:
        return Token(start, start + len(text), text, "", "")
    stop = _with_vowel_signs(text, core.end())
    return Token(start, start + len(text), text[: core.start()], text[core.start() : stop], text[stop:])


def _with_vowel_signs(text: str, stop: int) -> int:
    """The end of a core with the marks that belong to its last letter: the vowel of Hindi ``नदी``."""
    while stop < len(text) and is_letter(text[stop]):
        stop += 1
    return stop

"""A text as words, numbers and single marks."""

from __future__ import annotations

import re

_TOKEN = re.compile(r"\d+(?:[.,:]\d+)*|[^\W\d_]+(?:[-'’][^\W\d_]+)*|[^\s]")


def word_tokens(text: str) -> list[str]:
    """Words (with inner hyphens and apostrophes), numbers and single marks, in order."""
    return _TOKEN.findall(text)


def words_of(text: str) -> list[str]:
    """Words and numbers, in order."""
    return [token for token in word_tokens(text) if token[0].isalnum()]

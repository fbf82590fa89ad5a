"""Which sentences of a Russian text are in the spelling of before 1918."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from align.lang.ru.orthography import is_old

WORD = re.compile(r"[^\W\d_]+(?:['’`][^\W\d_]+)*")
CYRILLIC = re.compile("[\u0400-\u052f]")
BARE_CONSONANT = re.compile(r"[бвгджзклмнпрстфхцчшщ]$", re.IGNORECASE)
VOWEL = re.compile("[аеёиоуыэюяіѣѵ]", re.IGNORECASE)

OLD_WORD, BARE_WORD = 3.0, -1.2
"""Log odds of the old spelling: what a word with one of its marks counts, and one that lacks a final ъ."""

PRIOR = -2.0
"""Log odds of the old spelling before a word is read."""

TIE = 1e-9
CHANGE = 3.0
"""Log odds against a change of the spelling from one sentence to the next."""


def old_sentences(texts: Sequence[str]) -> tuple[bool, ...]:
    """For each sentence of a text whether it is spelt as before 1918.

    One mark of the old spelling is an error of an OCR, many are a spelling; it seldom changes between two
    sentences (the likeliest sequence, Viterbi 1967).
    """
    odds = [spelling_odds(WORD.findall(text)) for text in texts]
    if not odds or max(odds) <= 0:
        return (False,) * len(odds)
    modern, old = 0.0, PRIOR
    sources: list[tuple[bool, bool]] = []
    for here in odds:
        # Of equal paths the one with more in old spelling: a sentence without evidence belongs to the letter.
        sources.append((old - CHANGE >= modern - TIE, old >= modern - CHANGE - TIE))
        modern, old = max(modern, old - CHANGE), max(old, modern - CHANGE) + here
    return _traced(sources, last=old > modern)


def spelling_odds(words: Iterable[str]) -> float:
    """Log odds that words are spelt as before 1918, without a prior."""
    total = 0.0
    for word in words:
        if not CYRILLIC.search(word):
            continue
        if is_old(word):
            total += OLD_WORD
        elif BARE_CONSONANT.search(word) and (len(word) == 1 or VOWEL.search(word)):
            total += BARE_WORD
    return total


def _traced(sources: Sequence[tuple[bool, bool]], *, last: bool) -> tuple[bool, ...]:
    """The states in order, from the last back to the first."""
    states = []
    for source in reversed(sources):
        states.append(last)
        last = source[last]
    return tuple(reversed(states))

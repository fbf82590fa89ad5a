"""A rule: several words lost the spaces between them."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence
from functools import partial

from align.lang.folding import fold
from align.lang.lexicon import Lexicon
from align.lang.segmentation import PER_LETTER, segmented
from align.ocr.candidates.token_context import TokenContext
from align.ocr.lattice.candidate import Candidate

MIN_LETTERS = 7
"""Letters of a token from which it may be several words."""

STRETCH = re.compile(r"([^\W\d_]+(?:-[^\W\d_]+)*)([,.;:!?…»)\"”]*)")
"""Letters, and the closing marks behind them."""

INNER_CAPITAL = re.compile(r"(?<=[^\W\d_])(?=[A-ZА-ЯЁ][a-zа-яё])")
"""Where a capital and a small letter stand behind a letter: a word may begin there."""

MIN_ZIPF = (6.0, 5.0, 4.5, 3.0)
"""Zipf frequency of a word of one letter, of two, of three, of more."""


def run_together(context: TokenContext) -> Iterator[Candidate]:
    """``перейдутграницу``, ``получен,передан``, ``СССР,рассмотревпредложение``: each word by itself."""
    token = context.token
    if len(token.core) < MIN_LETTERS or context.lexicon.knows(token.core):
        return
    words: list[str] = []
    at = 0
    for match in STRETCH.finditer(token.core):
        found = _segmented(match.group(1), context.lexicon)
        if match.start() != at or not found:
            return
        words += [*found[:-1], found[-1] + match.group(2)]
        at = match.end()
    if at == len(token.core) and len(words) > 1:
        yield context.candidate(token.lead + " ".join(words) + token.trail, "space")


def _segmented(stretch: str, lexicon: Lexicon) -> Sequence[str]:
    """The likeliest words of a stretch of letters; empty where it is not all words of the language."""
    if lexicon.knows(stretch):
        return (stretch,)
    parts = INNER_CAPITAL.split(stretch)
    found = [_best(part, lexicon) for part in parts]
    return [word for words in found for word in words] if all(found) else ()


def _best(part: str, lexicon: Lexicon) -> Sequence[str]:
    """The segmentation of greatest probability by the frequencies of its words."""
    pieces, score = segmented(part, partial(_log_share, lexicon))
    return [part[start:stop] for start, stop in pieces] if score >= PER_LETTER * len(part) else ()


def _log_share(lexicon: Lexicon, word: str) -> float:
    """log10 of the fraction of all words; minus infinity for what is no word or a rare short one."""
    zipf = lexicon.zipf_of(fold(word))
    usual = zipf >= MIN_ZIPF[min(len(word), len(MIN_ZIPF)) - 1]
    return zipf - 9 if usual and lexicon.knows(word) else -math.inf

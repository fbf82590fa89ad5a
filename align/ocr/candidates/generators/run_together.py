"""A rule: several words lost the spaces between them."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence

from align.lang.folding import fold
from align.lang.lexicon import Lexicon
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

MAX_WORD = 24
"""Letters of a word."""

PER_LETTER = -1.3
"""log10 of the probability of a letter of a token that is not several words."""


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
    """The segmentation of greatest probability by the frequencies of its words (Viterbi's algorithm)."""
    best: list[tuple[float, int]] = [(0.0, 0)]
    for stop in range(1, len(part) + 1):
        scores = (
            (best[start][0] + _log_share(part[start:stop], lexicon), start)
            for start in range(max(0, stop - MAX_WORD), stop)
        )
        best.append(max(scores))
    if best[-1][0] < PER_LETTER * len(part):
        return ()
    words, stop = list[str](), len(part)
    while stop:
        words.append(part[best[stop][1] : stop])
        stop = best[stop][1]
    return words[::-1]


def _log_share(word: str, lexicon: Lexicon) -> float:
    """log10 of the fraction of all words; minus infinity for what is no word or a rare short one."""
    zipf = lexicon.zipf_of(fold(word))
    usual = zipf >= MIN_ZIPF[min(len(word), len(MIN_ZIPF)) - 1]
    return zipf - 9 if usual and lexicon.knows(word) else -math.inf

"""The sign № before a number, read as letters: ``MI 4240``, ``Л 32101``, ``Ха 32176``."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from align.lang import registry
from align.lang.lexicon import Lexicon
from align.text.token import Token, tokenize

SIGN = "№"
USUAL = re.compile(r"[MМNНJЛ][IІ1ljJМMе!°ºѣ]|J[fFeeéё]|N[°ºo]|[XХ][°ºаa]|[J5][LЛ]|Jft|Jvf|Ws|Л[tf]?[ѣе]")
"""What an OCR makes of the sign again and again."""
SHORT = re.compile(r"[A-ZА-ЯЁІѢ0-9][\w°º&?!]?")
"""Another short string that begins with a capital or digit."""
NUMBER = re.compile(r"\d{1,7}(?:[-/]\d+)?")
MIN_SIGNS = 2
"""Signs of a page, right or misread, from which other short strings before its numbers are signs."""
REPEATED = 3
"""Occurrences before numbers from which an unknown short string is the sign."""


@dataclass(frozen=True)
class NumberSign:
    """A token that is a misread number sign.

    Attributes:
        sentence: The number of its sentence.
        position: Its number in the sentence.
        token: The token.
        repeated: Whether the page has the same misreading elsewhere.
    """

    sentence: int
    position: int
    token: Token
    repeated: bool


def number_signs(texts: Sequence[str], lexicon: Lexicon) -> tuple[NumberSign, ...]:
    """The misread number signs of a text in a language that writes the sign.

    Args:
        texts: Its sentences.
        lexicon: Of their language; a word before a number is no sign.
    """
    if registry.language(lexicon.language).script != "cyrillic":
        return ()
    before = list(_before_numbers(texts))
    right = [len(number) for _, _, token, number in before if token.text == SIGN]
    counts = Counter(token.text for _, _, token, _ in before if _is_strange(token, lexicon))
    usual = sum(count for text, count in counts.items() if USUAL.fullmatch(text))
    lengths = {
        *right,
        *(len(number) for _, _, token, number in before if USUAL.fullmatch(token.text)),
    }
    found = []
    for sentence, position, token, number in before:
        count = counts[token.text]
        signed = len(right) + usual >= MIN_SIGNS
        likely = USUAL.fullmatch(token.text) is not None and signed
        if count and (likely or count >= REPEATED or (signed and len(number) in lengths)):
            found.append(NumberSign(sentence, position, token, count > 1))
    return tuple(found)


def _before_numbers(texts: Sequence[str]) -> Iterator[tuple[int, int, Token, str]]:
    """The tokens before numbers: sentence, position, the token and the number."""
    for sentence, text in enumerate(texts):
        tokens = tokenize(text)
        for position, (token, following) in enumerate(pairwise(tokens)):
            if NUMBER.fullmatch(following.core) and not following.lead:
                yield sentence, position, token, following.core


def _is_strange(token: Token, lexicon: Lexicon) -> bool:
    """Whether a token is short, no word, and no number."""
    text = token.text
    if text == SIGN or text.isdigit() or not (USUAL.fullmatch(text) or SHORT.fullmatch(text)):
        return False
    return not any(map(str.isalpha, text)) or text.lower() not in lexicon.single_letter_words

"""Signs of notes behind the mark that ends a sentence: ``revolution.[1][2] He…``, ``ended.12 Then…``."""

from __future__ import annotations

import re

from align.lang import registry
from align.text.splitting.tokens import Tokens

MAX_TOKENS = 12
"""Tokens of the signs, and of the word before them."""

BRACKET = r"\[[^\[\]\n]{1,24}\]"
REFERENCE = re.compile(
    r"(?P<word>[^\W\d_]+)?(?P<before>[\"'”»’)]{0,2})[.!?…](?P<behind>[\"'”»’)]{0,2})"
    rf"(?:(?:{BRACKET}|[\u00b9\u00b2\u00b3\u2070\u2074-\u2079]{{1,3}}|\*{{1,3}}\)?|[†‡])+|(?P<digits>\d{{1,3}}))"
    r"(?::\s\d{1,4}(?:[-–]\d{1,4})?)?$"
)
"""The end of a text: a word, a mark that ends a sentence, signs of notes, Wikipedia's number of a page."""

MIN_LETTERS = 4
"""Letters of the word before a sign in digits; a shorter one can be an abbreviation (``ст.58``)."""


def ends_with_reference(tokens: Tokens, index: int) -> bool:
    """Whether a sentence ends before the signs of notes that stand before a token.

    Args:
        tokens: Of a paragraph.
        index: The token that would begin the next sentence.
    """
    last = tokens.texts[index - 1][-1]
    if not tokens.spaced[index - 1] or not (last in "]*)†‡" or last.isnumeric()):
        return False
    if not tokens.head(index)[:1].isupper():
        return False
    near = range(max(0, index - MAX_TOKENS), index)
    text = "".join(tokens.texts[at] + " " * (tokens.spaced[at] and at + 1 < index) for at in near)
    found = REFERENCE.search(text)
    if found is None:
        return False
    word, words = found["word"] or "", registry.language(tokens.language).abbreviations
    if found["digits"] and not (word and (found["before"] or found["behind"])):
        return len(word) >= MIN_LETTERS and word.lower() not in words.before_number | words.before_name
    return not (len(word) == 1 and word.isupper()) and word.lower() not in words.before_name

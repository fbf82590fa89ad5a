"""Where the sentences of a paragraph begin."""

from __future__ import annotations

import re

from align.lang import registry
from align.numerals.roman import arabic, latin_form
from align.text.splitting.boundary import Boundary
from align.text.splitting.dates import with_date
from align.text.splitting.points import points
from align.text.splitting.references import ends_with_reference
from align.text.splitting.rules import begins_sentence, is_number_sign
from align.text.splitting.tokens import STOPS, Tokens

SPECKS = frozenset("`'^°|~")
"""Specks of the paper that an OCR takes for marks."""

MAX_REMARK = 60
"""Tokens that a bracket may hold as a remark inside a sentence."""


def sentence_starts(tokens: Tokens) -> list[int]:
    """Indices of the tokens that begin a sentence; the first token always does."""
    starts = [0] if len(tokens) else []
    closings, numbered = _closing_brackets(tokens), points(tokens)
    open_until = -1
    for index in range(1, len(tokens)):
        open_until = max(open_until, closings.get(index - 1, -1))
        at = index
        if index in numbered:
            begins = True
        elif tokens.texts[index - 1][-1] in STOPS:
            at = next_start(tokens, index)
            boundary = Boundary(tokens, starts[-1], index - 1, at, int(open_until >= at))
            begins = at < len(tokens) and begins_sentence(boundary)
        else:
            begins = _is_list_item(tokens, index) or _is_lost_stop(tokens, index)
            begins = begins or (open_until < index and ends_with_reference(tokens, index))
        if begins and at > starts[-1]:
            starts.append(at)
    return with_date(tokens, starts)


def next_start(tokens: Tokens, index: int) -> int:
    """The first token from ``index`` on that can begin a sentence: after closing and stray marks."""
    while index < len(tokens) and tokens.is_mark(index):
        if tokens.is_opening(index) or tokens.is_dash(index) or is_number_sign(tokens, index):
            break
        index += 1
    return index


def _closing_brackets(tokens: Tokens) -> dict[int, int]:
    """Of each bracket that closes within ``MAX_REMARK`` tokens: where it opens, and where it closes."""
    pairs = {")": "(", "]": "["}
    opened: list[tuple[str, int]] = []
    found: dict[int, int] = {}
    for index, text in enumerate(tokens.texts):
        if text in ("(", "["):
            opened.append((text, index))
        elif text in pairs and opened and opened[-1][0] == pairs[text]:
            _, start = opened.pop()
            if index - start <= MAX_REMARK:
                found[start] = index
    return found


def _is_list_item(tokens: Tokens, index: int) -> bool:
    """``…; 2) …`` inside a paragraph: each item is a sentence."""
    texts = tokens.texts
    if texts[index - 1][-1] not in ";:" or index + 1 >= len(tokens):
        return False
    return (texts[index].isdigit() and texts[index + 1] == ")") or re.fullmatch(
        r"\d{1,2}\)", texts[index]
    ) is not None


def _is_lost_stop(tokens: Tokens, index: int) -> bool:
    """A small word with a capital letter behind a word or number without a mark: a headline, a lost stop."""
    text = tokens.texts[index]
    openers = registry.language(tokens.language).sentence_openers
    if not text.istitle() or len(text) < 2 or text.lower() not in openers or index + 1 >= len(tokens):
        return False
    previous = index - (2 if tokens.texts[index - 1] in SPECKS and index > 1 else 1)
    before, after = tokens.texts[previous], tokens.texts[index + 1]
    plain = before.isdigit() or (
        before.isalpha() and (before.islower() or (before.isupper() and len(before) > 1))
    )
    first = not previous or tokens.texts[previous - 1][-1] in STOPS
    numeral = first and arabic(latin_form(before)) is not None
    return plain and not numeral and tokens.spaced[index - 1] and not after.istitle()

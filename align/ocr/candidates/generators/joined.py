"""Rules: words lost the space between them, and one of them is rare, a name, or misread as well."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice, product

from align.lang.folding import fold
from align.lang.lexicon import Lexicon
from align.ocr.candidates.generators.hard_sign import before_sign
from align.ocr.candidates.generators.segmentation import is_common
from align.ocr.candidates.lookup_query import LookupQuery
from align.ocr.candidates.token_context import TokenContext, with_case_of
from align.ocr.lattice.candidate import Candidate

MIN_LETTERS = 5
"""Letters of a token from which it may be two words of which one is rare."""
MIN_RARE_LETTERS = 4
"""Letters of a word that need not be frequent."""
INNER_MARK = re.compile(r"[,;:!?]|(?<=[^\W\d_]{2})\.(?=[^\W\d_]{2})")
"""A mark inside a token behind which a space may be lost; a point not behind an abbreviation."""
MAX_PIECES = 3
NEAR = 2
"""Forms near a misread piece that are tried."""
MAX_CANDIDATES = 6


def missing_space(context: TokenContext) -> Iterator[Candidate]:
    """``Лондонъ,тихо``: the space behind a mark was lost; the words beside it may be misread."""
    token = context.token
    marks, pieces = INNER_MARK.findall(token.core), INNER_MARK.split(token.core)
    if not marks or len(pieces) > MAX_PIECES or not all(map(_is_word_like, pieces)):
        return
    choices = [_spellings(piece, context) for piece in pieces]
    for chosen in islice(product(*choices), MAX_CANDIDATES):
        words = [word + mark for word, mark in zip(chosen, (*marks, ""), strict=True)]
        yield context.candidate(token.lead + " ".join(words) + token.trail, "space")


def missing_space_queries(core: str, lexicon: Lexicon) -> Iterator[LookupQuery]:
    """The pieces of a core between marks, where they are no words."""
    pieces = INNER_MARK.split(core)
    if 1 < len(pieces) <= MAX_PIECES:
        yield from (_query(piece) for piece in pieces if _is_word_like(piece) and not lexicon.knows(piece))


def joined_words(context: TokenContext) -> Iterator[Candidate]:
    """``Сприветом``, ``ветюрьме``: two words, one frequent, the other known."""
    token = context.token
    if len(token.core) < MIN_LETTERS or not token.core.isalpha() or context.lexicon.knows(token.core):
        return
    for at in range(1, len(token.core)):
        before, after = token.core[:at], token.core[at:]
        for first, second in product(_wholes(before, context), _wholes(after, context)):
            if _is_pair(first, second, context):
                yield context.candidate(f"{token.lead}{first} {second}{token.trail}", "space")


def _wholes(part: str, context: TokenContext) -> tuple[str, ...]:
    """A part of a token as it was read and, on an old page, without a misread ъ at its end."""
    return (part,) if context.printed is None else (part, *before_sign(part, context.lexicon))


def _is_pair(first: str, second: str, context: TokenContext) -> bool:
    """Whether both are words, and one of them a frequent one."""
    pairs = ((first, second), (second, first))
    return any(is_common(one, context) and _is_rare_word(other, context.lexicon) for one, other in pairs)


def _is_rare_word(word: str, lexicon: Lexicon) -> bool:
    return len(word) >= MIN_RARE_LETTERS and lexicon.knows(word) and lexicon.zipf_of(fold(word)) > 0


def _is_word_like(piece: str) -> bool:
    return piece.replace("-", "").isalpha()


def _spellings(piece: str, context: TokenContext) -> Sequence[str]:
    """What a piece may be: its likeliest forms where it is no word, and itself."""
    if context.lexicon.knows(piece):
        return _wholes(piece, context)
    near = [with_case_of(form, piece) for form in context.found.get(_query(piece), ())[:NEAR]]
    return tuple(dict.fromkeys((*_wholes(piece, context)[1:], *near, piece)))


def _query(piece: str) -> LookupQuery:
    return LookupQuery(fold(piece), doubtful=True)

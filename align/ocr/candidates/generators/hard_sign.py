"""A rule of the old spelling: the ъ at the end of a word was read as another letter."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import product

from align.lang.folding import fold
from align.lang.lexicon import Lexicon
from align.lang.ru.orthography import known_modern
from align.ocr.candidates.lookup_query import LookupQuery
from align.ocr.candidates.token_context import TokenContext, with_case_of
from align.ocr.lattice.candidate import Candidate
from align.text.token import Token

MISREAD_END = re.compile(r"(?i)(.*[бвгджзклмнпрстфхцчшщ])[^\W\d_ъй]")
"""A consonant, and behind it a letter that may have been a ъ."""
PARTS = re.compile(r"([^\W\d_]+)")
MAX_PARTS = 4
KEPT = 4
"""Forms near a word that is misread elsewhere too."""


def hard_sign(context: TokenContext) -> Iterator[Candidate]:
    """``каркнуле``, ``можете-быть``: what stands before the misread ъ is a word."""
    if context.printed is None:
        return
    token, printed = context.token, context.printed[context.position]
    for core in _without_sign(token, printed, context.lexicon):
        yield context.candidate(token.lead + core + token.trail, "letters")
    for query in hard_sign_queries(token, printed, context.lexicon):
        ending = [form for form in context.found.get(query, ()) if MISREAD_END.fullmatch(form + "а")]
        for form in ending[:KEPT]:
            core = with_case_of(form, token.core)
            yield context.candidate(token.lead + core + token.trail, "letters")


def hard_sign_queries(token: Token, printed: Token, lexicon: Lexicon) -> Iterator[LookupQuery]:
    """What stands before a letter that may have been a ъ, where it is no word as it was read."""
    found = MISREAD_END.fullmatch(token.core)
    if found and _ends_alike(token, printed) and len(found[1]) > 1 and not lexicon.knows(found[1]):
        yield LookupQuery(fold(found[1]), doubtful=True)


def _ends_alike(token: Token, printed: Token) -> bool:
    """Whether the word ends with the same letter in print and in today's spelling."""
    return token.core[-1:] == printed.core[-1:]


def _without_sign(token: Token, printed: Token, lexicon: Lexicon) -> Iterator[str]:
    """The core without the last letter of each part, or of one, where that leaves a word."""
    pieces = PARTS.split(token.core)
    if not _ends_alike(token, printed) or len(pieces) > 2 * MAX_PARTS + 1:
        return
    choices = [(piece, *before_sign(piece, lexicon)) for piece in pieces]
    for chosen in product(*choices):
        if list(chosen) != pieces:
            yield "".join(chosen)


def before_sign(piece: str, lexicon: Lexicon) -> Iterator[str]:
    """The word, if it is one, that stands before a letter that may have been a ъ, in today's spelling."""
    found = MISREAD_END.fullmatch(piece)
    today = known_modern(found[1], lexicon.knows) if found else ""
    if today and lexicon.knows(today):
        yield today

"""Rules: a space or hyphen was lost, or added where none was typed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from align.lang.folding import fold
from align.lang.lexicon import Lexicon
from align.ocr.candidates.lookup import is_doubtful
from align.ocr.candidates.lookup_query import LookupQuery
from align.ocr.candidates.token_context import HYPHENS, TokenContext, with_case_of
from align.ocr.lattice.candidate import Candidate
from align.text.token import Token

FUNCTION_WORD = 5.5
WORD = 4.0
PARTICLES = frozenset(("то", "либо", "нибудь", "таки"))
HALVES = ("юго", "северо", "кое", "по", "во", "из")
"""First parts of compounds that hardly ever stand alone, or not with that meaning."""
NUMERAL = re.compile(r"(дв|тр|четыр|пят|шест|сем|восьм|девят|десят)\w{1,3}")
"""From two to ten, in any case: pairs of them are written with a hyphen."""


def split(context: TokenContext) -> Iterator[Candidate]:
    """Two words lost the space or hyphen between them."""
    token = context.token
    if not token.core.isalpha() or (
        context.lexicon.knows(token.core) and context.lexicon.zipf(token.core) > WORD
    ):
        return
    for at in range(1, len(token.core)):
        before, after = token.core[:at], token.core[at:]
        if is_common(before, context) and is_common(after, context):
            for first in (before, before.lower()):
                yield context.candidate(f"{token.lead}{first} {after}{token.trail}", "space")
        hyphened = f"{before}-{after}"
        if min(len(before), len(after)) > 1 and _compound(before, after, context.lexicon):
            yield context.candidate(token.lead + hyphened + token.trail, "hyphenate")


def _compound(before: str, after: str, lexicon: Lexicon) -> bool:
    """Whether two words are a compound: a listed one, one with a particle, or one of two numerals."""
    if (after in PARTICLES and lexicon.knows(before)) or lexicon.lists(f"{before}-{after}"):
        return True
    return all(NUMERAL.fullmatch(part) for part in (before, after))


def hyphen(context: TokenContext) -> Iterator[Candidate]:
    """A hyphen was a space or nothing, and a part beside it another word."""
    core = context.token.core
    before, mark, after = core.partition("-")
    if not mark or "-" in after or not before or not after:
        return
    firsts = [before, *_found(before, context)][:6]
    seconds = [after, *_found(after, context)][:4]
    pairs = [(one, two, between) for one in firsts for two in seconds for between in ("-", " ")]
    proposed = [pair for pair in pairs if pair != (before, after, "-") and context.lexicon.knows(pair[0])]
    for one, two, between in (*proposed, *_compounds(firsts, seconds, context.lexicon)):
        text = with_case_of(one, before) + between + with_case_of(two, after)
        yield context.candidate(context.token.lead + text + context.token.trail, "hyphen")
    if context.lexicon.knows(before + after):
        yield context.candidate(context.token.lead + before + after + context.token.trail, "hyphen")


def _compounds(
    firsts: Sequence[str], seconds: Sequence[str], lexicon: Lexicon
) -> Iterator[tuple[str, str, str]]:
    """Words of two parts of which the misread one hardly ever stands alone."""
    for part in HALVES:
        if abs(len(part) - len(firsts[0])) < 2:
            yield from ((part, two, "-") for two in seconds if lexicon.lists(f"{part}-{fold(two)}"))
    for part in sorted(PARTICLES):
        if abs(len(part) - len(seconds[0])) < 2:
            yield from ((one, part, "-") for one in firsts if lexicon.knows(one))


def _found(part: str, context: TokenContext) -> tuple[str, ...]:
    word = fold(part)
    return context.found.get(LookupQuery(word, is_doubtful(word, context.lexicon)), ())


def join(context: TokenContext) -> Iterator[Candidate]:
    """A space was added inside a word."""
    following = context.following
    if following is None:
        return
    first, second = context.token, following
    whole = fold(first.core + second.core)
    if first.trail in ("", *HYPHENS) and not second.lead and second.core and context.lexicon.knows(whole):
        yield context.candidate(first.lead + with_case_of(whole, first.core) + second.trail, "join", 2)
    for query in join_queries(first, second, context.lexicon):
        for form in context.found.get(query, ())[:4]:
            yield context.candidate(
                first.lead + with_case_of(form, first.core) + second.trail, "join_near", 2
            )


def join_queries(first: Token, second: Token, lexicon: Lexicon) -> Iterator[LookupQuery]:
    """Two tokens as one observed word, where at least one of them is doubtful."""
    if not first.core or not second.core or first.core.isdigit() or second.core.isdigit():
        return
    if is_doubtful(first.core, lexicon) or is_doubtful(second.core, lexicon):
        between = (
            ""
            if first.trail in HYPHENS and first.trail and not second.lead
            else first.trail + " " + second.lead
        )
        yield LookupQuery(fold(first.core + between + second.core), doubtful=True)


def doubled_word(context: TokenContext) -> Iterator[Candidate]:
    """The same word stands here twice."""
    following = context.following
    if following is None or context.token.trail or following.lead:
        return
    if len(context.token.core) > 1 and fold(context.token.core) == fold(following.core):
        yield context.candidate(context.token.text + following.trail, "double", 2)


def is_common(word: str, context: TokenContext) -> bool:
    """Whether a part of a token is surely a word by itself."""
    zipf, known = context.lexicon.look_up(word.strip(",.;:!?\"'«»()"))
    return known and zipf >= (WORD if len(word) > 2 else FUNCTION_WORD)

"""Rules: a space or hyphen was lost, or fell where none was typed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from align.lang.folding import fold
from align.lang.lexicon import Lexicon
from align.ocr.candidates.lookup import LookupQuery, is_doubtful
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


def split(place: TokenContext) -> Iterator[Candidate]:
    """Two words lost the space or hyphen between them."""
    chunk = place.token
    if not chunk.core.isalpha() or (
        place.lexicon.knows(chunk.core) and place.lexicon.zipf(chunk.core) > WORD
    ):
        return
    for at in range(1, len(chunk.core)):
        before, after = chunk.core[:at], chunk.core[at:]
        if is_common(before, place) and is_common(after, place):
            for first in (before, before.lower()):
                yield place.candidate(f"{chunk.lead}{first} {after}{chunk.trail}", "space")
        hyphened = f"{before}-{after}"
        if min(len(before), len(after)) > 1 and _compound(before, after, place.lexicon):
            yield place.candidate(chunk.lead + hyphened + chunk.trail, "hyphenate")


def _compound(before: str, after: str, lexicon: Lexicon) -> bool:
    """A compound in use as such, with a particle, or of two numerals: any two words are none."""
    if (after in PARTICLES and lexicon.knows(before)) or lexicon.lists(f"{before}-{after}"):
        return True
    return all(NUMERAL.fullmatch(part) for part in (before, after))


def hyphen(place: TokenContext) -> Iterator[Candidate]:
    """A hyphen was a space or nothing, and a part beside it another word."""
    core = place.token.core
    before, mark, after = core.partition("-")
    if not mark or "-" in after or not before or not after:
        return
    firsts = [before, *_found(before, place)][:6]
    seconds = [after, *_found(after, place)][:4]
    pairs = [(one, two, between) for one in firsts for two in seconds for between in ("-", " ")]
    proposed = [pair for pair in pairs if pair != (before, after, "-") and place.lexicon.knows(pair[0])]
    for one, two, between in (*proposed, *_compounds(firsts, seconds, place.lexicon)):
        text = with_case_of(one, before) + between + with_case_of(two, after)
        yield place.candidate(place.token.lead + text + place.token.trail, "hyphen")
    if place.lexicon.knows(before + after):
        yield place.candidate(place.token.lead + before + after + place.token.trail, "hyphen")


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


def _found(part: str, place: TokenContext) -> tuple[str, ...]:
    word = fold(part)
    return place.found.get(LookupQuery(word, is_doubtful(word, place.lexicon)), ())


def join(place: TokenContext) -> Iterator[Candidate]:
    """A space fell into a word."""
    following = place.following
    if following is None:
        return
    first, second = place.token, following
    whole = fold(first.core + second.core)
    if first.trail in ("", *HYPHENS) and not second.lead and second.core and place.lexicon.knows(whole):
        yield place.candidate(first.lead + with_case_of(whole, first.core) + second.trail, "join", 2)
    for query in join_queries(first, second, place.lexicon):
        for form in place.found.get(query, ())[:4]:
            yield place.candidate(first.lead + with_case_of(form, first.core) + second.trail, "join_near", 2)


def join_queries(first: Token, second: Token, lexicon: Lexicon) -> Iterator[LookupQuery]:
    """Two chunks as one noisy word, where at least one of them is doubted."""
    if not first.core or not second.core or first.core.isdigit() or second.core.isdigit():
        return
    if is_doubtful(first.core, lexicon) or is_doubtful(second.core, lexicon):
        between = (
            ""
            if first.trail in HYPHENS and first.trail and not second.lead
            else first.trail + " " + second.lead
        )
        yield LookupQuery(fold(first.core + between + second.core), doubtful=True)


def doubled_word(place: TokenContext) -> Iterator[Candidate]:
    """The same word stands here twice."""
    following = place.following
    if following is None or place.token.trail or following.lead:
        return
    if len(place.token.core) > 1 and fold(place.token.core) == fold(following.core):
        yield place.candidate(place.token.text + following.trail, "double", 2)


def is_common(word: str, place: TokenContext) -> bool:
    """Whether a part of a chunk is surely a word by itself."""
    zipf, known = place.lexicon.look_up(word.strip(",.;:!?\"'«»()"))
    return known and zipf >= (WORD if len(word) > 2 else FUNCTION_WORD)

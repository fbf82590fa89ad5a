"""Rules: marks around, inside or instead of a word."""

from __future__ import annotations

from collections.abc import Iterator

from align.ocr.candidates.generators.segmentation import is_common
from align.ocr.candidates.lookup import is_doubtful
from align.ocr.candidates.marks import alternatives
from align.ocr.candidates.token_context import HYPHENS, TokenContext, capitalise, observed_words, with_case_of
from align.ocr.lattice import marks
from align.ocr.lattice.candidate import Candidate

ALTERED_MARKS = 2


def altered_marks(context: TokenContext) -> Iterator[Candidate]:
    """The marks around the word were others; where the word is doubtful, around its likeliest forms too."""
    token = context.token
    number = token.core[:1].isdigit() and not any(map(str.isalpha, token.core))
    if not token.core or (number and not marks.odd_marks(token.lead, token.core, token.trail)):
        return
    cores = [token.core]
    if is_doubtful(token.core, context.lexicon) or marks.odd_marks(token.lead, token.core, token.trail):
        cores += _other_cores(context)
    listed = context.following is None and token.trail == ";"  # the end of an item: sentences end otherwise
    for trail in () if listed else alternatives(token.trail, context.channel, after=True):
        for core in cores:
            yield context.candidate(token.lead + core + trail, "marks")
    for lead in alternatives(token.lead, context.channel, after=False) if token.lead else ():
        for core in cores:
            yield context.candidate(lead + core + token.trail, "marks")


def _other_cores(context: TokenContext) -> list[str]:
    """The core with its first letter in the other case, and the likeliest forms."""
    core, found = context.token.core, list[str]()
    if core[:1].isalpha() and not core.isupper():
        found += [text for text in (core.lower(), capitalise(core)) if text != core]
    observed = observed_words(context.token, context.lexicon)
    forms = context.found.get(observed[0].query, ()) if observed else ()
    return (found + [with_case_of(form, core) for form in forms])[: ALTERED_MARKS + 1]


def deletion(context: TokenContext) -> Iterator[Candidate]:
    """Nothing was typed here: dirt was read as a mark or as a letter or two."""
    if len(context.token.core) <= 2:
        yield context.candidate("", "delete")


def dash(context: TokenContext) -> Iterator[Candidate]:
    """A lone mark that is no dash was one."""
    if not context.token.core and not marks.stands_alone(context.token.text):
        yield context.candidate("—", "marks")


def mark_inside_word(context: TokenContext) -> Iterator[Candidate]:
    """A mark inside a word is no part of it, or lost the space after it."""
    core = context.token.core
    for at, character in enumerate(core):
        if character.isalnum() or character in HYPHENS + "'":
            continue
        before, after = core[:at], core[at + 1 :]
        if character in ",.;:!?" and is_common(before, context) and is_common(after, context):
            text = f"{before}{character} {after}"
            yield context.candidate(context.token.lead + text + context.token.trail, "space")
        if context.lexicon.knows(before + after):
            yield context.candidate(context.token.lead + before + after + context.token.trail, "inside")

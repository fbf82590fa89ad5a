"""Rules: marks around, inside or instead of a word."""

from __future__ import annotations

from collections.abc import Iterator

from align.ocr.candidates.generators.segmentation import is_common
from align.ocr.candidates.lookup import is_doubtful
from align.ocr.candidates.marks import alternatives
from align.ocr.candidates.token_context import HYPHENS, TokenContext, capitalise, observed_words, with_case_of
from align.ocr.lattice import marks
from align.ocr.lattice.candidate import Candidate

ALTERED_MARKS = 3


def altered_marks(place: TokenContext) -> Iterator[Candidate]:
    """The marks around the word were others; around the likeliest words too, where something looks odd."""
    chunk = place.token
    number = chunk.core[:1].isdigit() and not any(map(str.isalpha, chunk.core))
    if not chunk.core or (number and not marks.odd_marks(chunk.lead, chunk.core, chunk.trail)):
        return
    cores = [chunk.core]
    if is_doubtful(chunk.core, place.lexicon) or marks.odd_marks(chunk.lead, chunk.core, chunk.trail):
        cores += _other_cores(place)
    listed = place.following is None and chunk.trail == ";"  # the end of an item: sentences end otherwise
    for trail in () if listed else alternatives(chunk.trail, place.channel, after=True):
        for core in cores:
            yield place.candidate(chunk.lead + core + trail, "marks")
    for lead in alternatives(chunk.lead, place.channel, after=False) if chunk.lead else ():
        for core in cores:
            yield place.candidate(lead + core + chunk.trail, "marks")


def _other_cores(place: TokenContext) -> list[str]:
    """The core with its first letter turned, and the likeliest words."""
    core, found = place.token.core, list[str]()
    if core[:1].isalpha() and not core.isupper():
        found += [text for text in (core.lower(), capitalise(core)) if text != core]
    noisy = observed_words(place.token, place.lexicon)
    forms = place.found.get(noisy[0].query, ()) if noisy else ()
    return (found + [with_case_of(form, core) for form in forms])[: ALTERED_MARKS + 1]


def deletion(place: TokenContext) -> Iterator[Candidate]:
    """Nothing was typed here: dirt read as a mark or a letter or two."""
    if len(place.token.core) <= 2:
        yield place.candidate("", "delete")


def dash(place: TokenContext) -> Iterator[Candidate]:
    """A lone mark that is no dash was one."""
    if not place.token.core and place.token.text not in marks.ALONE:
        yield place.candidate("—", "marks")


def mark_inside_word(place: TokenContext) -> Iterator[Candidate]:
    """A mark inside a word is no part of it, or lost the space after it."""
    core = place.token.core
    for at, character in enumerate(core):
        if character.isalnum() or character in HYPHENS + "'":
            continue
        before, after = core[:at], core[at + 1 :]
        if character in ",.;:!?" and is_common(before, place) and is_common(after, place):
            text = f"{before}{character} {after}"
            yield place.candidate(place.token.lead + text + place.token.trail, "space")
        if place.lexicon.knows(before + after):
            yield place.candidate(place.token.lead + before + after + place.token.trail, "inside")

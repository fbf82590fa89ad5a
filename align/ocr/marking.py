"""Rules: marks around, inside or instead of a word."""

from __future__ import annotations

from collections.abc import Iterator

from align.ocr import marks
from align.ocr.candidates import doubted
from align.ocr.place import HYPHENS, Place, capital, cased, noisy_parts
from align.ocr.reading import Reading
from align.ocr.spacing import common

ALTERED_MARKS = 3


def altered_marks(place: Place) -> Iterator[Reading]:
    """The marks around the word were others; around the likeliest words too, where something looks odd."""
    chunk = place.chunk
    number = chunk.core[:1].isdigit() and not any(map(str.isalpha, chunk.core))
    if not chunk.core or (number and not marks.odd(chunk.lead, chunk.core, chunk.trail)):
        return
    cores = [chunk.core]
    if doubted(chunk.core, place.lexicon) or marks.odd(chunk.lead, chunk.core, chunk.trail):
        cores += _other_cores(place)
    listed = place.following is None and chunk.trail == ";"  # the end of an item: sentences end otherwise
    for trail in () if listed else marks.alternatives(chunk.trail, place.channel, after=True):
        for core in cores:
            yield place.reads(chunk.lead + core + trail, "marks")
    for lead in marks.alternatives(chunk.lead, place.channel, after=False) if chunk.lead else ():
        for core in cores:
            yield place.reads(lead + core + chunk.trail, "marks")


def _other_cores(place: Place) -> list[str]:
    """The core with its first letter turned, and the likeliest words."""
    core, found = place.chunk.core, list[str]()
    if core[:1].isalpha() and not core.isupper():
        found += [text for text in (core.lower(), capital(core)) if text != core]
    noisy = noisy_parts(place.chunk, place.lexicon)
    forms = place.found.get(noisy[0].query, ()) if noisy else ()
    return (found + [cased(form, core) for form in forms])[: ALTERED_MARKS + 1]


def nothing(place: Place) -> Iterator[Reading]:
    """Nothing was typed here: dirt read as a mark or a letter or two."""
    if len(place.chunk.core) <= 2:
        yield place.reads("", "delete")


def dash(place: Place) -> Iterator[Reading]:
    """A lone mark that is no dash was one."""
    if not place.chunk.core and place.chunk.text not in marks.ALONE:
        yield place.reads("—", "marks")


def inside(place: Place) -> Iterator[Reading]:
    """A mark inside a word is no part of it, or lost the space after it."""
    core = place.chunk.core
    for at, character in enumerate(core):
        if character.isalnum() or character in HYPHENS + "'":
            continue
        before, after = core[:at], core[at + 1 :]
        if character in ",.;:!?" and common(before, place) and common(after, place):
            text = f"{before}{character} {after}"
            yield place.reads(place.chunk.lead + text + place.chunk.trail, "space")
        if place.lexicon.knows(before + after):
            yield place.reads(place.chunk.lead + before + after + place.chunk.trail, "inside")

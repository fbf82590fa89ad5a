"""Words of the translation that stand in the original in their own letters: NBC, Fox News."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from align.ocr import marks
from align.ocr.confusion import compelled
from align.ocr.page import Page, Site
from align.ocr.place import Place
from align.ocr.reading import Reading
from align.ocr.tokens import parse

COST = 4.4
"""Nats a letter: beyond that two words have nothing in common."""
KEPT = 3
USED = 4.0
"""Zipf frequency from which a word is not doubted for that."""


def foreign(place: Place) -> Iterator[Reading]:
    """A word of the translation stood here in its own letters, the marks around them misread or not."""
    lead, trail = _ends(place.chunk.text)
    body = place.chunk.text[len(lead) : len(place.chunk.text) - len(trail)]
    if len(body) < 2 or _usual(place):
        return
    near = [
        word for word in place.foreign if len(word) > 1 and word[0].isupper() and _long_enough(word, body)
    ]
    ranked = sorted((_cost(word, body), word) for word in near)
    for _, word in [one for one in ranked if one[0] < COST][:KEPT]:
        yield place.reads(lead + word + trail, "foreign")


@lru_cache(maxsize=1 << 15)
def _cost(word: str, body: str) -> float:
    """Nats a letter; a page is read twice."""
    return compelled().table(word, body)[-1][-1] / max(len(body), len(word))


def _usual(place: Place) -> bool:
    """A known word; one that begins with a capital may still be a rare one read for a foreign name."""
    core = place.chunk.core
    if core.isupper() or not place.lexicon.knows(core):
        return False
    return not core[:1].isupper() or place.lexicon.zipf(core) >= USED


def _long_enough(word: str, body: str) -> bool:
    return word != body and abs(len(word) - len(body)) <= max(2, len(body) // 3)


def _ends(text: str) -> tuple[str, str]:
    """The usual marks before and after a chunk; what else is no letter may be one misread."""
    lead = next(mark for mark in sorted(marks.USUAL_BEFORE, key=len, reverse=True) if text.startswith(mark))
    left = text[len(lead) :]
    trail = next(mark for mark in sorted(marks.USUAL_AFTER, key=len, reverse=True) if left.endswith(mark))
    return lead, trail


def beside(page: Page, site: Site, reading: Reading) -> int:
    """On how many sides the chunk next to it may be the word next to that of the translation."""
    own = parse(reading.text).core
    said = page.partners[site.sentence]
    places = [at for at, word in enumerate(said) if word == own]
    found = 0
    for step in (-1, 1):
        next_to = {said[at + step] for at in places if 0 <= at + step < len(said)}
        found += not next_to.isdisjoint(_foreign_words(page, site.sentence, site.at + step))
    return found


def _foreign_words(page: Page, sentence: int, at: int) -> set[str]:
    """What a chunk may be in the translation's letters."""
    number = page.numbers.get((sentence, at))
    if number is None:
        return set()
    return {parse(own.text).core for own in page.sites[number].readings if own.rule == "foreign"}

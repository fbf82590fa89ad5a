"""Rules: the word was read for another."""

from __future__ import annotations

import re
from collections.abc import Iterator

from align.ocr import marks, names
from align.ocr.place import Place, cased, noisy_parts, other_case
from align.ocr.reading import Reading

TURNED = 5
COMMON_NAME = 3.5
FOREIGN_COST = 6.0
"""Nats a letter: beyond that two words have nothing in common."""
FOREIGN_KEPT = 2
POLITE = re.compile(r"В(?:ы|ас|ам|ами|аш|аш[аеиу]|аше[гм][оу]|аше[йм]|аши[мх]|ашими|ашу)")
"""Letters write to a person with a capital."""
DIGITS = {"О": "0", "о": "0", "O": "0", "o": "0", "З": "3", "з": "3", "С": "0", "l": "1", "I": "1", "б": "6"}


def letters(place: Place) -> Iterator[Reading]:
    """The word was another word."""
    for noisy in noisy_parts(place.chunk, place.lexicon):
        for form in place.found.get(noisy.query, ()):
            yield place.reads(noisy.lead + cased(form, place.chunk.core) + noisy.trail, "letters")
    if len(place.chunk.core) == 1 and place.chunk.core.isalpha():
        for word in place.lexicon.letters_alone:
            yield place.reads(place.chunk.lead + cased(word, place.chunk.core) + place.chunk.trail, "letters")


def case(place: Place) -> Iterator[Reading]:
    """A capital was small, or the other way round; capitals inside a word were small."""
    chunk = place.chunk
    if not any(map(str.isalpha, chunk.core)) or POLITE.fullmatch(chunk.core):
        return
    inner = chunk.core[0] + chunk.core[1:].lower()
    texts = [inner, inner.lower()]
    if place.lexicon.knows(chunk.core):
        texts += [other_case(inner) or inner, chunk.core.upper() if len(chunk.core) > 1 else inner]
    for text in texts:
        if text != chunk.core:
            yield place.reads(chunk.lead + text + chunk.trail, "case")
    for noisy in noisy_parts(chunk, place.lexicon):
        for form in place.found.get(noisy.query, ())[: TURNED if noisy.query.doubted else 2]:
            if turned := other_case(cased(form, chunk.core)):
                yield place.reads(noisy.lead + turned + noisy.trail, "letters")


def lone(place: Place) -> Iterator[Reading]:
    """A mark or digit that stands alone was a word of one letter."""
    text = place.chunk.text
    if len(text) > 2 or any(map(str.isalpha, text)):
        return
    for word in place.lexicon.letters_alone:
        yield place.reads(word, "letters")


def digits(place: Place) -> Iterator[Reading]:
    """Letters in a number were digits; a number was one of the translation's."""
    chunk = place.chunk
    if not any(map(str.isdigit, chunk.core)):
        return
    replaced = "".join(DIGITS.get(character, character) for character in chunk.core)
    if replaced != chunk.core:
        yield place.reads(chunk.lead + replaced + chunk.trail, "digits")
    for number in place.foreign:
        if (
            number[0].isdigit()
            and _figures(number) != _figures(chunk.core)
            and abs(len(number) - len(chunk.core)) < 2
        ):
            yield place.reads(chunk.lead + number + chunk.trail, "digits")


def _figures(text: str) -> str:
    """The digits of a number: languages part them with different marks."""
    return "".join(filter(str.isdigit, text))


def foreign(place: Place) -> Iterator[Reading]:
    """A word of the translation stood here in its own letters, the marks around them misread or not."""
    chunk = place.chunk
    if len(chunk.core) < 2 or (place.lexicon.knows(chunk.core) and not chunk.core.isupper()):
        return
    lead, trail = _ends(chunk.text)
    body = chunk.text[len(lead) : len(chunk.text) - len(trail)]
    near = [
        word
        for word in place.foreign
        if word[0].isupper() and abs(len(word) - len(body)) <= max(2, len(body) // 3) and word != body
    ]
    costs = place.channel.costs(near, [body] * len(near)).tolist() if near else []
    ranked = sorted((cost / len(body), word) for word, cost in zip(near, costs, strict=True))
    for _, word in [one for one in ranked if one[0] < FOREIGN_COST][:FOREIGN_KEPT]:
        yield place.reads(lead + word + trail, "foreign")


def _ends(text: str) -> tuple[str, str]:
    """The usual marks before and after a chunk; what else is no letter may be one misread."""
    lead = next(mark for mark in sorted(marks.USUAL_BEFORE, key=len, reverse=True) if text.startswith(mark))
    left = text[len(lead) :]
    trail = next(mark for mark in sorted(marks.USUAL_AFTER, key=len, reverse=True) if left.endswith(mark))
    return lead, trail


def name(place: Place) -> Iterator[Reading]:
    """A name of the translation, in the letters of this side, was misread."""
    core = place.chunk.core
    if not core[:1].isupper() or len(core) < 3 or "-" in core or place.lexicon.zipf(core) > COMMON_NAME:
        return
    for form in names.candidates(core, place.foreign, place.channel):
        yield place.reads(place.chunk.lead + cased(form, core) + place.chunk.trail, "name")


def apostrophe(place: Place) -> Iterator[Reading]:
    """An apostrophe before the last letter was lost."""
    core = place.chunk.core
    if len(core) > 2 and core[-1:] in "sS" and not place.lexicon.knows(core) and not core[-2:].istitle():
        yield place.reads(place.chunk.lead + core[:-1] + "'s" + place.chunk.trail, "apostrophe")

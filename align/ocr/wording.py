"""Rules: the word was read for another."""

from __future__ import annotations

import re
from collections.abc import Iterator

from align.ocr import names
from align.ocr.place import Place, capital, cased, noisy_parts, other_case
from align.ocr.reading import Reading

TURNED = 5
COMMON_NAME = 3.5
POLITE = re.compile(r"В(?:ы|ас|ам|ами|аш|аш[аеиу]|аше[гм][оу]|аше[йм]|аши[мх]|ашими|ашу)")
"""Letters write to a person with a capital."""
DIGITS = {"О": "0", "о": "0", "O": "0", "o": "0", "З": "3", "з": "3", "С": "0", "l": "1", "I": "1", "б": "6"}

SEPARATORS = str.maketrans(",.", ".,")
"""What parts decimals in one language parts thousands in another."""


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
    else:
        texts.append(capital(inner))  # a name
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
            for text in dict.fromkeys((number, number.translate(SEPARATORS))):
                yield place.reads(chunk.lead + text + chunk.trail, "digits")


def _figures(text: str) -> str:
    """The digits of a number: languages part them with different marks."""
    return "".join(filter(str.isdigit, text))


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

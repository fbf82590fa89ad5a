"""Rules: the word was read for another."""

from __future__ import annotations

import re
from collections.abc import Iterator

from align.ocr.candidates.generators import names
from align.ocr.candidates.token_context import (
    TokenContext,
    capitalise,
    observed_words,
    toggle_case,
    with_case_of,
)
from align.ocr.lattice.candidate import Candidate

TURNED = 5
COMMON_NAME = 3.5
POLITE = re.compile(r"В(?:ы|ас|ам|ами|аш|аш[аеиу]|аше[гм][оу]|аше[йм]|аши[мх]|ашими|ашу)")
"""Letters write to a person with a capital."""
DIGITS = {"О": "0", "о": "0", "O": "0", "o": "0", "З": "3", "з": "3", "С": "0", "l": "1", "I": "1", "б": "6"}

SEPARATORS = str.maketrans(",.", ".,")
"""What parts decimals in one language parts thousands in another."""


def letters(place: TokenContext) -> Iterator[Candidate]:
    """The word was another word."""
    for noisy in observed_words(place.token, place.lexicon):
        for form in place.found.get(noisy.query, ()):
            yield place.candidate(noisy.lead + with_case_of(form, place.token.core) + noisy.trail, "letters")
    if len(place.token.core) == 1 and place.token.core.isalpha():
        for word in place.lexicon.single_letter_words:
            yield place.candidate(
                place.token.lead + with_case_of(word, place.token.core) + place.token.trail, "letters"
            )


def letter_case(place: TokenContext) -> Iterator[Candidate]:
    """A capital was small, or the other way round; capitals inside a word were small."""
    chunk = place.token
    if not any(map(str.isalpha, chunk.core)) or POLITE.fullmatch(chunk.core):
        return
    inner = chunk.core[0] + chunk.core[1:].lower()
    texts = [inner, inner.lower()]
    if place.lexicon.knows(chunk.core):
        texts += [toggle_case(inner) or inner, chunk.core.upper() if len(chunk.core) > 1 else inner]
    else:
        texts.append(capitalise(inner))  # a name
    for text in texts:
        if text != chunk.core:
            yield place.candidate(chunk.lead + text + chunk.trail, "case")
    for noisy in observed_words(chunk, place.lexicon):
        for form in place.found.get(noisy.query, ())[: TURNED if noisy.query.doubtful else 2]:
            if turned := toggle_case(with_case_of(form, chunk.core)):
                yield place.candidate(noisy.lead + turned + noisy.trail, "letters")


def single_letter_words(place: TokenContext) -> Iterator[Candidate]:
    """A mark or digit that stands alone was a word of one letter."""
    text = place.token.text
    if len(text) > 2 or any(map(str.isalpha, text)):
        return
    for word in place.lexicon.single_letter_words:
        yield place.candidate(word, "letters")


def digits(place: TokenContext) -> Iterator[Candidate]:
    """Letters in a number were digits; a number was one of the translation's."""
    chunk = place.token
    if not any(map(str.isdigit, chunk.core)):
        return
    replaced = "".join(DIGITS.get(character, character) for character in chunk.core)
    if replaced != chunk.core:
        yield place.candidate(chunk.lead + replaced + chunk.trail, "digits")
    for number in place.target_words:
        if (
            number[0].isdigit()
            and _figures(number) != _figures(chunk.core)
            and abs(len(number) - len(chunk.core)) < 2
        ):
            for text in dict.fromkeys((number, number.translate(SEPARATORS))):
                yield place.candidate(chunk.lead + text + chunk.trail, "digits")


def _figures(text: str) -> str:
    """The digits of a number: languages part them with different marks."""
    return "".join(filter(str.isdigit, text))


def names_of_translation(place: TokenContext) -> Iterator[Candidate]:
    """A name of the translation, in the letters of this side, was misread."""
    core = place.token.core
    if not core[:1].isupper() or len(core) < 3 or "-" in core or place.lexicon.zipf(core) > COMMON_NAME:
        return
    for form in names.name_candidates(core, place.target_words, place.channel):
        yield place.candidate(place.token.lead + with_case_of(form, core) + place.token.trail, "name")


def apostrophe(place: TokenContext) -> Iterator[Candidate]:
    """An apostrophe before the last letter was lost."""
    core = place.token.core
    if len(core) > 2 and core[-1:] in "sS" and not place.lexicon.knows(core) and not core[-2:].istitle():
        yield place.candidate(place.token.lead + core[:-1] + "'s" + place.token.trail, "apostrophe")

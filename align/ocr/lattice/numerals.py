"""Numerals and designations, which are no words: ``ХУШ съезд``, ``Т-34``, ``дом 12а``."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass

from align.lang import registry
from align.numerals.quantities import quantities
from align.numerals.quantity import Quantity
from align.numerals.roman import (
    arabic,
    is_misread,
    latin_form,
    look_alike_value,
    series_form,
    value_in_series,
)
from align.ocr.lattice.measures import is_abbreviation, is_measure
from align.text.token import Token, tokenize

FIGURE_LETTER = re.compile(r"\d{1,4}(?:[-–/.]\d{1,4})*[-–]?[^\W\d_]")
"""``12а``, ``3-б``, ``58-1а``."""

MODEL = re.compile(r"(?=[^\W\d_]*[-–\d])[^\W\d_]{1,4}[-–]?\d{1,4}(?:[-–]\d{1,3})?[^\W\d_]{0,3}")
"""``Т-34``, ``МиГ-15бис``, ``F86``."""

WORDS = frozenset("УYХ")
"""Single letters that are words or initials as well, and numerals only beside a noun that they number."""

RANGE = re.compile(r"([^\W\d_]+)[-–—]([^\W\d_]+)")
"""``ХIХ–ХХ``."""

LATIN_LETTERS = frozenset("VX")
"""Single Latin letters that are numerals where the translation has their number."""

NAMED = re.compile(r"\b[A-ZА-ЯЁ][^\W\d_]+ ([IVX]+)\b")
"""A name with the numeral that counts its bearers: ``Nicholas I``."""

SERIES_REACH = 3
"""Sentences that begin like numerals among which the next one of a series stands."""

FIGURES = re.compile(r"\d+")


@dataclass(frozen=True)
class Numeral:
    """A token that is a numeral or designation.

    Attributes:
        token: The token.
        position: Its number in its sentence.
        reading: The numeral in Latin letters where it has a letter that stands for other digits; else empty.
        translated: The number of the translation that it is; empty where there is none.
    """

    token: Token
    position: int
    reading: str = ""
    translated: str = ""


Place = tuple[int, int]
"""The number of a sentence and of a token in it."""


def series(texts: Sequence[str]) -> frozenset[Place]:
    """The places of tokens that are the next Roman numeral of a series, or the one before.

    They begin a sentence, or stand behind a colon. Within a series other letters may be Roman digits too.
    """
    items = [(place, core) for place, core in _items(texts) if value_in_series(core) is not None]
    values = {place: look_alike_value(core) or arabic(core) for place, core in items}
    found: set[Place] = set()
    for at, (first, _) in enumerate(items):
        value = values[first]
        if value is None:
            continue
        for second, core in items[at + 1 : at + 1 + SERIES_REACH]:
            if value_in_series(core) == value + 1:
                found |= {first, second}
                values[second] = value + 1
    return frozenset(found)


def _items(texts: Sequence[str]) -> Iterator[tuple[Place, str]]:
    """The first word of each sentence, and each behind a colon, with their places."""
    for number, text in enumerate(texts):
        tokens = tokenize(text)
        for position, token in enumerate(tokens):
            if not position or tokens[position - 1].text.endswith(":"):
                yield (number, position), token.core


def numerals(
    text: str, translation: str, languages: tuple[str, str], numbered: Container[int] = ()
) -> Iterator[Numeral]:
    """The Roman numerals in other letters, the designations and the measures of a sentence.

    A numeral needs a number of the translation with its value, a noun beside it that numerals number, or a
    place in a series; a designation the figures in the translation. Otherwise it may be a misread word.

    Args:
        text: The sentence.
        translation: The other side of its bead; may be empty.
        languages: Of the sentence and of the translation, ISO 639-1.
        numbered: The positions of numerals that belong to a series, as :func:`series` finds them.
    """
    tokens = tokenize(text)
    for position, token in enumerate(tokens):
        if position in numbered:
            yield Numeral(token, position, _reading_in_series(token.core))
            continue
        value = _value(token.core)
        if value is not None and not _is_abbreviated(tokens, position):
            partner = _partner(value, translation, languages[1])
            counted = _is_counted(tokens, position, languages[0])
            if counted or (partner is not None and token.core not in WORDS):
                reading = latin_form(token.core) if is_misread(token.core) else ""
                found = translation[partner.start : partner.stop] if partner else ""
                yield Numeral(token, position, reading, found)
            elif _is_named(tokens, position, translation):
                yield Numeral(token, position)
        elif (
            _is_range(token.core)
            or _is_designation(token.core, translation)
            or is_measure(tokens, position)
            or is_abbreviation(tokens, position, languages[0])
        ):
            yield Numeral(token, position)


def _reading_in_series(core: str) -> str:
    """The numeral in Latin letters; empty where it has them, or such as are usual for them."""
    return series_form(core) if arabic(latin_form(core)) is None or is_misread(core) else ""


def _value(core: str) -> int | None:
    """The value of a numeral in other letters, or of a single Latin one."""
    return arabic(core) if core in LATIN_LETTERS else look_alike_value(core)


def _is_range(core: str) -> bool:
    """Whether it is two Roman numerals, the smaller first, with a dash between."""
    found = RANGE.fullmatch(core)
    if not found:
        return False
    first, last = (look_alike_value(part) or arabic(part) for part in found.groups())
    return (
        first is not None and last is not None and first < last and not any(map(is_misread, found.groups()))
    )


def _is_named(tokens: Sequence[Token], position: int, translation: str) -> bool:
    """Whether it stands behind a name, and the same numeral behind a name of the translation."""
    before = tokens[position - 1].core[:1] if position else ""
    return before.isupper() and latin_form(tokens[position].core) in NAMED.findall(translation)


def _is_abbreviated(tokens: Sequence[Token], position: int) -> bool:
    """Whether a single letter is an initial or abbreviation: ``П. Иванов``, ``П. 2``."""
    token = tokens[position]
    if len(token.core) > 1:
        return False
    following = tokens[position + 1].core[:1] if position + 1 < len(tokens) else ""
    return token.trail.startswith(".") and (following.isupper() or following.isdigit())


def _partner(value: int, translation: str, language: str) -> Quantity | None:
    """The number of the translation with this value."""
    return next((own for own in quantities(translation, language) if value in own.values), None)


def _is_counted(tokens: Sequence[Token], position: int, language: str) -> bool:
    """Whether the word before or behind it is a noun that numerals number."""
    words = registry.language(language).numbers
    beside = (*tokens[max(position - 1, 0) : position], *tokens[position + 1 : position + 2])
    return any(words.is_counted(token.core.lower()) for token in beside)


def _is_designation(core: str, translation: str) -> bool:
    """Whether it has the form of a designation and the translation its figures, or for a model none."""
    model = MODEL.fullmatch(core) and core[0].isupper()
    if not model and not FIGURE_LETTER.fullmatch(core):
        return False
    there = FIGURES.findall(translation)
    if not there:
        return bool(model) and not core[0].isdigit() and not core.isalnum()
    return set(FIGURES.findall(core)) <= set(there)

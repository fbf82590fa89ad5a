"""Signs, measures, fractions, abbreviations of numbers: ``−20``, ``20 °C``, ``50 м²``, ``вх. № 64``."""

from __future__ import annotations

import re
from collections.abc import Sequence

from align.lang import registry
from align.ocr.lattice.marks import AFTER
from align.text.token import Token

OPENING = r"[(\[«„“\"]?"
FRACTION = "[¼½¾⅐-⅞]"
NUMBER = rf"(?:\d+(?:[.,/:]\d+)*{FRACTION}?|{FRACTION})"

MEASURE = re.compile(
    rf"{OPENING}(?:"
    rf"[±≈~<>≤≥+−–×-]?{NUMBER}(?:°[CСFК]?|[%‰]|[′″]|[⁰¹²³⁴-⁹]+)?"
    r"|°[CСFК]"
    r"|(?:[кмсд]?м|[kmcd]?m|га|ft|in|yd)[²³]"
    rf"){AFTER.pattern}"
)
"""A number with its sign, degrees, a unit of area or volume, a fraction of one code point."""

SIGN = re.compile(f"[±≈~<>≤≥+−–×°′″⁰¹²³⁴-⁹]|{FRACTION}")
"""What a measure has beside its figures: a number alone may be misread."""

NUMBER_SIGN = re.compile(rf"{OPENING}[№§]{{1,2}}")
"""A sign that stands before a number."""


def is_abbreviation(tokens: Sequence[Token], position: int, language: str) -> bool:
    """Whether a token is an abbreviation before a number: ``вх. № 64``, ``ст.ст. 8 и 9``."""
    token = tokens[position]
    following = tokens[position + 1].text[:1] if position + 1 < len(tokens) else ""
    if not token.trail.startswith(".") or not (following.isdigit() or following == "№"):
        return False
    own = registry.language(language).abbreviations
    known = own.before_number | own.before_name | own.after_number
    return all(part in known for part in token.core.lower().split("."))


def is_measure(tokens: Sequence[Token], position: int) -> bool:
    """Whether a token is a measure or a sign before a number, with marks that can stand there."""
    text = tokens[position].text
    if NUMBER_SIGN.fullmatch(text):
        return position + 1 < len(tokens) and tokens[position + 1].core[:1].isdigit()
    return MEASURE.fullmatch(text) is not None and SIGN.search(text) is not None

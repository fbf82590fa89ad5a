"""The rules that decide whether a sentence begins at a boundary, each a named function.

A rule returns True where a sentence begins, False where none does, and ``None`` where it does not apply.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from align.lang import registry
from align.text.splitting.boundary import Boundary
from align.text.splitting.word_lists import AFTER_NUMBER, INTERNATIONAL, MAY_END, MONTHS

LIST_ROMAN = re.compile(r"[IVXLCХ]{1,4}")
"""A Roman numeral of a list; the last letter is a Cyrillic Х, which an OCR takes for X.

Unlike the numerals of :mod:`align.numerals.roman`, a single letter counts (``I.``) and no value is needed.
"""

Rule = Callable[[Boundary], bool | None]


def small_letter(boundary: Boundary) -> bool | None:
    """A sentence does not begin with a lower-case letter: the mark is a stray one, or closes a quotation."""
    return False if boundary.head[:1].islower() else None


def nothing_follows(boundary: Boundary) -> bool | None:
    """Marks alone are no sentence."""
    return None if boundary.head else False


def inside_brackets(boundary: Boundary) -> bool | None:
    """A remark in brackets belongs to its sentence."""
    return False if boundary.brackets else None


def list_number(boundary: Boundary) -> bool | None:
    """``1.`` at the beginning of a list item."""
    number = boundary.word.isdigit() or LIST_ROMAN.fullmatch(boundary.word)
    first = boundary.stop - boundary.start <= 1 or all(
        boundary.tokens.is_mark(index) for index in range(boundary.start, boundary.stop - 1)
    )
    return False if number and first else None


def ordinal(boundary: Boundary) -> bool | None:
    """``am 5. Mai``."""
    if not boundary.word.isdigit() or len(boundary.word) > 2:
        return None
    ordinal_stop = registry.language(boundary.tokens.language).ordinal_stop
    return False if ordinal_stop or boundary.head.lower() in MONTHS else None


def full_mark(boundary: Boundary) -> bool | None:
    """``!``, ``?``, ``…``, ``...`` do not end an abbreviation."""
    text = boundary.tokens.texts[boundary.stop]
    return True if text[-1] != "." or text.endswith("..") else None


def initials(boundary: Boundary) -> bool | None:
    """``И. В. Сталин``: one capital letter before a capitalised word."""
    word = boundary.word.rpartition(".")[2]
    if len(word) != 1 or not word.isupper():
        return None
    if _opens_a_sentence(boundary):
        return True
    return False if boundary.head[:1].isupper() else None


def after_a_number(boundary: Boundary) -> bool | None:
    """``1950 г.`` may end a sentence, ``г. Москва`` does not."""
    if boundary.word.lower() not in AFTER_NUMBER:
        return None
    before = boundary.stop - (1 if len(boundary.tokens.texts[boundary.stop]) > 1 else 2)
    return before >= 0 and boundary.tokens.texts[before][-1:].isdigit()


def may_end(boundary: Boundary) -> bool | None:
    """After ``и т. д.``, ``p.m.``, ``ff. 1`` the next word decides."""
    if boundary.word.lower() not in MAY_END:
        return None
    if boundary.head[:1].isdigit():
        return False
    return not _may_be_inside_a_name(boundary.word) or _opens_a_sentence(boundary)


def _may_be_inside_a_name(word: str) -> bool:
    """After ``U.S.`` or ``a.m.`` a capital letter may as well begin a name."""
    return word.isascii() and "." in word


def _opens_a_sentence(boundary: Boundary) -> bool:
    openers = registry.language(boundary.tokens.language).sentence_openers
    return boundary.head.lower() in openers


def abbreviation(boundary: Boundary) -> bool | None:
    """``Cde.``, ``им.``; and every word that spaCy's own tables do not separate from its stop."""
    word = boundary.word.lower()
    abbreviations = registry.language(boundary.tokens.language).abbreviations
    if word in INTERNATIONAL or word in abbreviations.before_name:
        return False
    token = boundary.tokens.texts[boundary.stop]
    return False if len(token) > 1 and token[:1].isalpha() else None


RULES: Sequence[Rule] = (
    nothing_follows,
    small_letter,
    inside_brackets,
    list_number,
    ordinal,
    full_mark,
    may_end,
    after_a_number,
    initials,
    abbreviation,
)
"""The first rule that applies decides; where none applies, a sentence begins."""


def begins_sentence(boundary: Boundary) -> bool:
    """Whether a sentence begins at a boundary, by :data:`RULES`."""
    decisions = (rule(boundary) for rule in RULES)
    return next((decision for decision in decisions if decision is not None), True)

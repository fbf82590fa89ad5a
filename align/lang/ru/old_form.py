"""A reading in today's spelling, written as the text around it was before 1918."""

from __future__ import annotations

import re
from difflib import SequenceMatcher

from align.lang.ru.orthography import modern

WORD = re.compile(r"[^\W_](?:\S*[^\W_])?")
CYRILLIC_CONSONANT_END = re.compile(r"(?<=[бвгджзклмнпрстфхцчшщ])$", re.IGNORECASE)
I_BEFORE_VOWEL = re.compile("и(?=[аеёийоуыэюяѣ])|И(?=[АЕЁИЙОУЫЭЮЯѢ])")

LETTERS = {"е": ("ѣ", "ѣtъьbбв6"), "и": ("і", "іi1l"), "ф": ("ѳ", "ѳ")}
"""Letter of today -> the former one, and what stands for that in the text as it was read."""

ENDINGS = (("аго", "ого"), ("аго", "его"), ("яго", "его"), ("ыя", "ые"), ("ія", "ие"), ("ея", "её"))
"""Former endings and today's."""


def in_old_spelling(observed: str, suggested: str) -> str:
    """A suggestion for a stretch of text in the spelling of before 1918.

    Args:
        observed: As it stands in the text.
        suggested: In today's spelling.

    Example:
        >>> in_old_spelling("видtлъ", "видел"), in_old_spelling("голубомъ!.", "голубом.")
        ('видѣлъ', 'голубомъ.')
    """
    words = list(WORD.finditer(suggested))
    read = WORD.findall(observed)
    if len(words) != len(read):
        return WORD.sub(lambda match: _with_signs(match.group()), suggested)
    pieces, at = [], 0
    for match, own in zip(words, read, strict=True):
        pieces += [suggested[at : match.start()], _old_word(own, match.group())]
        at = match.end()
    return "".join([*pieces, suggested[at:]])


def _old_word(observed: str, suggested: str) -> str:
    if suggested.lower() in (observed.lower(), modern(observed).lower()):
        return _in_case_of(suggested, observed)
    suggested = _with_ending(observed, suggested)
    letters = list(suggested)
    matcher = SequenceMatcher(None, observed.lower(), suggested.lower(), autojunk=False)
    for _, start, stop, first, last in matcher.get_opcodes():
        if stop - start == last - first:
            for own, place in zip(observed[start:stop].lower(), range(first, last), strict=True):
                letters[place] = _old_letter(own, suggested[place])
    return _with_signs("".join(letters))


def _in_case_of(model: str, word: str) -> str:
    """A word with the capitals of another."""
    if model.isupper() and len(model) > 1:
        return word.upper()
    first = word[:1].upper() if model[:1].isupper() else word[:1].lower()
    return first + (word[1:].lower() if model[1:].islower() else word[1:])


def _old_letter(observed: str, suggested: str) -> str:
    former, read = LETTERS.get(suggested.lower(), ("", ""))
    if not former or observed not in read:
        return suggested
    return former.upper() if suggested.isupper() else former


def _with_ending(observed: str, word: str) -> str:
    for former, today in ENDINGS:
        if observed.lower().endswith(former) and word.lower().endswith(today):
            return word[: -len(today)] + (former.upper() if word.isupper() else former)
    return word


def _with_signs(word: str) -> str:
    """The word with і before a vowel, and a ъ at its end."""
    found = I_BEFORE_VOWEL.sub(lambda match: "і" if match.group() == "и" else "І", word)
    return CYRILLIC_CONSONANT_END.sub("Ъ" if word.isupper() and len(word) > 1 else "ъ", found)

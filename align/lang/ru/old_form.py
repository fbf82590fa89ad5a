"""A reading in today's spelling, written as the text around it was before 1918."""

from __future__ import annotations

import re
from collections.abc import Callable
from difflib import SequenceMatcher
from functools import lru_cache, partial

from align.lang.folding import fold
from align.lang.ru.old_variants import old_variants
from align.lang.ru.orthography import modern

WORD = re.compile(r"[^\W_](?:\S*[^\W_])?")
PART = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
CYRILLIC_CONSONANT_END = re.compile(r"(?<=[бвгджзклмнпрстфхцчшщ])$", re.IGNORECASE)
I_BEFORE_VOWEL = re.compile("и(?=[аеёийоуыэюяѣ])|И(?=[АЕЁИЙОУЫЭЮЯѢ])")

LETTERS = {"и": ("і", "іi1l"), "ф": ("ѳ", "ѳ")}
YAT = ("ѣ", "ѣtъьbбв6")
"""Letter of today -> the former one, and what stands for that in the text as it was read."""

CACHE_SIZE = 1 << 15


@lru_cache(maxsize=CACHE_SIZE)
def in_old_spelling(observed: str, suggested: str, *, yat: bool = True) -> str:
    """A suggestion for a stretch of text in the spelling of before 1918.

    Args:
        observed: As it stands in the text.
        suggested: In today's spelling.
        yat: Whether the text has the letter ѣ; some pages, and some OCR engines, have е instead.

    Example:
        >>> in_old_spelling("видtлъ", "видел"), in_old_spelling("голубомъ!.", "голубом.")
        ('видѣлъ', 'голубомъ.')
    """
    return _piece_by_piece(WORD, observed, suggested, partial(_old_word, yat=yat))


def _piece_by_piece(
    piece: re.Pattern[str], observed: str, suggested: str, spelt: Callable[[str, str], str]
) -> str:
    """A suggestion whose pieces are spelt anew, each beside its piece of what was observed.

    Where the two have not as many pieces, each stands beside all that was observed.
    """
    read = piece.findall(observed)
    if len(piece.findall(suggested)) != len(read):
        return piece.sub(lambda match: spelt(observed, match.group()), suggested)
    own = iter(read)
    return piece.sub(lambda match: spelt(next(own), match.group()), suggested)


def _old_word(observed: str, suggested: str, *, yat: bool) -> str:
    """A word, its parts between hyphens or marks one by one."""
    if suggested.lower() in (observed.lower(), modern(observed).lower()):
        return _in_case_of(observed, suggested)
    return _piece_by_piece(PART, observed, suggested, partial(_old_part, yat=yat))


def _old_part(observed: str, suggested: str, *, yat: bool) -> str:
    spelt = _nearest_variant(observed.lower(), suggested)
    letters = list(spelt)
    matcher = SequenceMatcher(None, observed.lower(), spelt.lower(), autojunk=False)
    for _, start, stop, first, last in matcher.get_opcodes():
        if stop - start == last - first:
            for own, place in zip(observed[start:stop].lower(), range(first, last), strict=True):
                letters[place] = _old_letter(own, spelt[place], yat=yat)
    return _with_signs("".join(letters))


def _nearest_variant(observed: str, suggested: str) -> str:
    """The old spelling of a word that is nearest to what was read; of equal ones the usual one."""
    from rapidfuzz.distance import Levenshtein

    word = fold(suggested)
    variants = old_variants(word)
    if variants == (word,):
        return suggested
    plain = fold(observed.replace("і", "и").replace("ѣ", "е").removesuffix("ъ"))
    best = min(variants, key=lambda variant: Levenshtein.distance(variant, plain))
    return suggested if best == word else _in_case_of(best, suggested)


def _in_case_of(word: str, model: str) -> str:
    """A word with the capitals of another."""
    if model.isupper() and len(model) > 1:
        return word.upper()
    first = word[:1].upper() if model[:1].isupper() else word[:1].lower()
    return first + (word[1:].lower() if model[1:].islower() else word[1:])


def _old_letter(observed: str, suggested: str, *, yat: bool) -> str:
    small = suggested.lower()
    former, read = YAT if yat and small == "е" else LETTERS.get(small, ("", ""))
    if not former or observed not in read:
        return suggested
    return former.upper() if suggested.isupper() else former


def _with_signs(word: str) -> str:
    """The word with і before a vowel, and a ъ at its end."""
    found = I_BEFORE_VOWEL.sub(lambda match: "і" if match.group() == "и" else "І", word)
    return CYRILLIC_CONSONANT_END.sub("Ъ" if word.isupper() and len(word) > 1 else "ъ", found)

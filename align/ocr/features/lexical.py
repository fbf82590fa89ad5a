"""Features of the form of a word and the marks around it, each a named function."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache

import numpy as np

from align.lang.folding import fold, is_letter
from align.lang.lexicon import Lexicon
from align.ocr.features.group import described
from align.ocr.features.inputs import FeatureInputs
from align.ocr.features.matrix import FeatureColumns, Values
from align.ocr.features.slot_values import gained
from align.ocr.lattice import marks
from align.text.token import Token, parse

LOG_BILLION = 9.0
"""The Zipf scale counts occurrences in a billion words."""
UNSEEN_ZIPF = 0.5
"""Zipf frequency that unseen words share."""
SURNAME_ADJECTIVE = re.compile(r"\w{3,}(?:ов|ев|ин)ск(?:ий|ая|ое|ие|ого|ому|ой|ую|им|ом|их|ими)")
"""Russian makes such adjectives of any surname: лисынмановской."""
REFERENCE_CODE = re.compile(r"(?=.*\d)(?:[^\W\d_]{0,3}[./№-]*\d[\d./:,-]*(?:-?[^\W\d_]{1,3})?)")
MAX_ODD_CHARACTERS = 3
KEPT = 1 << 16
"""Words, and texts, whose measures are kept for the next documents: 25 MB."""

Measure = Callable[[Token, Lexicon], float]


def lexical_features(inputs: FeatureInputs) -> FeatureColumns:
    """The form of the words and the marks around them, summed over the words of the candidate."""
    lexicon = inputs.resources.lexicon

    def measured(texts: Sequence[str]) -> Values:
        return np.array([_of_text(text, lexicon) for text in texts]).reshape(-1, len(MEASURES))

    return FeatureColumns(dict(zip(MEASURES, gained(inputs.lattice, measured).T, strict=True)))


@lru_cache(maxsize=KEPT)
def _of_text(text: str, lexicon: Lexicon) -> tuple[float, ...]:
    """All measures of a text: their sums over its words."""
    words = [_of_word(parse(word), lexicon) for word in text.split()]
    return words[0] if len(words) == 1 else tuple(map(sum, zip(*words, strict=True))) or NO_WORDS


def _of_word(word: Token, lexicon: Lexicon) -> tuple[float, ...]:
    """All measures of a word. Many words stand between different marks: what needs no marks is kept."""
    own = _of_core(word.core, lexicon)
    if word.core.isalpha() and not word.lead and not word.trail:  # without marks all measures of them are 0
        return (*own, *NO_MARKS)
    return (*own, *(measure(word, lexicon) for measure in MARK_MEASURES.values()))


@lru_cache(maxsize=KEPT)
def _of_core(core: str, lexicon: Lexicon) -> tuple[float, ...]:
    """The measures of a word by itself."""
    token = Token(0, len(core), "", core, "")
    return tuple(measure(token, lexicon) for measure in WORD_MEASURES.values())


def word_frequency(word: Token, lexicon: Lexicon) -> float:
    """Log10 of the word's probability; unseen words share one value."""
    if not has_letters(word):
        return 0.0
    return max(lexicon.zipf(word.core), UNSEEN_ZIPF) - LOG_BILLION


def unknown_word(word: Token, lexicon: Lexicon) -> float:
    """1 for a word that no dictionary has."""
    return float(has_letters(word) and not lexicon.knows(word.core))


def unseen_word(word: Token, lexicon: Lexicon) -> float:
    """1 for an unknown word of four letters or more, in small letters, that no frequency list has either."""
    core = word.core
    small = len(core) > 3 and core.isalpha() and core.islower()
    return float(
        small and lexicon.look_up(core) == (0.0, False) and not SURNAME_ADJECTIVE.fullmatch(fold(core))
    )


def rare_word(word: Token, lexicon: Lexicon) -> float:
    """1 for a known word that is hardly ever used, plus 1 for one of at most three letters not common."""
    zipf, known = lexicon.look_up(word.core)
    if not known or not has_letters(word):
        return 0.0
    return float(zipf < 2.0) + float(len(word.core) < 4 and zipf < 4.5)


def name_like(word: Token, lexicon: Lexicon) -> float:
    """1 for an unknown word written like a name, or an adjective made of a surname."""
    if not unknown_word(word, lexicon):
        return 0.0
    return float(word.core[:1].isupper() or bool(SURNAME_ADJECTIVE.fullmatch(fold(word.core))))


def odd_marks(word: Token, lexicon: Lexicon) -> float:  # noqa: ARG001 - one signature for all measures
    """How many of the marks around the word cannot stand there."""
    return float(marks.odd_marks(word.lead, word.core, word.trail))


def mixed_characters(word: Token, lexicon: Lexicon) -> float:  # noqa: ARG001
    """Signs, digits or capitals inside a word, at most three."""
    core = word.core
    if (core.isalpha() and core.islower()) or not has_letters(word) or REFERENCE_CODE.fullmatch(core):
        return 0.0
    signs = "" if core.isalpha() else core
    strange = sum(not is_letter(sign) and sign not in "-'’[]()" for sign in signs)
    capitals = sum(map(str.isupper, core[1:])) if not core.isupper() and "-" not in core else 0
    return float(min(strange + capitals, MAX_ODD_CHARACTERS))


def mixed_alphabets(word: Token, lexicon: Lexicon) -> float:
    """Letters of another alphabet, at most two, in a word that has some of its own."""
    own = sum(lexicon.writes(character) for character in word.core if character.isalpha())
    foreign = sum(map(str.isalpha, word.core)) - own
    return float(min(foreign, 2)) if own and foreign else 0.0


def foreign_alphabet(word: Token, lexicon: Lexicon) -> float:
    """1 for a word wholly in another alphabet."""
    letters = [character for character in word.core if character.isalpha()]
    return float(len(letters) > 1 and not any(map(lexicon.writes, letters)))


def acronym(word: Token, lexicon: Lexicon) -> float:
    """1 for an unknown word of two to four capitals."""
    letters = [character for character in word.core if character.isalpha()]
    upper = 1 < len(letters) <= 4 and all(map(str.isupper, letters))
    return float(upper) * unknown_word(word, lexicon)


def reference_code(word: Token, lexicon: Lexicon) -> float:  # noqa: ARG001
    """1 for a number with letters, points or strokes: the code of a file, a numeral with its ending."""
    return float(bool(REFERENCE_CODE.fullmatch(word.core)))


def editorial_brackets(word: Token, lexicon: Lexicon) -> float:
    """1 for square brackets in or beside a word, 2 beside an unknown one: an editor's insertion."""
    brackets = any(bracket in word.text for bracket in "[]")
    return float(brackets) * (1 + unknown_word(word, lexicon))


def has_letters(word: Token) -> bool:
    """Whether a token holds a letter."""
    return any(map(str.isalpha, word.core))


WORD_MEASURES: Mapping[str, Measure] = {
    measure.__name__: measure
    for measure in (
        word_frequency,
        unknown_word,
        unseen_word,
        rare_word,
        name_like,
        mixed_characters,
        mixed_alphabets,
        foreign_alphabet,
        acronym,
        reference_code,
    )
}
"""Measures of a word by itself."""

MARK_MEASURES: Mapping[str, Measure] = {
    measure.__name__: measure for measure in (odd_marks, editorial_brackets)
}
"""Measures of a word and the marks around it."""

MEASURES: Mapping[str, Measure] = {**WORD_MEASURES, **MARK_MEASURES}
NO_MARKS, NO_WORDS = (0.0,) * len(MARK_MEASURES), (0.0,) * len(MEASURES)

FEATURES = described(MEASURES)
"""Name of each measure -> what it is."""

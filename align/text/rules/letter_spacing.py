"""Words with spaces between their letters, as typescripts and old print emphasise them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from itertools import pairwise
from types import MappingProxyType

from align.lang.segmentation import segmented
from align.text.edit import TextEdit
from align.text.rule_input import RuleInput
from align.text.rules.words import likelihood

RUN = re.compile(r"(?<![^\s\"'«„“(\[—–-])[^\W\d_](?:[ \u00a0\u2009\u200a][^\W\d_])+(?![^\W_])")
"""Single letters with one space between each two."""

MIN_LETTERS = 3
MIN_UNKNOWN = 5
"""Letters of a spaced word; of one that is on no list."""

MAX_RUN = 60
"""Letters of a run; a longer one is a table or a key."""

MIN_ZIPF: Mapping[int, float] = MappingProxyType({1: 6.0, 2: 5.0, 3: 4.0})
"""Letters of a piece -> Zipf frequency above which it is a word; of longer ones 2.0."""

NO_WORD = -20.0
"""log10 of the probability of a piece that is no word: below that of any word, so that few are taken."""


def letter_spacing(given: RuleInput) -> Iterator[TextEdit]:
    """``С е к р е т а р ь`` is one word; of several such words each, where they are words of the language."""
    for match in RUN.finditer(given.text):
        letters = match.group()[::2]
        if not MIN_LETTERS <= len(letters) <= MAX_RUN or _is_list(letters):
            continue
        for start, stop in _words(given, letters):
            for at in range(start, stop - 1):
                space = match.start() + 2 * at + 1
                yield TextEdit(space, space + 1, "")


def _is_list(letters: str) -> bool:
    """Whether the letters are no word: in the order of the alphabet, or all the same."""
    steps = {ord(after) - ord(before) for before, after in pairwise(letters.lower())}
    return steps <= {1, 2} or steps == {0}


def _words(given: RuleInput, letters: str) -> Sequence[tuple[int, int]]:
    """The words of a run; the whole run where it is one unknown word; nothing where it is none."""
    words, _ = segmented(letters, partial(_log_probability, given))
    if all(_is_word(given, letters[start:stop]) for start, stop in words) and max(map(_length, words)) > 2:
        return words
    return [(0, len(letters))] if _is_one_case(letters) and len(letters) >= MIN_UNKNOWN else ()


def _log_probability(given: RuleInput, piece: str) -> float:
    return likelihood(given, piece) if _is_word(given, piece) else NO_WORD


def _is_word(given: RuleInput, piece: str) -> bool:
    """Whether the piece is a word; a short one must be frequent, since the lists hold any few letters."""
    return given.zipf(piece) > MIN_ZIPF.get(len(piece), 2.0)


def _length(word: tuple[int, int]) -> int:
    return word[1] - word[0]


def _is_one_case(letters: str) -> bool:
    """Whether a word can be written so: all capitals, or small letters behind the first."""
    return letters.isupper() or letters[1:].islower()

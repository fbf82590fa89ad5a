"""Debris: what an OCR made of ornaments, stamps, maps and pictures; lines in a row without words."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final, Literal

from align.text.edit import PAGE_BREAK, TextEdit
from align.text.rule_input import RuleInput
from align.text.script import SCRIPTS

UNREADABLE: Final = "unreadable"
"""The reason of what is excluded as debris."""

MIN_LINES = 3
"""Lines of debris in a row."""

MIN_TOKENS = 6
"""Tokens of a stretch that are no words, at least."""

MAX_READABLE = 0.25
"""Share of the letters of a stretch that can stand in words."""

MIN_ZIPF, MIN_SHORT_ZIPF = 1.5, 4.5
"""Frequency of a word; of a word of one or two letters."""

CASED: Final = ("latin", "cyrillic", "greek")
"""Scripts whose words can be distinguished from scraps by their vowels and capitals."""

VOWELS: Final = frozenset("aeiouyæøœıаеиоуыэюяіѣѵёєїўαεηιουω")
SYLLABIC: Final = frozenset("rlр")
"""They stand for a vowel in some languages: Czech *krk*, Serbian «прст»."""

EDGES = re.compile(r"^[\W_]+|[\W_]+$")
LETTERS = re.compile(r"[^\W\d_]+")
DESIGNATION = re.compile(
    r"[^\W\d_]{1,4}[-–—.]?\d+(?:[-–—./]?\d+)*[^\W\d_]?|\d+(?:[-–—.,/:]?\d+)*[-–—]?[^\W\d_]{0,5}"
)
"""``Т-34``, ``12а``, ``38-ю``, ``5th``."""

INITIAL = re.compile(r"(?:[^\W\d_]{1,4}\.)+[^\W\d_]{0,4}\.?,?")
"""``И.``, ``т.е.``, ``г.``: initials and abbreviations."""

PUNCTUATION = re.compile(r"[-–—.,:;!?…«»„“”\"'()*№%+=/&•·§°$£€|]{1,4}|[.·_…]+|[-–—=*]+")
"""Marks that stand alone in texts and tables."""

LONE_LETTERS: Final = frozenset("аАвВиИкКоОсСуУяЯэЭжбaAIoOyYeEàÀéiuzw")
"""Words of one letter, in one language or another."""

MAX_TOKENS = 24
"""Tokens of a line that are looked at."""

Sort = Literal["word", "neutral", "scrap"]


@dataclass(frozen=True)
class _Line:
    """How many letters of a line stand in words, how many tokens are scraps, how many are figures."""

    number: int
    word_letters: int = 0
    scraps: int = 0
    letters: int = 0
    figures: int = 0

    @property
    def is_debris(self) -> bool:
        """Whether hardly a letter stands in a word, and it is no row of a table."""
        return self.scraps > self.figures and self.word_letters <= MAX_READABLE * self.letters

    @property
    def is_blank(self) -> bool:
        """Whether it holds no words: marks, figures, a scrap or two."""
        return not self.word_letters


@dataclass(frozen=True)
class _Reader:
    """Sorts the tokens of a text."""

    given: RuleInput

    @cached_property
    def is_cased(self) -> bool:
        return self.given.script in CASED

    def line(self, number: int) -> _Line:
        """What a line holds."""
        text = self.given.lines[number].text
        tokens = text.split(None, MAX_TOKENS)[:MAX_TOKENS]
        if " = " in text or _is_spaced(tokens):
            return _Line(number, len(text), 0, len(text))
        words = scraps = letters = 0
        for token in tokens:
            count = sum(map(str.isalpha, token))
            sort = self.sort(token)
            letters += count if sort != "neutral" else 0
            words += count if sort == "word" else 0
            scraps += sort == "scrap"
        return _Line(number, words, scraps, letters, sum(any(map(str.isdigit, token)) for token in tokens))

    def sort(self, token: str) -> Sort:
        """Whether a token is a word, a scrap, or shows nothing: a figure, a mark, an abbreviation."""
        if token not in self._sorts:
            self._sorts[token] = self._sorted(token)
        return self._sorts[token]

    @cached_property
    def _sorts(self) -> dict[str, Sort]:
        return {}

    def _sorted(self, token: str) -> Sort:
        core = EDGES.sub("", token)
        if not any(map(str.isalpha, core)):
            return "neutral" if core or PUNCTUATION.fullmatch(token) else "scrap"
        if DESIGNATION.fullmatch(core) or INITIAL.fullmatch(token.strip("«»“”\"'()[],;:")):
            return "neutral"
        pieces = LETTERS.findall(core)
        if re.search(r"[^\w\-–—'’ʼ`./\u00ad¬]|\d", core):
            return "word" if any(map(self._is_known, pieces)) else "scrap"
        sorts = {self._piece(piece) for piece in pieces}
        return "word" if "word" in sorts else "neutral" if "neutral" in sorts else "scrap"

    def _piece(self, piece: str) -> Sort:
        if len(piece) > 2 and self._is_known(piece):
            return "word"
        scripts = {script for script, pattern in SCRIPTS.items() if pattern.search(piece)}
        if len(scripts) > 1:
            return "scrap"
        if len(piece) == 1:
            return "neutral" if piece in LONE_LETTERS or not scripts <= set(CASED) else "scrap"
        if not scripts <= set(CASED) or self._is_known(piece):
            return "word"
        if len(piece) <= 5 and piece.isupper():
            return "neutral"
        return "word" if len(piece) > 2 and _is_pronounceable(piece) else "scrap"

    def _is_known(self, piece: str) -> bool:
        if self.given.frequency is None or len(piece) == 1:
            return False
        return self.given.frequency(piece) >= (MIN_ZIPF if len(piece) > 2 else MIN_SHORT_ZIPF)


def _is_spaced(tokens: Sequence[str]) -> bool:
    """``П Р О Т О К О Л``: a word whose letters are spaced."""
    line = "".join(tokens)
    return (
        len(tokens) > 3 and len(line) == len(tokens) and (line.isupper() or line.islower()) and line.isalpha()
    )


def _is_pronounceable(piece: str) -> bool:
    """Whether letters can be a word of some language: vowels among the consonants, capitals at the head."""
    if not (piece.islower() or piece.isupper() or piece.istitle() or piece[1:].islower()):
        return re.fullmatch(r"(?:\w[^\W\d_A-ZА-ЯЁ]+){2}", piece) is not None  # McDonald
    plain = unicodedata.normalize("NFD", piece.casefold())
    shape = "".join(
        "v" if letter in VOWELS else "s" if letter in SYLLABIC else "c"
        for letter in plain
        if not unicodedata.combining(letter)
    )
    if "v" not in shape:
        return "s" in shape and len(shape) <= 5
    return re.search(r"c{6}|v{5}", shape) is None and re.search(r"(\w)\1\1", plain) is None


def debris(given: RuleInput) -> Iterator[TextEdit]:
    """Lines in a row in which hardly a letter stands in a word; each stretch is one."""
    reader = _Reader(given)
    if not reader.is_cased:
        return
    stretch: list[_Line] = []
    for number in range(len(given.lines)):
        line = reader.line(number)
        if line.is_debris or (stretch and line.is_blank):
            stretch.append(line)
            continue
        yield from _edit(given, stretch)
        stretch = []
    yield from _edit(given, stretch)


def _edit(given: RuleInput, stretch: Sequence[_Line]) -> Iterator[TextEdit]:
    """The edit that excludes a stretch, if it is long enough."""
    while stretch and not stretch[-1].is_debris:
        stretch = stretch[:-1]
    found = [line for line in stretch if line.is_debris]
    letters = sum(line.letters for line in found)
    if (
        len(found) >= MIN_LINES
        and len(found) * 2 >= len(stretch)
        and sum(line.scraps for line in found) >= MIN_TOKENS
        and sum(line.word_letters for line in found) <= MAX_READABLE * letters
    ):
        start, stop = given.lines[stretch[0].number].start, given.lines[stretch[-1].number].stop
        yield TextEdit(start, stop, PAGE_BREAK, UNREADABLE)

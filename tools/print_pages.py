"""Makes pages of Russian print of before 1918, as an OCR reads them, out of prose in today's spelling.

What real pages show: an engine has habits (ъ read as е throughout a page, й as Ё, ф as Ф), misreads letters
as it was counted on old print (``print_misreadings.tsv``), leaves hyphens of line ends inside words, loses
spaces behind marks and between words, reads № and Roman numerals as other letters.
"""

from __future__ import annotations

import random
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from align.lang.ru.old_form import in_old_spelling
from align.ocr.channel.engines import print_misread_counts

HABITS: Mapping[str, Sequence[str]] = {
    "ъ": ("е", "ь", "т", "в", "ѣ", "б"), "й": ("Ё", "и", "ё", "Й"), "ф": ("Ф",), "и": ("н", "п"),
    "і": ("1", "I", "й", "ш"), "н": ("и", "п"), "п": ("и", "н"), "ы": ("и", "н"), "т": ("ш", "г"),
    "ш": ("ні", "т"), "в": ("н", "п"), "щ": ("ш",), "ю": ("го",), "о": ("0", "с"), "с": ("о", "е"),
    "е": ("о", "с"), "ж": ("я;", "ас"), "м": ("н", "и"),
}  # fmt: skip
"""Letter -> what an engine may take it for throughout a page."""
HABIT_SHARES = (0.1, 0.3, 0.6, 0.9)
"""Fractions of the letters of a page that a habit changes."""
HARD_SIGN_CHANCE = 0.3
"""Chance that a page has the habit of its commonest letter, the ъ at the end of words."""
RATES = (0.0, 0.004, 0.01, 0.02, 0.04)
"""Misread letters, fraction of all, beside the habits of a page."""
CLEAN_RATE = 0.004
"""Up to it signs and numerals are read right."""
NUMBER_SIGNS = ("MI", "JM", "Ле", "N°", "Jй", "М", "№")
ROMAN = str.maketrans({"V": "Y", "I": "І", "X": "Х"})
LINE = 48
"""Letters of a line, at whose end a word is hyphenated."""
CYRILLIC = re.compile("[а-яё]", re.IGNORECASE)


@dataclass(frozen=True)
class PrintError:
    """A stretch ``start:stop`` of the page that differs from its truth."""

    start: int
    stop: int
    read: str
    truth: str


@dataclass(frozen=True)
class Habits:
    """What an engine does with one page.

    Attributes:
        letters: Letter -> what it is read as, and which fraction of its occurrences.
        rate: Chance of another error, a letter.
        hyphens: Chance that a hyphen of a line's end stays inside a word.
        marks: Chance that the space behind a mark is lost.
        spaces: Chance that the space between two words is lost.
    """

    letters: Mapping[str, tuple[str, float]]
    rate: float
    hyphens: float
    marks: float
    spaces: float

    @classmethod
    def drawn(cls, chance: random.Random) -> Habits:
        """Those of one page."""
        letters = {}
        for letter in chance.sample(sorted(HABITS), chance.randint(0, 3)):
            letters[letter] = (chance.choice(HABITS[letter]), chance.choice(HABIT_SHARES))
        if chance.random() < HARD_SIGN_CHANCE:
            letters["ъ"] = (chance.choices(HABITS["ъ"], (5, 2, 2, 1, 2, 1))[0], 0.95)
        joined = chance.random() < 0.4
        return cls(
            letters,
            chance.choice(RATES),
            chance.choice((0.0, 0.0, 0.5, 0.9)),
            0.3 if joined else 0.01,
            0.02 if joined else 0.002,
        )


@cache
def misreadings() -> Mapping[str, Sequence[tuple[str, float]]]:
    """What a Cyrillic letter is read as in old print, with weights."""
    found: dict[str, list[tuple[str, float]]] = {}
    for row in print_misread_counts():
        typed, read = row.edit
        if len(typed) == 1 and CYRILLIC.match(typed) and len(read) < 3:
            found.setdefault(typed, []).append((read, float(row.count)))
    return found


def old_spelling(text: str) -> str:
    """A text of today as it was spelt before 1918, with е for ѣ."""
    return " ".join(in_old_spelling("", word, yat=False) for word in text.split())


def print_page(text: str, seed: int) -> tuple[str, list[PrintError]]:
    """A text in the old spelling as one page of it is read, and every misread stretch.

    Args:
        text: In the old spelling; its white space becomes single spaces.
        seed: Of the page's habits and errors.
    """
    chance = random.Random(seed)  # noqa: S311 - no secret is made of it
    habits = Habits.drawn(chance)
    words = text.split()
    page, errors, column = "", list[PrintError](), 0
    while words:
        truth = words.pop(0)
        read = misread(truth, habits, chance)
        column += len(truth) + 1
        if column > LINE:
            column = 0
            read = _hyphened(read, chance) if chance.random() < habits.hyphens else read
        while words and chance.random() < _loss(truth, habits):
            truth, read = f"{truth} {words[0]}", read + misread(words[0], habits, chance)
            words.pop(0)
        if read != truth and read:
            errors.append(PrintError(len(page), len(page) + len(read), read, truth))
        page += (read or truth) + " "
    return page.rstrip(), errors


def _loss(word: str, habits: Habits) -> float:
    """The chance that the space behind a word is lost."""
    last = word.rsplit(" ", 1)[-1]
    return habits.spaces if last[-1].isalnum() else habits.marks if last[-1] in ",;:.—" else 0.0


def misread(word: str, habits: Habits, chance: random.Random) -> str:
    """A word as it is read."""
    if word == "№" and habits.rate > CLEAN_RATE:
        return chance.choice(NUMBER_SIGNS)
    if re.fullmatch("[IVX]{2,}[.,]?", word) and habits.rate > CLEAN_RATE:
        return word.translate(ROMAN)
    return "".join(_misread_letter(letter, habits, chance) for letter in word)


def _misread_letter(letter: str, habits: Habits, chance: random.Random) -> str:
    other, share = habits.letters.get(letter, ("", 0.0))
    if chance.random() < share:
        return other
    choices = misreadings().get(letter)
    if choices and chance.random() < habits.rate:
        return chance.choices([read for read, _ in choices], [weight for _, weight in choices])[0]
    return letter


def _hyphened(word: str, chance: random.Random) -> str:
    """The word with a hyphen inside, where it is long enough."""
    letters = [at for at in range(2, len(word) - 2) if word[at - 2 : at + 2].isalpha()]
    at = chance.choice(letters) if letters else 0
    return f"{word[:at]}-{word[at:]}" if at else word

"""Whether two texts are one, read, typed or cut otherwise."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

from rapidfuzz import fuzz

from align.corpus.minhash import plain_words

Verdict = Literal["same", "other", "unlike"]
"""The same text; one that agrees but for names or numbers, as two telegrams of one form do; another text."""

WINDOW = 48
"""Letters that are looked for at a time."""
MOST_WINDOWS = 100
"""Windows that are looked for, spread over the text."""
FOUND = 70.0
"""Likeness of a window and its place, 0-100, from which it counts as found.

Of a worn page that was read twice 19 of 20 windows have more, their mean is 88-95; unrelated letters have
40-55.
"""
MIN_COVERED = 0.9
"""Part of the windows of the shorter text that must be found in the longer one."""
MIN_LETTERS = 150
"""Letters of a text below which only an equal one is the same."""
MIN_PART = 0.1
"""Part of the longer text that the shorter one must have."""
WORD = 4
"""Letters of a word that must be found by itself."""
WORD_FOUND = 60.0
"""Likeness from which it is."""
AROUND = 6
"""Letters around the place of a window in which its words may stand."""


@dataclass(frozen=True)
class Tolerance:
    """What may differ in the same text.

    Attributes:
        words: Part of the long words that need not be found.
        numbers: Part of the numbers that need not be found.
        digits: Digits of a number from which it counts.
        lost_numbers: Numbers that need not be found either, of each window: a long text has some misread.
    """

    words: float
    numbers: float
    digits: int
    lost_numbers: float = 0.0


READ = Tolerance(words=0.06, numbers=1 / 3, digits=2, lost_numbers=0.1)
"""Of an original: its pages were read by an OCR engine, which misreads letters as digits, and digits."""
TYPED = Tolerance(words=0.015, numbers=0.1, digits=1)
"""Of a translation."""


@dataclass(frozen=True)
class PlainText:
    """A text without case, marks and spaces.

    Attributes:
        words: Its words.
        letters: The same without spaces.
    """

    words: Sequence[str]
    letters: str = field(init=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "letters", "".join(self.words))

    @classmethod
    def of(cls, text: str) -> PlainText:
        """The text as it is compared."""
        return cls(plain_words(text))

    def numbers(self, digits: int) -> Counter[str]:
        """Its numbers of at least so many digits."""
        return Counter(word for word in self.words if word.isdecimal() and len(word) >= digits)


@dataclass(frozen=True)
class Comparison:
    """What two texts have in common.

    Attributes:
        verdict: Whether they are the same.
        similarity: Mean likeness of the windows of the shorter with their places in the longer, 0-1.
        lengths: Letters of the one and of the other.
    """

    verdict: Verdict
    similarity: float
    lengths: tuple[int, int]

    @property
    def part(self) -> float:
        """Length of the shorter over that of the longer, 0-1."""
        return min(self.lengths) / max(*self.lengths, 1)

    @property
    def is_short(self) -> bool:
        """Whether one of them is so short that chance can make them equal."""
        return min(self.lengths) < MIN_LETTERS


def compared(one: PlainText, other: PlainText, tolerance: Tolerance) -> Comparison:
    """Compare two texts.

    Args:
        one: A text.
        other: Another one.
        tolerance: What may differ.

    Example:
        >>> compared(PlainText.of("Yes, I come."), PlainText.of("yes i come"), TYPED).verdict
        'same'
    """
    shorter, longer = sorted((one, other), key=lambda text: (len(text.letters), text.letters))
    lengths = len(one.letters), len(other.letters)
    if shorter.letters == longer.letters:
        return Comparison("same" if shorter.letters else "unlike", 1.0, lengths)
    if len(shorter.letters) < max(MIN_LETTERS, MIN_PART * len(longer.letters)):
        return Comparison("unlike", 0.0, lengths)
    windows = _windows(shorter.words)
    scores, places = zip(*(_place("".join(window), longer.letters) for window in windows), strict=True)
    similarity = sum(scores) / len(scores) / 100
    if sum(score >= FOUND for score in scores) < MIN_COVERED * len(scores):
        return Comparison("unlike", similarity, lengths)
    numbers, others = shorter.numbers(tolerance.digits), longer.numbers(tolerance.digits)
    bearable = max(tolerance.numbers * numbers.total(), tolerance.lost_numbers * len(windows))
    same = _lost_words(windows, places) <= tolerance.words and (numbers - others).total() <= bearable
    return Comparison("same" if same else "other", similarity, lengths)


def _windows(words: Sequence[str]) -> list[list[str]]:
    """The words in stretches of about :data:`WINDOW` letters, at most :data:`MOST_WINDOWS` of them."""
    windows, length = list[list[str]]([[]]), 0
    for word in words:
        if length + len(word) > WINDOW and windows[-1]:
            windows.append([])
            length = 0
        windows[-1].append(word[:WINDOW])
        length += len(windows[-1][-1])
    if len(windows) > 1 and length < WINDOW // 2:
        windows.pop()  # a remainder is found anywhere
    count = min(len(windows), MOST_WINDOWS)
    return [windows[at * len(windows) // count] for at in range(count)]


def _place(window: str, text: str) -> tuple[float, str]:
    """How like a window the stretch of a text is that is most like it, 0-100; with some letters around it."""
    found = fuzz.partial_ratio_alignment(window, text)
    if found is None:
        return 0.0, ""
    return found.score, text[max(found.dest_start - AROUND, 0) : found.dest_end + AROUND]


def _lost_words(windows: Sequence[Sequence[str]], places: Sequence[str]) -> float:
    """The part of the long words that do not stand where their windows were found."""
    pairs = [
        (word, place)
        for window, place in zip(windows, places, strict=True)
        for word in window
        if len(word) >= WORD
    ]
    lost = sum(fuzz.partial_ratio(word, place) < WORD_FOUND for word, place in pairs)
    return lost / max(len(pairs), 1)

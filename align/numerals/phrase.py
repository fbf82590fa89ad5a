"""The words of one number, read one by one."""

from __future__ import annotations

from collections.abc import Sequence

from align.lang.number_words import NumberWords
from align.numerals.composer import Composer
from align.numerals.quantity import Form

MAX_FILLERS = 2
"""Small words in a row inside a number (``two and a half``, ``half of a million``)."""


class Phrase:
    """A number in words.

    Args:
        numbers: The number words of the language.

    Example:
        >>> from align.lang.registry import language
        >>> phrase = Phrase(language("en").numbers)
        >>> phrase.read("two and a half million people".split(), 0), phrase.values
        (5, frozenset({2500000.0}))
    """

    def __init__(self, numbers: NumberWords) -> None:
        self.numbers = numbers
        self.composer = Composer(numbers.years_in_pairs)
        self.words: list[str] = []
        self.other_values: set[float] = set()

    def read(self, words: Sequence[str], first: int) -> int:
        """Read the number that begins with a word.

        Args:
            words: In lower case, ё as е.
            first: Where the number may begin.

        Returns:
            The index after its last word; ``first`` where no number begins.
        """
        stop = first
        while (reached := self._next(words, stop)) > stop:
            stop = reached
        return stop

    @property
    def values(self) -> frozenset[float]:
        """All values that the words may have."""
        values = {self.composer.value, *self.other_values}
        if len(self.words) > 1 and self.words[0] in self.numbers.indefinite:
            factor = self.numbers.number(self.words[0]) or 1
            values.add(factor * (self.composer.value - factor))  # «тысячи три» is 3000
        if self._is_cut_year:
            values.add(self.composer.value + 1000)
        return frozenset(values)

    @property
    def parts(self) -> frozenset[float]:
        """The number of each word alone."""
        return frozenset(self.numbers.number(word) or 0 for word in self.words)

    @property
    def form(self) -> Form:
        """How sure it is that the words name a number."""
        if len(self.words) == 1 and self.words[0] in self.numbers.homonyms:
            return "homonym"
        certain = {word for word in self.words if word in self.numbers.exact}
        return "word" if certain and not set(self.words) <= self.numbers.indefinite else "vague"

    @property
    def _is_cut_year(self) -> bool:
        """Whether the number may be a year without its thousand: an ordinal of three figures."""
        if not (self.numbers.years_cut_to_hundreds and 100 <= self.composer.value < 1000):
            return False
        return self.words[-1] not in self.numbers.exact and self.words[-1] not in self.numbers.joining

    def _next(self, words: Sequence[str], at: int) -> int:
        """The index after the next number word that belongs to the number; ``at`` where none does."""
        for place in range(at, min(at + MAX_FILLERS + 1, len(words))):
            fillers = words[at:place]
            if self._add(words[place], fillers):
                self.words.append(words[place])
                return place + 1
            if not self.words or words[place] not in self._fillers:
                break
        return at

    @property
    def _fillers(self) -> frozenset[str]:
        return self.numbers.conjunctions | self.numbers.fraction_joiners | self.numbers.part_of

    def _add(self, word: str, fillers: Sequence[str]) -> bool:
        """Add a word to the number, if it is a number word and may follow."""
        value = self.numbers.number(word)
        if value is None or (self.words and word in self.numbers.articles):
            return False
        if word in self.numbers.fractions:
            return self._add_fraction(value, fillers)
        if self.numbers.multiplies(word):
            return self._may_multiply(fillers) and self._add_multiplier(word, value)
        return self._add_plain(word, value, fillers)

    def _add_fraction(self, fraction: float, fillers: Sequence[str]) -> bool:
        before = self.composer.value
        joined = bool(fillers) and fillers[0] in self.numbers.fraction_joiners
        if (fillers and not joined) or not self.composer.add_fraction(fraction, joined=joined):
            return False
        if not joined and self.words and self.words[-1] in self.numbers.vague:
            self.other_values.add(before)  # *the second half* is not two halves
        if not joined and fraction < 1 / 2:
            self.other_values |= {before, round(1 / fraction)} - {0}  # «две трети» may be written 2/3
        return True

    def _add_multiplier(self, word: str, factor: float) -> bool:
        before = self.composer.value
        added = self.composer.add_multiplier(factor)
        if added and before > 1 and word in self.numbers.vague:
            self.other_values.add(before)  # a translator may put a dozen for ten
        return added

    def _may_multiply(self, fillers: Sequence[str]) -> bool:
        """Whether the small words before a multiplier fit: ``half of a million``."""
        return not fillers or (
            self.words[-1] in self.numbers.fractions and self.numbers.part_of.issuperset(fillers)
        )

    def _add_plain(self, word: str, value: float, fillers: Sequence[str]) -> bool:
        before = self.composer.value
        if not fillers or (self._is_conjunction(fillers) and self.composer.value >= 100):
            added = self.composer.add(value)
            if before and self.composer.value == 100 * before + value:
                self.other_values |= {before, value}  # *fifteen twenty* may be two numbers
        else:
            added = self._is_conjunction(fillers) and self._add_tens(value)
        if added:
            self.composer.closed = word in self.numbers.vague and value == int(value)
        return added

    def _add_tens(self, tens: float) -> bool:
        """The tens of *five-and-twenty*, which may be two numbers as well."""
        unit = self.composer.value
        turned = self.numbers.unit_before_tens and len(self.words) == 1 and unit < 10
        if not turned or tens % 10 or not 20 <= tens < 100 or self.words[0] in self.numbers.articles:
            return False
        self.composer.part = unit + tens
        self.other_values |= {unit, tens}
        return True

    def _is_conjunction(self, fillers: Sequence[str]) -> bool:
        return len(fillers) == 1 and fillers[0] in self.numbers.conjunctions

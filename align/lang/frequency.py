"""How common a word is, by the lists of wordfreq (Speer 2022), which are kept as tables for all processes."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import chain
from typing import Any

from align.lang import registry
from align.lang.form_table import FormTable
from align.lang.number_frequency import number_share, with_zeros
from align.lang.word_list import list_file, listed_folded_shares, listed_shares

WordFrequency = Callable[[str], float]
"""From a word to its Zipf frequency: log10 of its occurrences in 10^9 words, 0 for an unknown word."""

NORMALISED = frozenset(("ar", "az", "fa", "he", "kk", "ro", "sr", "tr", "ur"))
"""Languages whose words wordfreq changes before it looks them up: other letters, no vowel signs."""

TOKEN = re.compile(r"\d+(?:[.,]\d+)+|\w+(?:['.]\w+)*")
"""A number with its marks, or a word with its apostrophes and points."""

CACHE_SIZE = 1 << 16
"""Words whose frequencies are kept."""


@dataclass(frozen=True, eq=False)
class ExtendedShares(Mapping[str, float]):
    """A table with further forms; their numbers take the place of its own."""

    table: Mapping[str, float]
    more: Mapping[str, float]

    def __getitem__(self, form: str) -> float:
        """The number of a form; raises ``KeyError`` where there is no such form."""
        found = self.more.get(form)
        return self.table[form] if found is None else found

    def get(self, form: str, default: Any = None) -> Any:  # noqa: ANN401 - a default may be of any type
        """The number of a form, else the default."""
        found = self.more.get(form)
        return self.table.get(form, default) if found is None else found

    def __iter__(self) -> Iterator[str]:
        """The forms of the table, then the others."""
        return chain(self.table, (form for form in self.more if form not in self.table))

    def __len__(self) -> int:
        """Number of forms."""
        return len(self.table) + sum(form not in self.table for form in self.more)


def shares_above(shares: Mapping[str, float], least: float) -> dict[str, float]:
    """The forms whose number is above ``least``."""
    if isinstance(shares, ExtendedShares):
        return shares_above(shares.table, least) | shares_above(shares.more, least)
    if isinstance(shares, FormTable):
        return shares.above(least)
    return {form: share for form, share in shares.items() if share > least}


def has_word_list(language: str) -> bool:
    """Whether wordfreq has a list of the words of ``language`` as they stand between spaces."""
    return registry.language(language).resources.spaced_word_list and list_file(language) is not None


def word_shares(language: str) -> Mapping[str, float]:
    """Of each listed form the fraction of all words, the most frequent first; empty where there is no list.

    A form that is listed only with ё has its number with е as well.
    """
    return listed_shares(language) if has_word_list(language) else {}


def folded_shares(language: str) -> Mapping[str, float]:
    """Of each folded form the fraction of all words of its most frequent spelling; 0 for other forms."""
    return listed_folded_shares(language) if has_word_list(language) else {}


@cache
def word_frequency(language: str) -> WordFrequency | None:
    """Zipf frequencies of the words of ``language``; ``None`` where there is no list for it."""
    if not has_word_list(language):
        return None
    shares = word_shares(language)
    if language in NORMALISED:
        return lambda word: zipf_frequency(word, language)
    return lru_cache(CACHE_SIZE)(lambda word: _zipf(word, shares))


def zipf_frequency(word: str, language: str) -> float:
    """The Zipf frequency of a word, or of a string of several, as wordfreq gives it: two decimals.

    Raises:
        LookupError: wordfreq has no list of the language.
    """
    if has_word_list(language) and language not in NORMALISED:
        return _zipf(word, word_shares(language))
    import wordfreq

    return float(wordfreq.zipf_frequency(word, language))


def _zipf(word: str, shares: Mapping[str, float]) -> float:
    """Of several words together: one over the sum of what one over their shares is."""
    form = word.casefold().replace("\N{RIGHT SINGLE QUOTATION MARK}", "'")
    tokens = [form] if form in shares else TOKEN.findall(form)
    found = [_share(token, shares) for token in tokens]
    if not found or not all(found):
        return 0.0
    return max(round(math.log10(1 / sum(1 / share for share in found)) + 9, 2), 0.0)


def _share(token: str, shares: Mapping[str, float]) -> float:
    """The share of a word; numbers share that of their length, by how usual such a number is."""
    if not any(map(str.isdigit, token)):
        return shares.get(token, 0.0)
    smashed = with_zeros(token)
    return shares.get(smashed, 0.0) * (number_share(token) if smashed != token else 1.0)

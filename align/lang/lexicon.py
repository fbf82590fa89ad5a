"""The words of a language: whether it has a word, and how frequent the word is."""

from __future__ import annotations

import math
import unicodedata
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache, cached_property, lru_cache
from importlib.metadata import version

from align.lang import registry
from align.lang.folding import fold, unify
from align.lang.frequency import ExtendedShares, folded_shares, shares_above, word_shares
from align.lang.lemma import analyzer, has_dictionary
from align.lang.spelling_dictionary import dictionary, has_free_compounds
from align.lang.word_list import folded

MIN_KNOWN_ZIPF, MIN_KNOWN_LETTERS = 3.5, 5
"""Zipf frequency and letters from which a word is known without a look into the dictionary."""

MIN_SHORT_PART_ZIPF, MIN_PART_LETTERS = 4.0, 4
"""Zipf frequency that a part of a compound must have when it has fewer letters: most pairs of letters are
listed as some word."""

MIN_BROKEN_ZIPF = 2.5
"""Zipf frequency of a word from which the same word with a hyphen inside is no compound."""

KEPT_FORMS = 1 << 17
"""Forms whose frequency is kept, and whether they are known: 30 MB; a long document asks for millions."""

PARADIGMS = 1 << 14
"""Words whose forms are kept."""

MIN_SCRIPT_SHARE = 3e-4
"""Fraction of all words from which a word's letters count for the script of the language."""

MIN_LETTER_SHARE = 3e-3
"""Fraction of all words from which a single letter is a word."""


@dataclass(frozen=True, eq=False)
class Lexicon:
    """The words of one language.

    Attributes:
        language: ISO 639-1.
        frequencies: Of each form, its fraction of all words (wordfreq, Speer 2022).
        dictionary: Whether a folded form is a word; pymorphy3's dictionary where there is one, hunspell's
            otherwise, ``None`` where there is neither.
        paradigm: From a form to all forms of its word; ``None`` where they are not known.
        folded: Of each folded form, the fraction of all words of its most frequent spelling; made of
            ``frequencies`` where it is ``None``.
        slow: Whether a look into the dictionary takes so long that a whole list is not looked up.
    """

    language: str
    frequencies: Mapping[str, float]
    dictionary: Callable[[str], bool] | None = None
    paradigm: Callable[[str], Sequence[str]] | None = None
    folded: Mapping[str, float] | None = None
    slow: bool = False
    _found: dict[str, tuple[float, bool]] = field(default_factory=dict, repr=False)
    _zipfs: dict[str, float] = field(default_factory=dict, repr=False)

    def look_up(self, word: str) -> tuple[float, bool]:
        """Zipf frequency (0 for an unlisted form) and whether the word is known.

        A compound with hyphens is as frequent as its rarest part. It is known when all its parts are known
        and its short parts are frequent, and if it is no frequent word without the hyphen. Without a
        dictionary every listed word is known.
        """
        form = fold(word)
        found = self._found.get(form)
        if found is None:
            if len(self._found) >= KEPT_FORMS:
                self._found.clear()
            found = self._found[form] = self._look_up(form)
        return found

    def zipf(self, word: str) -> float:
        """Zipf frequency, 0 for an unlisted form."""
        return self.look_up(word)[0]

    def knows(self, word: str) -> bool:
        """Whether it is a word of the language."""
        return self.look_up(word)[1]

    def lists(self, word: str) -> bool:
        """Whether the word itself, not only its parts, is in the frequency list or in the dictionary."""
        form = fold(word)
        return self.zipf_of(form) > 0 or (self.dictionary is not None and self.dictionary(form))

    def zipf_of(self, form: str) -> float:
        """Log10 of the occurrences of a folded form in 10^9 words; 0 for an unlisted form."""
        zipf = self._zipfs.get(form)
        if zipf is None:
            if len(self._zipfs) >= KEPT_FORMS:
                self._zipfs.clear()
            frequency = self.frequencies.get(form) or self.search_shares.get(form)
            zipf = self._zipfs[form] = max(math.log10(frequency) + 9, 0.0) if frequency else 0.0
        return zipf

    def _look_up(self, form: str) -> tuple[float, bool]:
        zipf = self.zipf_of(form)
        frequent = zipf >= MIN_KNOWN_ZIPF and len(form) >= MIN_KNOWN_LETTERS
        known = frequent or (self.dictionary(form) if self.dictionary is not None else zipf > 0)
        if "-" not in form.strip("-") or zipf:
            return zipf, known
        parts = form.split("-")
        found = [self.look_up(part) for part in parts]
        plausible = all(
            zipf >= MIN_SHORT_PART_ZIPF or len(part) >= MIN_PART_LETTERS
            for part, (zipf, _) in zip(parts, found, strict=True)
        )
        whole = plausible and all(known for _, known in found) and not self._is_broken(parts)
        return min(zipf for zipf, _ in found), known or whole

    def _is_broken(self, parts: Sequence[str]) -> bool:
        """Whether parts with a hyphen between are one word as it stood at the end of a line: ``ни-чего``."""
        return len(parts) == 2 and self.zipf_of("".join(parts)) >= MIN_BROKEN_ZIPF

    def with_words(self, shares: Mapping[str, float]) -> Lexicon:
        """A lexicon with further words: folded form -> fraction of all words; the larger fraction counts."""
        if not shares:
            return self
        own, folded = self.frequencies, self.search_shares
        return replace(
            self,
            frequencies=ExtendedShares(own, _at_least(shares, own)),
            folded=ExtendedShares(folded, _at_least({unify(form): shares[form] for form in shares}, folded)),
            _found={},
            _zipfs={},
        )

    @cached_property
    def script(self) -> frozenset[str]:
        """The scripts of its frequent words, by the first word of a letter's Unicode name (``CYRILLIC``)."""
        common = shares_above(self.frequencies, MIN_SCRIPT_SHARE)
        counts = Counter(unicodedata.name(c, "?").split()[0] for form in common for c in form if c.isalpha())
        return frozenset(name for name, count in counts.items() if count > counts.total() / 10)

    @lru_cache(maxsize=4096)  # noqa: B019 - a lexicon is kept as long as the process
    def writes(self, letter: str) -> bool:
        """Whether a letter is of the script that this language is written in."""
        return not self.script or unicodedata.name(letter, "?").split()[0] in self.script

    @cached_property
    def single_letter_words(self) -> tuple[str, ...]:
        """Its words of a single letter."""
        single = (form for form in shares_above(self.frequencies, MIN_LETTER_SHARE) if len(form) == 1)
        return tuple(form for form in single if form.isalpha() and self.writes(form))

    @cached_property
    def search_shares(self) -> Mapping[str, float]:
        """Of each folded form, the fraction of all words of its most frequent spelling."""
        return folded(self.frequencies) if self.folded is None else self.folded


def _at_least(shares: Mapping[str, float], other: Mapping[str, float]) -> dict[str, float]:
    """Shares of forms, each at least that of another mapping."""
    return {form: max(share, other.get(form, 0.0)) for form, share in shares.items()}


@cache
def load(language: str) -> Lexicon:
    """The lexicon of a language (ISO 639-1), with the dictionary that is installed for it; loaded once."""
    morphology = _morphology(language)
    speller = registry.language(language).resources.speller if morphology is None else None
    return Lexicon(
        language,
        word_shares(language),
        morphology or (None if speller is None else dictionary(speller)),
        _paradigm(language),
        folded_shares(language),
        slow=speller is not None and has_free_compounds(speller),
    )


def dependencies(language: str) -> tuple[str, ...]:
    """The versions of the packages that the lexicon of a language is made of."""
    speller = registry.language(language).resources.speller
    dictionary_of = f"pymorphy3-dicts-{language}" if has_dictionary(language) else "spylls" if speller else ""
    return tuple(f"{name} {version(name)}" for name in ("wordfreq", dictionary_of) if name)


def _morphology(language: str) -> Callable[[str], bool] | None:
    morphology = analyzer(language)
    return None if morphology is None else lambda form: bool(morphology.word_is_known(form))


def _paradigm(language: str) -> Callable[[str], Sequence[str]] | None:
    morphology = analyzer(language)
    if morphology is None:
        return None
    return lru_cache(PARADIGMS)(lambda form: [fold(own.word) for own in morphology.parse(form)[0].lexeme])

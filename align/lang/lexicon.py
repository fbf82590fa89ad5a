"""Which words a language knows, and how common they are."""

from __future__ import annotations

import math
import unicodedata
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from align.lang.folding import fold, unify
from align.lang.frequency import has_word_list
from align.lang.lemma import analyzer

KNOWN_FROM_ZIPF, WHOLE_WORD = 3.5, 5
"""Zipf and letters from which a word is known without asking the dictionary."""
USED, WHOLE_PART = 4.0, 4
"""Zipf that a part of a compound must have when it has fewer letters: any two letters are some word."""
SCRIPT_SHARE = 3e-4
ALONE_SHARE = 3e-3
SPELLERS = {"ru": "ru/ru", "en": "en/en_US", "sv": "sv/sv_SE"}


@dataclass(frozen=True, eq=False)
class Lexicon:
    """The words of one language.

    ``frequencies``: of each form, fraction of all words (wordfreq, Speer 2022).
    ``dictionary``: True for a word it knows, pymorphy3's where there is one, hunspell's otherwise.
    ``paradigm``: all forms of a form's word, where they are known.
    """

    language: str
    frequencies: Mapping[str, float]
    dictionary: Callable[[str], bool] | None = None
    paradigm: Callable[[str], Sequence[str]] | None = None
    _memory: dict[str, tuple[float, bool]] = field(default_factory=dict, repr=False)

    def look_up(self, word: str) -> tuple[float, bool]:
        """Zipf frequency (0: not seen) and whether the dictionary knows the word.

        A compound with hyphens is as common as its rarest part, and known when all parts are, the short
        ones in common use.
        Without a dictionary a word is known that was ever seen.
        """
        form = fold(word)
        if form not in self._memory:
            self._memory[form] = self._look_up(form)
        return self._memory[form]

    def zipf(self, word: str) -> float:
        """Zipf frequency, 0 for a form never seen."""
        return self.look_up(word)[0]

    def knows(self, word: str) -> bool:
        """Whether it is a word of the language."""
        return self.look_up(word)[1]

    def lists(self, word: str) -> bool:
        """Whether the word was seen, or the dictionary has it, as it stands and not only by its parts."""
        form = fold(word)
        return self.zipf_of(form) > 0 or (self.dictionary is not None and self.dictionary(form))

    def zipf_of(self, form: str) -> float:
        """Log10 of occurrences in 10^9 words of a folded form that is no compound; 0 when not seen."""
        frequency = self.frequencies.get(form) or self._dotted.get(form)
        return max(math.log10(frequency) + 9, 0.0) if frequency else 0.0

    @cached_property
    def _dotted(self) -> Mapping[str, float]:
        """Forms that are listed with ё only, by their spelling with е."""
        return {fold(form): share for form, share in self.frequencies.items() if "ё" in form}

    def _look_up(self, form: str) -> tuple[float, bool]:
        zipf = self.zipf_of(form)
        sure = zipf >= KNOWN_FROM_ZIPF and len(form) >= WHOLE_WORD
        known = sure or (self.dictionary(form) if self.dictionary is not None else zipf > 0)
        if "-" not in form.strip("-") or zipf:
            return zipf, known
        words = form.split("-")
        parts = [self.look_up(part) for part in words]
        used = all(
            zipf >= USED or len(part) >= WHOLE_PART for part, (zipf, _) in zip(words, parts, strict=True)
        )
        return min(zipf for zipf, _ in parts), known or (used and all(known for _, known in parts))

    @cached_property
    def script(self) -> frozenset[str]:
        """The letters its common words are written with."""
        common = (form for form, share in self.frequencies.items() if share > SCRIPT_SHARE)
        counts = Counter(unicodedata.name(c, "?").split()[0] for form in common for c in form if c.isalpha())
        return frozenset(name for name, count in counts.items() if count > counts.total() / 10)

    @lru_cache(maxsize=4096)  # noqa: B019 - a lexicon lives as long as the run
    def writes(self, letter: str) -> bool:
        """Whether a letter is of the script this language is written in."""
        return not self.script or unicodedata.name(letter, "?").split()[0] in self.script

    @cached_property
    def single_letter_words(self) -> tuple[str, ...]:
        """Its words of a single letter."""
        common = (form for form, share in self.frequencies.items() if len(form) == 1 and share > ALONE_SHARE)
        return tuple(form for form in common if form.isalpha() and self.writes(form))

    @cached_property
    def search_shares(self) -> Mapping[str, float]:
        """The share of each form as it is searched, that of its commonest spelling; all are small letters."""
        found: dict[str, float] = {}
        for form, share in self.frequencies.items():
            plain = unify(form)
            found[plain] = max(share, found.get(plain, 0.0))
        return found


def load(language: str) -> Lexicon:
    """The lexicon of a language (ISO 639-1), with what is installed for it."""
    frequencies = _frequencies(language)
    morphology = _morphology(language)
    speller = _speller(language) if morphology is None else None
    return Lexicon(language, frequencies, morphology or _either_case(speller), _paradigm(language))


def _either_case(speller: Callable[[str], bool] | None) -> Callable[[str], bool] | None:
    """A spelling dictionary holds names with their capital only."""
    if speller is None:
        return None
    return lambda form: speller(form.upper())  # capitals may be anything: london, London, LONDON


def _frequencies(language: str) -> Mapping[str, float]:
    if not has_word_list(language):
        return {}
    from wordfreq import get_frequency_dict

    frequencies: Mapping[str, float] = get_frequency_dict(language, "best")
    return frequencies


def _morphology(language: str) -> Callable[[str], bool] | None:
    morphology = analyzer(language)
    return None if morphology is None else lambda form: bool(morphology.word_is_known(form))


def _paradigm(language: str) -> Callable[[str], Sequence[str]] | None:
    morphology = analyzer(language)
    if morphology is None:
        return None
    return lambda form: [fold(own.word) for own in morphology.parse(form)[0].lexeme]


def _speller(language: str) -> Callable[[str], bool] | None:
    spec = find_spec("spylls") if language in SPELLERS else None
    if spec is None or not spec.submodule_search_locations:
        return None
    from spylls.hunspell import Dictionary

    folder = Path(spec.submodule_search_locations[0]) / "hunspell" / "data"
    dictionary: Any = Dictionary.from_files(str(folder / SPELLERS[language]))
    return lambda form: bool(dictionary.lookup(form))

"""The confusions of a document before its first pass, from its unknown words alone.

A fount or an engine that takes one letter for another does so on the whole page: ъ for е, ф for Ф. Each word
that is none may have had another letter at one place; the letters that explain most of such words are the
confusions of the page (expectation-maximisation over single substitutions and the frequencies of words).
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import lru_cache

from align.lang.folding import unify
from align.lang.frequency import shares_above
from align.lang.lexicon import Lexicon
from align.ocr.channel.adaptation import EMPTY_PROFILE, Profile
from align.ocr.channel.channel import Edit
from align.ocr.lattice.spelling import OldSpelling
from align.text.token import tokenize

MAX_WORDS = 200
"""Distinct unknown words of a document that are looked at."""
MIN_LETTERS = 3
"""Letters of a word that is looked at: most shorter strings are near some word."""
MIN_WORDS, MIN_WORDS_OF_PAIR = 5.0, 2.5
"""Expected distinct words from which a confusion is one of the page; fewer where two letters are read as
one, or one as two, which seldom makes a word by chance."""
OTHER_SHARE = 1e-6
"""Weight, beside the frequencies of words, of the chance that a word has no such confusion."""
VOWELS = frozenset("аеийоуыэюяѣ")
NARROW = "і"
"""A letter so narrow that an OCR reads it and the letter beside it as one: ``ш`` for ``ні``. It stands before
vowels (and й) alone."""
ROUNDS = 12
MIN_ALPHABET_SHARE, MAX_ALPHABET = 1e-5, 80
"""Fraction of all words from which a word shows the letters of its language; letters of an alphabet."""
LANGUAGES = 64
"""Languages whose alphabets are kept."""
LETTERS = re.compile(r"[^\W\d_]+")

Options = Mapping[Edit, float]
"""For one word the substitutions that make it a word, with the frequency (fraction of all words) of that."""


def document_confusions(texts: Sequence[str], lexicon: Lexicon, spelling: OldSpelling | None) -> Profile:
    """The profile of a document by its unknown words alone.

    Args:
        texts: Its sentences.
        lexicon: Of their language.
        spelling: Of the sentences that are printed in an old one.
    """
    words = [part for text in texts for token in tokenize(text) for part in LETTERS.findall(token.core)]
    shares = lexicon.search_shares

    def share_of_form(word: str) -> float:
        return shares.get(unify(word.lower()), 0.0)  # most of them are no words, and not worth keeping

    if spelling is None:
        return seed_profile(words, share_of_form, alphabet(lexicon))

    def share(word: str) -> float:
        return max(map(share_of_form, spelling.readings(word)), default=0.0)

    return seed_profile(words, share, alphabet(lexicon) + spelling.letters)


@lru_cache(maxsize=LANGUAGES)
def alphabet(lexicon: Lexicon) -> str:
    """The letters of the frequent words of a language; none of one with very many."""
    common = shares_above(lexicon.search_shares, MIN_ALPHABET_SHARE)
    letters = {letter for form in common for letter in form if letter.isalpha() and lexicon.writes(letter)}
    return "".join(sorted(letters)) if len(letters) <= MAX_ALPHABET else ""


def seed_profile(
    words: Sequence[str], share: Callable[[str], float], letters: str, most: int | None = MAX_WORDS
) -> Profile:
    """The profile of the confusions that explain the unknown words of a document.

    Args:
        words: All words of the document, as they are printed.
        share: The fraction of all words that a printed word has; 0 for what is no word.
        letters: What a word may be printed with, in lower case.
        most: Distinct unknown words that are looked at; ``None`` for all.

    Returns:
        Expected counts of the confusions that enough different words show.
    """
    counts = Counter(word for word in words if len(word) >= MIN_LETTERS and word.isalpha())
    unknown = [word for word in counts if _is_unknown(word, share)][:most]
    merged = [
        NARROW + letter if letter in VOWELS else letter + NARROW
        for letter in letters
        if NARROW in letters and letter != NARROW
    ]
    options = {word: found for word in unknown if (found := dict(_options(word, share, letters, merged)))}
    posteriors = _posteriors(options)
    distinct: defaultdict[Edit, float] = defaultdict(float)
    occurrences: defaultdict[Edit, float] = defaultdict(float)
    for word, found in posteriors.items():
        for edit, probability in found.items():
            distinct[edit] += probability
            occurrences[edit] += probability * counts[word]
    edits = {edit: count for edit, count in occurrences.items() if distinct[edit] >= _least(edit)}
    return Profile(edits, _typed(words, edits)) if edits else EMPTY_PROFILE


def _least(edit: Edit) -> float:
    """The distinct words that a confusion needs."""
    return MIN_WORDS if len(edit[0]) == len(edit[1]) else MIN_WORDS_OF_PAIR


def _is_unknown(word: str, share: Callable[[str], float]) -> bool:
    """Whether it is no word as it is printed; no word has capitals behind small letters."""
    return _mixes_capitals(word) or not share(word.lower())


def _mixes_capitals(word: str) -> bool:
    return not word.isupper() and word[1:] != word[1:].lower()


def _options(
    word: str, share: Callable[[str], float], letters: str, merged: Sequence[str]
) -> Iterator[tuple[Edit, float]]:
    """The edits of one letter, or of two that stand for one another, at one place, that make the word one."""
    small = word.lower()
    places = [at for at in range(1, len(word)) if word[at].isupper()] if _mixes_capitals(word) else None
    if places is not None and len(places) != 1:
        return
    for at in places or range(len(word)):
        for typed in (*letters, *merged):
            if typed != word[at] and (found := share(small[:at] + typed + small[at + 1 :])):
                yield (_cased(typed, word, at), word[at]), found
        pair = word[at : at + 2] if places is None else ""
        for typed in letters if len(pair) == 2 else "":
            if found := share(small[:at] + typed + small[at + 2 :]):
                yield (_cased(typed, word, at), pair), found


def _cased(typed: str, word: str, at: int) -> str:
    """A typed text with a capital where it begins a word that has one."""
    return typed.capitalize() if not at and word[0].isupper() else typed


def _posteriors(options: Mapping[str, Options]) -> dict[str, dict[Edit, float]]:
    """For each word the probability of each of its substitutions."""
    edits = {edit for found in options.values() for edit in found}
    rates: Mapping[Edit, float] = dict.fromkeys(edits, 1 / max(len(edits), 1))
    posteriors: dict[str, dict[Edit, float]] = {}
    for _ in range(ROUNDS):
        totals: defaultdict[Edit, float] = defaultdict(float)
        for word, found in options.items():
            weights = {edit: rates[edit] * share for edit, share in found.items()}
            whole = sum(weights.values()) + OTHER_SHARE / max(len(edits), 1)
            posteriors[word] = {edit: weight / whole for edit, weight in weights.items()}
            for edit, probability in posteriors[word].items():
                totals[edit] += probability
        rates = {edit: totals[edit] / max(len(options), 1) for edit in edits}
    return posteriors


def _typed(words: Sequence[str], edits: Mapping[Edit, float]) -> dict[str, float]:
    """How often each character was typed, if these confusions are those of the page."""
    typed: Counter[str] = Counter("".join(words))
    counts = {character: float(count) for character, count in typed.items()}
    for (letter, read), count in edits.items():
        counts[letter] = counts.get(letter, 0.0) + count
        counts[read] = max(counts.get(read, 0.0) - count, 0.0)
    return counts

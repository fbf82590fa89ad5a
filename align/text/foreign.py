"""Which sentences of a side are in another language."""

from __future__ import annotations

from collections.abc import Sequence

from align.text.language import best_language, language_scores
from align.text.language_scores import listed_share, plain_words_in, word_scores
from align.text.own_language import most_margin
from align.text.script import dominant, letters

MIN_WORDS, MIN_MARGIN, MIN_WORD_MARGIN, MIN_LISTED = 4, 12.0, 1.0, 0.4
"""A sentence is in another language where so many words, so many nats in all and for each word, speak for it,
and such a fraction of them are common words of that language."""

MIN_SCRIPT_SHARE, MIN_SCRIPT_WORDS, MIN_LETTERS = 0.8, 3, 4
"""In another script: fraction of the letters, words where it is Latin or Cyrillic, letters elsewhere."""

SPACED = frozenset({"latin", "cyrillic"})
"""Scripts whose words have lists: letters alone may be what an OCR made of a stamp."""

NEIGHBOUR_MARGIN = 2.0
"""Nats from which a sentence beside one in another language is in it as well."""


def foreign_languages(texts: Sequence[str], language: str, script: str) -> tuple[str | None, ...]:
    """For each sentence its language, where that is surely not the side's; else ``None``.

    Args:
        texts: The sentences of a side in order.
        language: The side's, ISO 639-1.
        script: The side's.
    """
    found = [_foreign(text, language, script) for text in texts]
    for order in (range(1, len(texts)), range(len(texts) - 2, -1, -1)):
        for at in order:
            beside = found[at - 1 if order.step > 0 else at + 1]
            if found[at] is None and beside is not None and _joins(texts[at], language, beside, script):
                found[at] = beside
    return tuple(found)


def _foreign(text: str, language: str, script: str) -> str | None:
    own = dominant(text)
    if own is None:
        return None
    if own != script:
        return _in_other_script(text, own)
    if own not in SPACED:
        return None
    found = plain_words_in(text, own)
    words = _long(found)
    least = max(MIN_MARGIN, MIN_WORD_MARGIN * words)
    if words < MIN_WORDS or most_margin(found, own, language) < least:
        return None
    scores = word_scores(text, own)
    best = best_language(scores)
    margin = -scores.get(language, 0.0)
    if best == language or margin < least:
        return None
    return best if listed_share(text, own, best) >= MIN_LISTED else None


def _in_other_script(text: str, script: str) -> str | None:
    count = letters(text, script)
    if count < MIN_LETTERS or count < MIN_SCRIPT_SHARE * sum(map(str.isalpha, text)):
        return None
    language = best_language(language_scores(text))
    if script not in SPACED:
        return language
    if _long(plain_words_in(text, script)) < MIN_SCRIPT_WORDS:
        return None
    return language if listed_share(text, script, language) >= MIN_LISTED else None


def _long(words: Sequence[str]) -> int:
    """How many words of two letters and more there are: single letters are what an OCR makes of lines."""
    return sum(len(word) > 1 for word in words)


def _joins(text: str, language: str, other: str, script: str) -> bool:
    """Whether a sentence is likelier in the language of the sentence beside it than in the side's."""
    own = dominant(text)
    if own is None or own not in SPACED:
        return False
    if own != script:
        return True
    scores = word_scores(text, own)
    return scores.get(other, -99.0) - scores.get(language, 0.0) >= NEIGHBOUR_MARGIN

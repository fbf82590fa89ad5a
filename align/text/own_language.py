"""A quick look at a sentence: how much its words can speak against the language of its side, at most.

Most sentences of a text are in its language, and each of their words says so. Here weights of words, their
repetitions and the other languages are left out of account, always in favour of another language. Only where
that leaves a doubt is it worth to compute the scores (:mod:`align.text.language_scores`).
"""

from __future__ import annotations

import math
from collections.abc import Sequence

from align.lang import word_evidence
from align.text.language_scores import NAME_WEIGHT, OTHER_PRIOR, PRIOR, columns_of

ROUNDING = 0.01
"""Nats that sums of the same numbers may differ by."""


def most_margin(words: Sequence[str], script: str, language: str) -> float:
    """Nats by which another language is the likelier one, at most; infinite where that is not known.

    Args:
        words: Of the sentence, those in the script.
        script: The sentence's.
        language: ISO 639-1.
    """
    evidence = word_evidence.load()
    columns = [at for at in columns_of(script) if evidence.languages[at][:2] == language]
    if len(columns) != 1 or not words:
        return math.inf
    column = columns[0]
    own = _prior(language)
    rows = {word: evidence.evidence(word) for word in words}
    if script == "latin" and _may_be_latin(rows, words, column, own):
        return math.inf
    return max(PRIOR.values()) - own - float(sum(rows[word][column] for word in words)) + ROUNDING


def _may_be_latin(
    rows: dict[str, word_evidence.Values], words: Sequence[str], column: int, prior: float
) -> bool:
    """Whether a sentence may be Latin rather than in its side's language: Latin has rules of its own."""
    latin = word_evidence.load().languages.index("la")
    differences = {word: float(row[latin] - row[column]) for word, row in rows.items()}
    favourable = sum(max(differences[word], 0.0) for word in words)
    contrary = sum(min(difference, 0.0) for difference in differences.values())
    return favourable + NAME_WEIGHT * contrary + _prior("la") - prior + ROUNDING > 0


def _prior(language: str) -> float:
    return PRIOR.get(language, OTHER_PRIOR)

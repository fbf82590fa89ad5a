"""A cache language model: a word that is used once is likely to be used again (Kuhn & De Mori 1990)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import log
from types import MappingProxyType

import numpy as np

from align.lang.folding import fold
from align.ocr.features.inputs import FeatureInputs
from align.ocr.features.matrix import FeatureColumns
from align.ocr.lattice.candidate import UNPROPOSED
from align.ocr.lattice.hypothesis import Hypothesis
from align.text.token import parse

MIN_ERROR_PROBABILITY = 0.001
"""Probability of an error below which a slot is not scored."""
STEM, ENDING = 4, 3
"""Fewest letters of a stem, and most letters that are taken for an ending."""
FEATURES: Mapping[str, str] = MappingProxyType(
    {
        "cache_word": "logarithm of 1 + the number of times that the document has the word elsewhere",
        "cache_stem": "the same for its stem: the word without what may be its ending",
        "cache_capital": "log odds that the stem has a capital elsewhere, or a small letter, as it has here",
    }
)


@dataclass(frozen=True)
class WordCounts:
    """Counts over the hypothesis of one side: of words, of stems, of stems with a capital and without.

    Words that begin a sentence are not counted for capitals.
    """

    words: Counter[str]
    stems: Counter[str]
    capitals: Counter[str]
    small: Counter[str]

    def scores(self, text: str, own: Counter[str]) -> tuple[float, float, float]:
        """Logarithms of how often the words of ``text`` stand elsewhere; ``own``: counts of its own place."""
        found = [0.0, 0.0, 0.0]
        for core in _cores(text):
            word, stem = fold(core), stem_of(fold(core))
            if len(word) >= STEM:  # shorter words stand everywhere
                found[0] += log(1 + max(self.words[word] - own[word], 0))
            if stem is not None:
                mine = own[stem]
                found[1] += log(1 + max(self.stems[stem] - mine, 0))
                raised = max(self.capitals[stem] - mine * core[0].isupper(), 0)
                small = max(self.small[stem] - mine * core[0].islower(), 0)
                odds = log((raised + 0.5) / (small + 0.5)) if raised or small else 0.0
                found[2] += odds if core[0].isupper() else -odds
        return found[0], found[1], found[2]


def stem_of(word: str) -> str | None:
    """A folded word without what may be its ending, and a star; ``None`` for short words."""
    return f"{word[: max(STEM, len(word) - ENDING)]}*" if len(word) > STEM else None


def count_words(hypothesis: Hypothesis) -> WordCounts:
    """Counts over all sentences."""
    words: Counter[str] = Counter()
    stems: Counter[str] = Counter()
    cased: tuple[Counter[str], Counter[str]] = (Counter(), Counter())
    for sentence in hypothesis.texts:
        for at, text in enumerate(sentence):
            for core in _cores(text):
                words[fold(core)] += 1
                if stem := stem_of(fold(core)):
                    stems[stem] += 1
                    cased[core[0].isupper()][stem] += at > 0
    return WordCounts(words, stems, cased[True], cased[False])


def cache_features(inputs: FeatureInputs) -> FeatureColumns:
    """How often the document has the words of the candidate elsewhere, scored at uncertain places."""
    lattice, hypothesis = inputs.lattice, inputs.hypothesis
    columns = np.zeros((len(FEATURES), len(lattice)))
    counts = count_words(hypothesis)
    known: dict[tuple[int, int, int], tuple[Counter[str], tuple[float, float, float]]] = {}
    uncertain = 1 - inputs.probabilities[lattice.starts[:-1]] > MIN_ERROR_PROBABILITY
    for row in np.flatnonzero(uncertain[lattice.slot_of]).tolist():
        slot, candidate = lattice.candidates[row]
        if not candidate.changed or candidate.rule == UNPROPOSED:
            continue
        key = (slot.sentence, candidate.start, candidate.stop)
        if key not in known:
            own = Counter(_words_and_stems(hypothesis.texts[slot.sentence][candidate.start : candidate.stop]))
            known[key] = own, counts.scores(lattice.observed_text(candidate, slot.sentence), own)
        own, observed = known[key]
        columns[:, row] = np.subtract(counts.scores(candidate.text, own), observed)
    return FeatureColumns(dict(zip(FEATURES, columns, strict=True)))


def _words_and_stems(texts: Sequence[str]) -> Iterator[str]:
    """The words and stems of some tokens."""
    for text in texts:
        for core in _cores(text):
            yield fold(core)
            if stem := stem_of(fold(core)):
                yield stem


def _cores(text: str) -> Iterator[str]:
    """The words of a text, without marks and numbers."""
    cores = (parse(token).core for token in text.split())
    return (core for core in cores if core and any(map(str.isalpha, core)))

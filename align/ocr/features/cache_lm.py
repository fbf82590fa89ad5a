"""The rest of the side as a witness: a word used once is likely to be used again (Kuhn & De Mori 1990)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import log

import numpy as np
from numpy.typing import NDArray

from align.lang.folding import fold
from align.ocr.features.ngram import Hypothesis
from align.ocr.lattice.candidate import UNPROPOSED
from align.ocr.lattice.lattice import CandidateLattice
from align.text.token import parse

Values = NDArray[np.float64]
STEM, ENDING = 4, 3
NAMES = ("echo", "echo_stem", "echo_capital")


@dataclass(frozen=True)
class WordCounts:
    """What a side is believed to hold: its words, their stems, and which stems have capitals.

    Words that begin a sentence say nothing about capitals.
    """

    words: Counter[str]
    stems: Counter[str]
    capitals: Counter[str]
    small: Counter[str]

    def of(self, text: str, own: Counter[str]) -> tuple[float, float, float]:
        """Logarithms of how often the words of ``text`` stand elsewhere; ``own``: what its place holds."""
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


def count_words(belief: Hypothesis) -> WordCounts:
    """Counted over all sentences of a side."""
    words: Counter[str] = Counter()
    stems: Counter[str] = Counter()
    cased: tuple[Counter[str], Counter[str]] = (Counter(), Counter())
    for sentence in belief:
        for at, text in enumerate(sentence):
            for core in _cores(text):
                words[fold(core)] += 1
                if stem := stem_of(fold(core)):
                    stems[stem] += 1
                    cased[core[0].isupper()][stem] += at > 0
    return WordCounts(words, stems, cased[True], cased[False])


def cache_features(
    page: CandidateLattice, belief: Hypothesis, rows: NDArray[np.int64]
) -> Mapping[str, Values]:
    """For these readings how much more the side echoes them than what was read, by name."""
    out = np.zeros((len(NAMES), len(page.candidates)))
    heard = count_words(belief)
    memory: dict[tuple[int, int, int], tuple[Counter[str], tuple[float, float, float]]] = {}
    for row in rows.tolist():
        site, reading = page.candidates[row]
        if not reading.changed or reading.rule == UNPROPOSED:
            continue
        key = (site.sentence, reading.start, reading.stop)
        if key not in memory:
            own = Counter(_names(belief[site.sentence][reading.start : reading.stop]))
            memory[key] = own, heard.of(page.observed_text(reading, site.sentence), own)
        own, read = memory[key]
        out[:, row] = np.subtract(heard.of(reading.text, own), read)
    return dict(zip(NAMES, out, strict=True))


def _names(texts: Sequence[str]) -> Iterator[str]:
    """The words and stems of some chunks."""
    for text in texts:
        for core in _cores(text):
            yield fold(core)
            if stem := stem_of(fold(core)):
                yield stem


def _cores(text: str) -> Iterator[str]:
    """The words of a text, without marks and numbers."""
    cores = (parse(chunk).core for chunk in text.split())
    return (core for core in cores if core and any(map(str.isalpha, core)))

"""How well a word of the source and a word of the target match."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Self

import numpy as np
from numpy.typing import NDArray

from align.lang.lemma import Lemmatizer, lemmatizer
from align.names.similarity import strict_score, transliteration_similarity
from align.ocr.translation.bilingual_lexicon import BilingualLexicon

NAME_STRICTNESS = 5.0
"""How alike two names must be, see :func:`strict_score`: 0 up to a similarity of 0.8."""

Values = NDArray[np.float64]


@dataclass(frozen=True)
class AssociationWeights:
    """What a match is worth, in nats.

    Round numbers, set by hand near the best on the development letters; no tool fits them. Their sum is one
    feature, whose weight the reranker learns, so that only their ratios matter.

    ``cosine``: per unit of cosine above ``from_cosine``; ``lexicon``: per unit of log probability above
    ``from_probability``; ``name``: of a name written alike; ``number``: of the same number. ``rare``: Zipf
    frequency (log10 per billion words) at which a target word counts half. ``taken``: the share of a match
    that is lost when another source word matches the same target word as well.
    """

    cosine: float = 13.0
    from_cosine: float = 0.4
    lexicon: float = 0.8
    from_probability: float = 0.002
    name: float = 6.0
    number: float = 5.0
    rare: float = 6.5
    taken: float = 0.7


@dataclass(frozen=True, eq=False)
class TargetWords:
    """Words of the translation, and what does not depend on the word that they are compared with.

    ``columns``: of each lemma the places of its words. ``written``: the places of numbers and capitalised
    words. ``rarity``: see :meth:`Association.rarity`.
    """

    words: Sequence[str]
    columns: Mapping[str, Sequence[int]]
    written: Sequence[int]
    rarity: Values


@dataclass(frozen=True, eq=False)
class Association:
    """``rarity``: weight 0-1 of each target word; ``similar``: how alike two names are, 0-1."""

    lexicon: BilingualLexicon | None
    source_lemma: Lemmatizer
    target_lemma: Lemmatizer
    target_frequency: Callable[[str], float]
    similar: Callable[[str, str], float] | None
    weights: AssociationWeights = AssociationWeights()

    @classmethod
    def between(cls, languages: tuple[str, str], lexicon: BilingualLexicon | None) -> Self:
        """The association of two languages."""
        from align.lang.frequency import word_frequency

        return cls(
            lexicon=lexicon,
            source_lemma=lemmatizer(languages[0]),
            target_lemma=lemmatizer(languages[1]),
            target_frequency=word_frequency(languages[1]) or (lambda _: 0.0),
            similar=transliteration_similarity if languages == ("ru", "en") else None,
        )

    def rarity(self, target: Sequence[str]) -> Values:
        """Weight 0-1 of each target word, small for words that stand in every sentence, ``(n_target,)``."""
        zipf = np.array([self.target_frequency(word.lower()) for word in target])
        return np.asarray(1.0 / (1.0 + np.exp(2.0 * (zipf - self.weights.rare))))

    def target_words(self, words: Sequence[str]) -> TargetWords:
        """Words of the translation, prepared for :meth:`scores`."""
        columns: dict[str, list[int]] = {}
        for column, word in enumerate(words):
            columns.setdefault(self.target_lemma(word.lower()), []).append(column)
        written = [column for column, word in enumerate(words) if word[:1].isdigit() or word[:1].isupper()]
        return TargetWords(words, columns, written, self.rarity(words))

    def scores(self, source: Sequence[str], target: TargetWords, cosines: Values) -> Values:
        """Nats that each pair belongs together, at least 0, ``(n_source, n_target)``."""
        weights = self.weights
        best = weights.cosine * np.maximum(cosines - weights.from_cosine, 0.0)
        for row, word in enumerate(source):
            partners = self._partners(word)
            for lemma in partners.keys() & target.columns.keys():
                if (probability := partners[lemma]) > weights.from_probability:
                    gain = weights.lexicon * math.log(probability / weights.from_probability)
                    for column in target.columns[lemma]:
                        best[row, column] = max(best[row, column], gain)
            for column in target.written:
                if literal := self._literal(word, target.words[column]):
                    best[row, column] = max(best[row, column], literal)
        return np.asarray(best * target.rarity)

    def _partners(self, word: str) -> Mapping[str, float]:
        return {} if self.lexicon is None else self.lexicon.pairs.get(self.source_lemma(word.lower()), {})

    def _literal(self, word: str, other: str) -> float:
        """Numbers and names that are the same."""
        if word[:1].isdigit():
            return self.weights.number * (word == other)
        if self.similar is None or not other[:1].isupper() or len(word) < 3:
            return 0.0
        return self.weights.name * strict_score(self.similar(word, other), NAME_STRICTNESS)

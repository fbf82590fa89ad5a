"""Alignment of single words of the original with words of its translation."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise
from typing import NamedTuple, Self

import numpy as np
from numpy.typing import NDArray

from align.ocr.translation.association import Association, TargetWords, Values
from align.ocr.translation.encoded_words import WordEncoder
from align.text.word_tokens import word_tokens, words_of


class AlignedWord(NamedTuple):
    """``score``: nats, at least 0, by which ``word`` of the translation matches; ``None`` where none does."""

    score: float
    word: str | None


UNALIGNED = AlignedWord(0.0, None)
OPENING = (".", "!", "?", "…", '"', "«", "“", "(", "[", ":")
"""Marks after which a capital may be the beginning of a sentence."""


@dataclass(frozen=True)
class TextPair:
    """The two texts of a bead; places in the source count its :attr:`source_tokens`."""

    source: str
    target: str

    @cached_property
    def source_tokens(self) -> tuple[str, ...]:
        """Words, numbers and marks."""
        return tuple(word_tokens(self.source))

    @property
    def source_words(self) -> tuple[str, ...]:
        """The words and numbers among the tokens."""
        return tuple(token for token in self.source_tokens if token[0].isalnum())

    @cached_property
    def target_words(self) -> tuple[str, ...]:
        """Distinct words and numbers."""
        return tuple(dict.fromkeys(words_of(self.target)))

    @cached_property
    def target_names(self) -> Mapping[str, bool]:
        """Whether a word has its capital by itself; words that only begin sentences are left out."""
        found: dict[str, bool] = {}
        for before, word in pairwise((OPENING[0], *word_tokens(self.target))):
            if before not in OPENING or not word[0].isupper():
                found[word] = word[0].isupper()
        return found


class EncodedTargetWords(NamedTuple):
    """The words of a translation; ``vectors``: float32, shape ``(dim, n_target)``."""

    words: TargetWords
    vectors: NDArray[np.float32]


@dataclass(frozen=True, eq=False)
class WordAligner:
    """Aligns words of the original, observed or proposed, with words of its translation, bead by bead."""

    pairs: tuple[TextPair, ...]
    association: Association
    words: WordEncoder
    _memory: dict[int, tuple[EncodedTargetWords, Values]] = field(default_factory=dict, repr=False)

    @classmethod
    def build(cls, pairs: Sequence[TextPair], association: Association, words: WordEncoder) -> Self:
        """An aligner of these beads; all words of both sides are encoded in one batch."""
        source = {word for pair in pairs for word in pair.source_words}
        target = {word for pair in pairs for word in pair.target_words}
        aligner = cls(tuple(pairs), association, words)
        aligner.encode(source, target)
        return aligner

    def encode(self, candidates: Iterable[str], targets: Iterable[str] = ()) -> None:
        """Encode words, and the lemmas of candidates, before they are aligned."""
        forms = {form for word in candidates for form in (word, self._lemma(word))}
        self.words.encode(forms.union(targets))

    def _lemma(self, word: str) -> str:
        """The dictionary form, with the word's capital."""
        lemma = self.association.source_lemma(word.lower())
        return lemma[:1].upper() + lemma[1:] if word[:1].isupper() else lemma

    def align_candidates(self, bead: int, span: range, candidates: Sequence[str]) -> list[AlignedWord]:
        """For each candidate the best word of the translation, and how well they match.

        Args:
            bead: Number of the bead.
            span: The word tokens of the bead that the candidates would replace.
            candidates: Single words; all must have been encoded.

        Returns:
            One aligned word for each candidate; a word that another token matches as well scores less.
        """
        pair = self.pairs[bead]
        if not pair.target_words or not candidates:
            return [UNALIGNED] * len(candidates)
        target, among = self._bead(bead)
        rivals = np.delete(among, span, axis=0)
        taken = rivals.max(0) if len(rivals) else np.zeros(len(pair.target_words))
        own = self._between(candidates, target)
        scores = own - self.association.weights.taken * np.minimum(own, taken)
        return [
            AlignedWord(float(row[best]), pair.target_words[best]) if row[best] > 0 else UNALIGNED
            for row, best in zip(scores, scores.argmax(1).tolist(), strict=True)
        ]

    def _bead(self, bead: int) -> tuple[EncodedTargetWords, Values]:
        """The translation of a bead, and its scores; most candidates come bead after bead."""
        if bead not in self._memory:
            self._memory.clear()
            target = self._encoded(self.pairs[bead])
            self._memory[bead] = (target, self._among(self.pairs[bead], target))
        return self._memory[bead]

    def scores(self, pair: TextPair) -> Values:
        """Nats that each source token and target word belong together, shape ``(n_tokens, n_target)``.

        Marks match nothing; the words of both sides must have been encoded.
        """
        return self._among(pair, self._encoded(pair))

    def _among(self, pair: TextPair, target: EncodedTargetWords) -> Values:
        result = np.zeros((len(pair.source_tokens), len(pair.target_words)))
        worded = [i for i, token in enumerate(pair.source_tokens) if token[0].isalnum()]
        if worded and pair.target_words:
            result[worded] = self._between(pair.source_words, target)
        return result

    def _encoded(self, pair: TextPair) -> EncodedTargetWords:
        words = self.association.target_words(pair.target_words)
        return EncodedTargetWords(words, self.words.vectors(pair.target_words).T)

    def _between(self, words: Sequence[str], target: EncodedTargetWords) -> Values:
        forms = [*words, *map(self._lemma, words)]  # vectors of rare forms are poor
        cosines = (self.words.vectors(forms) @ target.vectors).astype(np.float64)
        best = np.maximum(cosines[: len(words)], cosines[len(words) :])
        return self.association.scores(words, target.words, best)

"""What the translation says about a word of the original."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise
from typing import NamedTuple, Self

import numpy as np
from numpy.typing import NDArray

from align.embed.encoder import Encoder
from align.ocr.context.tokens import tokens
from align.ocr.translation.association import Association, Values
from align.ocr.translation.vectors import WordVectors


class Answer(NamedTuple):
    """``score``: nats, at least 0, that a word of the translation answers the candidate; ``word``: which."""

    score: float
    word: str | None


NONE = Answer(0.0, None)
OPENING = (".", "!", "?", "…", '"', "«", "“", "(", "[", ":")
"""Marks after which a capital may be the beginning of a sentence."""


@dataclass(frozen=True)
class Pair:
    """The two texts of a bead; the source's words are counted as ``tokens(source)`` gives them."""

    source: str
    target: str

    @cached_property
    def source_tokens(self) -> tuple[str, ...]:
        """Words, numbers and marks."""
        return tuple(tokens(self.source))

    @cached_property
    def target_words(self) -> tuple[str, ...]:
        """Distinct words and numbers."""
        return tuple(dict.fromkeys(token for token in tokens(self.target) if token[0].isalnum()))

    @cached_property
    def target_names(self) -> Mapping[str, bool]:
        """Whether a word has its capital by itself; words that only begin sentences are left out."""
        found: dict[str, bool] = {}
        for before, word in pairwise((OPENING[0], *tokens(self.target))):
            if before not in OPENING or not word[0].isupper():
                found[word] = word[0].isupper()
        return found


@dataclass(frozen=True, eq=False)
class Witness:
    """The translations of a document's beads, ready to be asked; a value: ``prepared`` returns another."""

    pairs: tuple[Pair, ...]
    association: Association
    encoder: Encoder
    vectors: WordVectors

    @classmethod
    def of(cls, pairs: Sequence[Pair], association: Association, encoder: Encoder) -> Self:
        """With the vectors of all words of both sides, encoded in one go."""
        words = {
            word for pair in pairs for word in (*pair.source_tokens, *pair.target_words) if word[0].isalnum()
        }
        return cls(tuple(pairs), association, encoder, WordVectors.empty().extended(words, encoder))

    def prepared(self, candidates: Iterable[str]) -> Witness:
        """One that can also be asked about these words."""
        return replace(self, vectors=self.vectors.extended(candidates, self.encoder))

    def answer(self, bead: int, position: int, candidate: str) -> Answer:
        """Which word of the bead's target answers ``candidate`` at token ``position`` of its source."""
        return self.answers(bead, position, [candidate])[0]

    def answers(self, bead: int, position: int, candidates: Sequence[str]) -> list[Answer]:
        """``answer`` of each candidate; words only, all of them prepared."""
        pair = self.pairs[bead]
        if not pair.target_words or not candidates:
            return [NONE] * len(candidates)
        rivals = np.delete(self._strengths[bead], position, axis=0)
        taken = rivals.max(0) if len(rivals) else np.zeros(len(pair.target_words))
        own = self._between(candidates, pair)
        scores = own - self.association.weights.taken * np.minimum(own, taken)
        return [
            Answer(float(row[best]), pair.target_words[best]) if row[best] > 0 else NONE
            for row, best in zip(scores, scores.argmax(1).tolist(), strict=True)
        ]

    def gains(self, beads: Sequence[int], texts: Sequence[str]) -> NDArray[np.float64]:
        """Change of the cosine with the bead's target as ``texts`` replace its source, ``(len(texts),)``."""
        used = sorted(set(beads))
        whole = [text for bead in used for text in (self.pairs[bead].source, self.pairs[bead].target)]
        vectors = np.asarray(self.encoder.encode([*whole, *texts]), np.float64)
        place = {bead: 2 * i for i, bead in enumerate(used)}
        source = vectors[[place[bead] for bead in beads]]
        target = vectors[[place[bead] + 1 for bead in beads]]
        return np.asarray(((vectors[len(whole) :] - source) * target).sum(1))

    @cached_property
    def _strengths(self) -> tuple[Values, ...]:
        """Of each source token with each target word of its bead; marks call for nothing."""
        return tuple(self._of_bead(pair) for pair in self.pairs)

    def _of_bead(self, pair: Pair) -> Values:
        result = np.zeros((len(pair.source_tokens), len(pair.target_words)))
        worded = [i for i, token in enumerate(pair.source_tokens) if token[0].isalnum()]
        if worded and pair.target_words:
            result[worded] = self._between([pair.source_tokens[i] for i in worded], pair)
        return result

    def _between(self, words: Sequence[str], pair: Pair) -> Values:
        cosines = self.vectors.of(words).astype(np.float64) @ self.vectors.of(pair.target_words).T
        rarity = self.association.rarity(pair.target_words)
        return self.association.strengths(words, pair.target_words, cosines, rarity)

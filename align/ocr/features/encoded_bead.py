"""The words of a bead encoded for the word matcher, and the scores of candidates among them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from align.ocr.features.span_queries import SpanQuery
from align.ocr.lm.cloze import EncodedSentence
from align.ocr.runtime.layers import Floats
from align.ocr.translation.encoded_words import WordEncoder
from align.ocr.translation.matcher import NOT_A_WORD, EncodedTarget, Matcher, mixture_log_odds


@dataclass(frozen=True, eq=False)
class BeadTokens:
    """The word tokens of a bead's original; ``starts``: where each of its sentences begins among them."""

    tokens: list[str]
    starts: dict[int, int]

    def span(self, query: SpanQuery) -> range:
        """The span of a query, counted in the bead."""
        return range(self.starts[query.sentence] + query.start, self.starts[query.sentence] + query.stop)


@dataclass(frozen=True, eq=False)
class EncodedVocabulary:
    """All words of the original that are scored, encoded in one batch.

    ``numbers``: the row of each word. ``vectors``: float32, ``(n_words, MATCHED)``. ``is_word``: which of
    them are words rather than marks, ``(n_words,)``.
    """

    matcher: Matcher
    numbers: Mapping[str, int]
    vectors: Floats
    is_word: NDArray[np.bool_]
    encoder: WordEncoder

    def bead(self, tokens: BeadTokens, target: Sequence[str]) -> EncodedBead:
        """A bead ready to be scored; ``target``: the words of its translation."""
        encoded = self.matcher.encode_target(self.encoder.vectors(target))
        own = np.array([self.numbers[token] for token in tokens.tokens], dtype=np.int64)
        scores = self.matcher.match_scores(self.vectors[own], encoded.matched)
        scores = np.where(self.is_word[own][:, None], scores, np.float32(NOT_A_WORD))
        return EncodedBead(self, tokens, encoded, scores)


@dataclass(frozen=True, eq=False)
class EncodedBead:
    """A bead: its tokens, its encoded translation, and the score of each pair, ``(n_tokens, n_target)``."""

    vocabulary: EncodedVocabulary
    tokens: BeadTokens
    target: EncodedTarget
    pair_scores: Floats

    def scores(
        self, queries: Sequence[SpanQuery], encoded: Mapping[int, EncodedSentence]
    ) -> list[dict[str, float]]:
        """For each query, of each of its words: nats against a word that matches nothing.

        Args:
            queries: Spans of this bead.
            encoded: The sentences of the queries, encoded by the cloze model.
        """
        odds = self._alignment_odds(queries, encoded)
        flat = [(number, word) for number, query in enumerate(queries) for word in _words(query)]
        own = np.array([self.vocabulary.numbers[word] for _, word in flat], dtype=np.int64)
        rows = np.array([number for number, _ in flat], dtype=np.int64)
        matcher = self.vocabulary.matcher
        nothing = np.full((len(odds), odds.shape[1] - 1), -matcher.threshold, dtype=np.float32)
        unmatched = mixture_log_odds(odds, nothing)
        matched = matcher.match_scores(self.vocabulary.vectors[own], self.target.matched)
        values = (mixture_log_odds(odds[rows], matched) - unmatched[rows]).tolist()
        found: list[dict[str, float]] = [{} for _ in queries]
        for (number, word), value in zip(flat, values, strict=True):
            found[number][word] = value
        return found

    def _alignment_odds(self, queries: Sequence[SpanQuery], encoded: Mapping[int, EncodedSentence]) -> Floats:
        """Log odds that each span is aligned with nothing, or with each word of the translation."""
        spans = [self.tokens.span(query) for query in queries]
        contexts = [encoded[query.sentence].span_context(query.start, query.stop) for query in queries]
        count = self.pair_scores.shape[1]
        middles = np.array([(span.start + span.stop) / 2 for span in spans]) / len(self.tokens.tokens)
        distances = middles[:, None] - (np.arange(count) + 0.5)[None] / count
        target = EncodedTarget(*(part[None] for part in self.target))
        rivals = np.stack([self._best_rivals(span) for span in spans])
        return self.vocabulary.matcher.alignment_log_odds(np.stack(contexts), target, distances, rivals)

    def _best_rivals(self, span: range) -> Floats:
        """For each word of the translation the best score of a token outside the span."""
        others = np.concatenate([self.pair_scores[: span.start], self.pair_scores[span.stop :]])
        best: Floats = others.max(0, initial=NOT_A_WORD)
        return best


def _words(query: SpanQuery) -> set[str]:
    return {word for words in (query.observed_words, *query.candidate_words) for word in words}

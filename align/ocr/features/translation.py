"""Which words of the translation are aligned with each candidate, and how well they go together."""

from __future__ import annotations

from collections.abc import Container, Mapping, Sequence

import numpy as np

from align.ocr.features.inputs import FeatureInputs
from align.ocr.features.matrix import FeatureColumns
from align.ocr.features.span_queries import SpanQuery
from align.ocr.lattice.hypothesis import Hypothesis
from align.ocr.translation import AlignedWord, TextPair, WordAligner, build_word_aligner
from align.ocr.translation.bead_context import TargetContext

FULL_SCORE = 5.0
"""Nats from which an aligned word is beyond doubt."""


def translation_features(inputs: FeatureInputs) -> FeatureColumns:
    """How well words of the translation match the candidate, by word vectors and a bilingual lexicon.

    Returns also the aligned word of each candidate that matches better than the observed text.
    """
    if inputs.words is None or not any(inputs.context.target_texts):
        return FeatureColumns({})
    offsets = _offsets_in_beads(inputs.context, inputs.hypothesis)
    queried = {inputs.context.bead_numbers[query.sentence] for query in inputs.queries.spans}
    pairs = text_pairs(inputs.context, inputs.hypothesis, queried)
    aligner = build_word_aligner(pairs, inputs.resources.languages, inputs.words)
    return score_translations(len(inputs.lattice), inputs.queries.spans, aligner, offsets)


def score_translations(
    size: int, queries: Sequence[SpanQuery], aligner: WordAligner, offsets: Sequence[tuple[int, int]]
) -> FeatureColumns:
    """The columns of :func:`translation_features`.

    Args:
        size: Number of candidates.
        queries: The uncertain spans.
        aligner: Aligns words of the original with words of the translation.
        offsets: For each sentence its bead and the number of the bead's word tokens before it.
    """
    scores, capitals = np.zeros(size), np.zeros(size)
    aligned: dict[int, str] = {}
    texts = [(query.observed_words, *query.candidate_words) for query in queries]
    aligner.encode({word for options in texts for words in options for word in words})
    for query, options in zip(queries, texts, strict=True):
        bead, before = offsets[query.sentence]
        pair = aligner.pairs[bead]
        if before + query.stop > len(pair.source_tokens):
            continue
        flat = list(dict.fromkeys(word for words in options for word in words))
        span = range(before + query.start, before + query.stop)
        found = dict(zip(flat, aligner.align_candidates(bead, span, flat), strict=True))
        observed = sum(found[word].score for word in query.observed_words)
        for row, words in zip(query.rows, query.candidate_words, strict=True):
            best = max((found[word] for word in words), key=lambda one: one.score)
            scores[row] = sum(found[word].score for word in words) - observed
            if best.word is not None and scores[row] > 0:
                aligned[row] = best.word
        for row, capital in _capitals(query, found, pair.target_names):
            capitals[row] = capital
    return FeatureColumns({"translation": scores, "translation_capital": capitals}, aligned)


def _capitals(
    query: SpanQuery, found: Mapping[str, AlignedWord], names: Mapping[str, bool]
) -> list[tuple[int, float]]:
    """For each candidate of one word how much better its capital goes with that of its aligned word."""
    observed = query.observed_words[0]
    of_observed = _case_agreement(observed, found[observed], names)
    return [
        (row, _case_agreement(word, found[word], names) - of_observed) for row, word in query.one_for_one()
    ]


def _case_agreement(word: str, aligned: AlignedWord, names: Mapping[str, bool]) -> float:
    """1 where a word and its aligned word both have a capital, or neither, else -1; less for weak matches."""
    if aligned.word is None or not aligned.word[0].isalpha() or aligned.word not in names:
        return 0.0
    return min(aligned.score / FULL_SCORE, 1.0) * (1 if word[0].isupper() == names[aligned.word] else -1)


def _offsets_in_beads(context: TargetContext, hypothesis: Hypothesis) -> list[tuple[int, int]]:
    """For each sentence its bead and the number of the bead's word tokens before it."""
    before = [0] * len(context.target_texts)
    offsets: list[tuple[int, int]] = []
    for bead, tokens in zip(context.bead_numbers, hypothesis.sentences, strict=True):
        offsets.append((bead, before[bead]))
        before[bead] += len(tokens)
    return offsets


def text_pairs(context: TargetContext, hypothesis: Hypothesis, beads: Container[int]) -> list[TextPair]:
    """For each bead the hypothesis of its sentences with their translation; no text for other ``beads``."""
    texts: list[list[str]] = [[] for _ in context.target_texts]
    for bead, sentence in zip(context.bead_numbers, hypothesis.texts, strict=True):
        if bead in beads:
            texts[bead].append(" ".join(text for text in sentence if text))
    return [
        TextPair(" ".join(text), target if bead in beads else "")
        for bead, (text, target) in enumerate(zip(texts, context.target_texts, strict=True))
    ]

"""The scores of the word matcher for every candidate."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import numpy as np

from align.lang.lemma import lemmatizer
from align.ocr.features.encoded_bead import BeadTokens, EncodedVocabulary
from align.ocr.features.inputs import FeatureInputs
from align.ocr.features.matrix import Values
from align.ocr.features.span_queries import SpanQuery, store_log_odds
from align.ocr.lm.cloze import ClozeLm
from align.ocr.lm.word_forms import normalise
from align.ocr.translation.encoded_words import WordEncoder
from align.ocr.translation.matcher import Matcher
from align.text.word_tokens import words_of


def word_match_column(
    inputs: FeatureInputs, matcher: Matcher, cloze: ClozeLm, encoder: WordEncoder
) -> Values:
    """Nats of each candidate against the observed text, shape ``(n_candidates,)``."""
    column = np.zeros(len(inputs.lattice))
    context = inputs.context
    by_bead: dict[int, list[SpanQuery]] = {}
    for query in inputs.queries.for_cloze:
        by_bead.setdefault(context.bead_numbers[query.sentence], []).append(query)
    if not by_bead:
        return column
    beads = _bead_tokens(inputs, by_bead)
    targets = {bead: words_of(context.target_texts[bead]) for bead in by_bead}
    forms = _forms(beads.values(), inputs.queries.for_cloze)
    vocabulary = _encode(forms, targets.values(), matcher, cloze, encoder)
    for bead, queries in by_bead.items():
        if targets[bead]:
            scores = vocabulary.bead(beads[bead], targets[bead]).scores(
                queries, inputs.queries.encoded_sentences
            )
            _store(column, inputs, queries, scores)
    return column


def _store(
    column: Values, inputs: FeatureInputs, queries: Sequence[SpanQuery], scores: Sequence[Mapping[str, float]]
) -> None:
    for query, found in zip(queries, scores, strict=True):
        observed, *candidates = (
            sum(found[word] for word in words) for words in (query.observed_words, *query.candidate_words)
        )
        store_log_odds(column, inputs.lattice, query, observed, candidates)


def _bead_tokens(inputs: FeatureInputs, wanted: Iterable[int]) -> Mapping[int, BeadTokens]:
    """The word tokens of the hypothesis of these beads."""
    beads = {bead: BeadTokens([], {}) for bead in wanted}
    for number, (bead, words) in enumerate(
        zip(inputs.context.bead_numbers, inputs.hypothesis.sentences, strict=True)
    ):
        if bead in beads:
            beads[bead].starts[number] = len(beads[bead].tokens)
            beads[bead].tokens.extend(words)
    return beads


def _forms(beads: Iterable[BeadTokens], queries: Iterable[SpanQuery]) -> list[str]:
    """All words of the beads and of the queries, each once, sorted."""
    words = {token for bead in beads for token in bead.tokens}
    words |= {
        word for query in queries for own in (query.observed_words, *query.candidate_words) for word in own
    }
    return sorted(words)


def _encode(
    forms: Sequence[str],
    targets: Iterable[Sequence[str]],
    matcher: Matcher,
    cloze: ClozeLm,
    encoder: WordEncoder,
) -> EncodedVocabulary:
    """All words of both sides, encoded in one batch."""
    normal = [normalise(form) for form in forms]
    lemma = lemmatizer("ru")
    lemmas = [lemma(form) for form in normal]
    encoder.encode({*normal, *lemmas, *(word for words in targets for word in words)})
    known = cloze.token_features(forms)
    is_word = known.endings > 0
    both = np.stack([encoder.vectors(normal), encoder.vectors(lemmas)], 1)
    encoded = both * is_word[:, None, None]
    vectors = matcher.encode_candidates(known.vectors, known.endings, encoded)
    numbers = {form: at for at, form in enumerate(forms)}
    return EncodedVocabulary(matcher, numbers, vectors, is_word, encoder)

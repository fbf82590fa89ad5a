"""How well words, capitals and marks go with their whole sentence, by the cloze model."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import accumulate, takewhile
from statistics import fmean

import numpy as np

from align.lang.lemma import Lemmatizer, lemmatizer
from align.ocr.features.inputs import FeatureInputs
from align.ocr.features.mark_queries import MarkQuery
from align.ocr.features.matrix import FeatureColumns, Values
from align.ocr.features.span_queries import SpanQuery, store_log_odds
from align.ocr.lm.cloze_network import mark_number
from align.ocr.lm.truecasing import log_probability_of_case

Score = tuple[float, float]
"""Of a word: nats against a common word, and the log odds of a capital."""


def cloze_features(inputs: FeatureInputs) -> FeatureColumns:
    """How well words, capitals and marks fill their gap in the whole sentence, by the cloze network.

    Empty without a cloze network.
    """
    if inputs.resources.cloze is None:
        return FeatureColumns({})
    return FeatureColumns({**_word_columns(inputs), "cloze_mark": _mark_column(inputs)})


def _word_columns(inputs: FeatureInputs) -> Mapping[str, Values]:
    lattice, lemma = inputs.lattice, lemmatizer(inputs.resources.languages[0])
    words, capitals = np.zeros(len(lattice)), np.zeros(len(lattice))
    for query, (observed, candidates) in zip(inputs.queries.for_cloze, _word_scores(inputs), strict=True):
        total, *scores = (sum(ratio for ratio, _ in found) for found in (observed, *candidates))
        store_log_odds(words, lattice, query, total, scores)
        for row, odds in _case_scores(query, observed, candidates, lemma):
            capitals[row] = odds
    return {"cloze_word": words, "cloze_capital": capitals}


def _word_scores(inputs: FeatureInputs) -> list[tuple[list[Score], list[list[Score]]]]:
    """For each query the scores of the observed words and of each candidate's words."""
    model, queries = inputs.resources.cloze, inputs.queries.for_cloze
    if model is None:
        return []
    texts = [(query.observed_words, *query.candidate_words) for query in queries]
    contexts = [
        inputs.queries.encoded_sentences[query.sentence].span_context(query.start, query.stop)
        for query in queries
    ]
    flat = [[word for words in options for word in words] for options in texts]
    ratios, odds = (iter(found.tolist()) for found in model.score_words(contexts, flat))
    scores = [[[(next(ratios), next(odds)) for _ in words] for words in options] for options in texts]
    return [(observed, candidates) for observed, *candidates in scores]


def _case_scores(
    query: SpanQuery, observed: Sequence[Score], candidates: Sequence[Sequence[Score]], lemma: Lemmatizer
) -> list[tuple[int, float]]:
    """For each candidate of one word log odds of its capital or small letter, against the observed word."""
    by_row = dict(zip(query.rows, candidates, strict=True))
    odds = {word: by_row[row][0][1] for row, word in query.one_for_one()}
    if not odds:
        return []
    word = query.observed_words[0]
    scores = _case_log_probabilities({**odds, word: observed[0][1]}, lemma)
    return [(row, scores[form] - scores[word]) for row, form in query.one_for_one()]


def _case_log_probabilities(odds: Mapping[str, float], lemma: Lemmatizer) -> Mapping[str, float]:
    """Log probability of each word's capital or small letter; the odds are averaged over a word's forms.

    A name has its capital in every case. ``odds``: log odds of a capital, by word.
    """
    by_lemma: dict[str, list[float]] = {}
    for form, own in {word.lower(): own for word, own in odds.items()}.items():
        by_lemma.setdefault(lemma(form), []).append(own)
    return {word: log_probability_of_case(fmean(by_lemma[lemma(word.lower())]), word) for word in odds}


def _mark_column(inputs: FeatureInputs) -> Values:
    """Log odds of the first mark that differs, against the observed mark at the same place."""
    model = inputs.resources.cloze
    column = np.zeros(len(inputs.lattice))
    pairs: list[tuple[int, int, int]] = []
    contexts = []
    for query in inputs.queries.marks:
        both = zip(query.observed, query.proposed, strict=False)
        same = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], both))
        old, new = (
            mark_number(marks[same]) if same < len(marks) else 0 for marks in (query.observed, query.proposed)
        )
        place, end = _place_of_mark(inputs, query)
        if old != new and place is not None:
            sentence = inputs.queries.encoded_sentences[query.sentence]
            contexts.append(sentence.span_context(min(place + same, end), end))
            pairs.append((query.row, old, new))
    if pairs and model is not None:
        scores = model.score_punctuation(contexts)
        for at, (row, old, new) in enumerate(pairs):
            column[row] = scores[at, new] - scores[at, old]
    return column


def _place_of_mark(inputs: FeatureInputs, query: MarkQuery) -> tuple[int | None, int]:
    """The word token behind the last word of a token, and the end of the token.

    Of a token of marks: its first word token where it follows a word. ``None`` where there is no word.
    """
    tokens = inputs.hypothesis.word_tokens[query.sentence]
    starts = [0, *accumulate(map(len, tokens))]
    start, end = starts[query.position], starts[query.position + 1]
    if not inputs.lattice.sentences[query.sentence][query.position].core:
        sentence = inputs.hypothesis.sentences[query.sentence]
        return (start if start and sentence[start - 1][0].isalnum() else None), end
    worded = [at for at, word in enumerate(tokens[query.position]) if word[0].isalnum()]
    return (start + worded[-1] + 1 if worded else None), end

"""How well the form of each candidate fits its sentence: government, agreement, the tagger's expectation."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from align.ocr.features.inputs import FeatureInputs
from align.ocr.features.matrix import FeatureColumns, Values
from align.ocr.features.span_queries import SpanQuery
from align.ocr.grammar import Grammar, analyse
from align.ocr.lattice.hypothesis import Hypothesis


def grammar_features(inputs: FeatureInputs) -> FeatureColumns:
    """How much better the grammatical form of the candidate fits its sentence.

    In the ``final`` pass ``grammar`` is scored again in sentences whose text has changed; ``changes_name`` is
    not.
    """
    grammar = inputs.resources.grammar
    if grammar is None:
        return FeatureColumns({})
    if inputs.name != "final":
        fits, names = _scores(len(inputs.lattice), inputs.queries.spans, grammar, inputs.hypothesis)
        return FeatureColumns({**_with_known(inputs, fits), "changes_name": names})
    queries = [query for query in inputs.queries.spans if query.sentence in inputs.changed_sentences]
    rows = [row for query in queries for row in query.rows]
    fits = inputs.matrix["grammar"].copy()
    fits[rows] = _scores(len(inputs.lattice), queries, grammar, inputs.hypothesis)[0][rows]
    return FeatureColumns(_with_known(inputs, fits))


def _with_known(inputs: FeatureInputs, fits: Values) -> dict[str, Values]:
    known = inputs.matrix["observed_known"] > 0
    return {"grammar": fits, "grammar_observed_known": fits * known}


def _scores(
    size: int, queries: Sequence[SpanQuery], grammar: Grammar, hypothesis: Hypothesis
) -> tuple[Values, Values]:
    """For each row log odds of its form, in nats, and whether it would change a name."""
    fits, names = np.zeros(size), np.zeros(size)
    places: dict[int, set[int]] = {}
    for query in queries:
        places.setdefault(query.sentence, set()).add(query.start)
    texts = [hypothesis.sentences[number] for number in places]
    analysed = dict(zip(places, analyse(grammar, texts, list(map(sorted, places.values()))), strict=True))
    for query in queries:
        sentence, at = analysed[query.sentence], query.start
        observed = query.observed_words[0]
        is_name = sentence.tokens[at] == observed and sentence.is_name(at)
        scores = {word: sentence.fit(at, word).score for word in query.forms()}
        for row, word in query.one_for_one():
            fits[row] = scores[word] - scores[observed]
            names[row] = float(is_name)
    return fits, names

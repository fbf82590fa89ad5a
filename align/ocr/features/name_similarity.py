"""Similarity of each candidate to the names of the translation."""

from __future__ import annotations

import numpy as np

from align.names.similarity import name_similarity
from align.ocr.features.inputs import FeatureInputs
from align.ocr.features.matrix import FeatureColumns


def name_features(inputs: FeatureInputs) -> FeatureColumns:
    """How much more similar to a name of the translation the candidate is than the observed word."""
    column = np.zeros(len(inputs.lattice))
    for query in inputs.queries.spans:
        words = inputs.context.target_words[query.sentence]
        similar = {word: name_similarity(word, words) for word in query.forms()}
        for row, word in query.one_for_one():
            column[row] = similar[word] - similar[query.observed_words[0]]
    return FeatureColumns({"name_similarity": column})

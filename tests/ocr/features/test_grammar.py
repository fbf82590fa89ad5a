"""How well the form of each candidate fits its sentence."""

from __future__ import annotations

import numpy as np
import pytest

from align.ocr import reranker
from align.ocr.features.grammar import grammar_features
from align.ocr.features.inputs import PassName
from align.ocr.features.matrix import FeatureMatrix, Values
from align.ocr.features.registry import groups_of
from align.ocr.lattice.hypothesis import Hypothesis
from align.ocr.reranker import softmax
from align.ocr.runtime import resources
from tests.ocr.sample import inputs_of, lattice_of, row_of


@pytest.mark.model
def test_grammar_is_scored_again_where_the_sentence_has_changed() -> None:
    """The case after a sending of troops is known only when посняке is read as посылке."""
    known = resources.load(("ru", "en"))
    lattice = lattice_of("Вопрос о посняке войск в Корев решен.", known)
    observed = Hypothesis.observed(lattice)
    matrix = FeatureMatrix(len(lattice))
    for group in groups_of("first"):
        matrix = matrix.updated(group.compute(inputs_of(lattice, known, "first", matrix=matrix)))
    probabilities = softmax(reranker.load("first", "with grammar").score(matrix), lattice.starts)

    def scores(name: PassName, hypothesis: Hypothesis) -> Values:
        inputs = inputs_of(
            lattice,
            known,
            name,
            probabilities=probabilities,
            hypothesis=hypothesis,
            previous=observed,
            matrix=matrix,
        )
        return grammar_features(inputs).values["grammar"]

    draft = scores("draft", observed)
    matrix = matrix.updated(
        grammar_features(inputs_of(lattice, known, "draft", probabilities=probabilities, matrix=matrix))
    )
    corrected = Hypothesis(
        [[text.replace("посняке", "посылке") for text in sentence] for sentence in observed.texts]
    )
    accusative, prepositional = row_of(lattice, "Корею"), row_of(lattice, "Корее")

    def difference(column: Values) -> float:
        assert np.isfinite(column).all()
        return float(column[accusative] - column[prepositional])

    assert difference(scores("final", observed)) == difference(draft)
    assert difference(scores("final", corrected)) > difference(draft) + 0.5

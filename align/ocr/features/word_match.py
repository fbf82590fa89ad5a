"""How well each candidate matches words of the translation in its sentence, by the learned matcher."""

from __future__ import annotations

from align.embed.encoder import EMBEDDED
from align.ocr.features.inputs import FeatureInputs
from align.ocr.features.matrix import FeatureColumns
from align.ocr.features.word_match_column import word_match_column


def word_match_features(inputs: FeatureInputs) -> FeatureColumns:
    """How well the candidate matches words of the translation, by the trained word matcher.

    The matcher was trained on vectors of the embedded encoder; with another encoder nothing is computed.
    """
    resources, words = inputs.resources, inputs.words
    if resources.matcher is None or resources.cloze is None or words is None:
        return FeatureColumns({})
    if words.encoder.name != EMBEDDED or not any(inputs.context.target_texts):
        return FeatureColumns({})
    column = word_match_column(inputs, resources.matcher, resources.cloze, words)
    return FeatureColumns({"word_match": column})

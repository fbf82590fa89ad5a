"""Unknown words that the document has several times: most are names and terms, not misreadings."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache

import numpy as np

from align.lang.folding import fold
from align.lang.lexicon import Lexicon
from align.ocr.features.inputs import FeatureInputs
from align.ocr.features.lexical import unknown_word
from align.ocr.features.matrix import FeatureColumns, Values
from align.ocr.features.slot_values import gained
from align.text.token import parse

SHORTEST = 4
"""Letters of a word whose repetition counts."""
KEPT = 1 << 16
"""Texts whose unknown words are kept for the next documents."""


def repetition_features(inputs: FeatureInputs) -> FeatureColumns:
    """How often the document has the candidate's unknown words: most of them are names and terms.

    0 where the candidate is more like a name of the translation than the observed word is.
    """
    lattice, lexicon = inputs.lattice, inputs.resources.lexicon
    counts = Counter(
        fold(token.core) for tokens in lattice.sentences for token in tokens if len(token.core) >= SHORTEST
    )

    def repeated(texts: Sequence[str]) -> Values:
        words = [_unknown_words(text, lexicon) for text in texts]
        return np.array([sum(math.log(max(counts[word], 1)) for word in own) for own in words], float)

    like_a_name = inputs.matrix.column("name_similarity") > 0
    return FeatureColumns({"repeated_unknown": np.where(like_a_name, 0.0, gained(lattice, repeated))})


@lru_cache(maxsize=KEPT)
def _unknown_words(text: str, lexicon: Lexicon) -> tuple[str, ...]:
    """The longer unknown words of a text, folded."""
    words = [parse(word) for word in text.split()]
    long = [word for word in words if len(word.core) >= SHORTEST and unknown_word(word, lexicon)]
    return tuple(fold(word.core) for word in long)

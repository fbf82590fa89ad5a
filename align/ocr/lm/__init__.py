"""Language models: which words are likely between their neighbours.

``load("ru")`` gives the n-gram model that ships with the package (counted by ``tools/learn_ngram.py``),
``MaskedModel.load(NAME)`` a masked language model by name or folder; :mod:`align.ocr.lm.cloze` scores words
by their whole sentence.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from align.lang.frequency import word_shares
from align.lang.lemma import lemmatizer
from align.ocr.lm.masked import MaskedModel
from align.ocr.lm.ngram import NgramModel, SpanInContext, opened
from align.user_cache import file_version, kept

__all__ = ["LanguageModel", "MaskedModel", "NgramModel", "SpanInContext", "load"]

_DATA = Path(__file__).parents[1] / "data/ngram.npz"


class LanguageModel(Protocol):
    """Scores words between their neighbours."""

    def log_probabilities(self, queries: Sequence[SpanInContext]) -> NDArray[np.float64]:
        """Natural log of P(words, first two of right | last two of left), ``(len(queries),)``."""
        ...


def load(language: str) -> NgramModel | None:
    """The shipped model of a language, ``None`` where there is none."""
    with np.load(_DATA) as packed:
        if f"{language}.forms" not in packed:
            return None
        arrays = kept(f"ngram-{language}", file_version(_DATA), lambda: opened(packed, language))
        return NgramModel.load(arrays, word_shares(language), lemmatizer(language))

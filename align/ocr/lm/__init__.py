"""Language models: which words are likely between their neighbours.

``load("ru")`` gives the n-gram model that ships with the package (counted by
``tools/learn_ngram.py``), ``load("ru", NAME)`` a masked language model by name or folder;
:mod:`align.ocr.lm.cloze` scores words by their whole sentence.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from align.ocr.lm.masked import MaskedModel
from align.ocr.lm.ngram import NgramModel, SpanInContext

__all__ = ["LanguageModel", "SpanInContext", "load"]

_DATA = Path(__file__).parents[1] / "data/ngram.npz"


class LanguageModel(Protocol):
    """Scores words between their neighbours."""

    def log_probabilities(self, queries: Sequence[SpanInContext]) -> NDArray[np.float64]:
        """Natural log of P(words, first two of right | last two of left), ``(len(queries),)``."""
        ...


def load(language: str, name: str | None = None) -> LanguageModel | None:
    """The shipped model of a language, ``None`` where there is none; or the masked model of this name."""
    if name is not None:
        return MaskedModel.load(name)
    import wordfreq

    with np.load(_DATA) as arrays:
        if f"{language}.forms" not in arrays:
            return None
        return NgramModel.load(arrays, language, wordfreq.get_frequency_dict(language, "best"))

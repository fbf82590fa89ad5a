"""Which words are likely to stand between their neighbours.

``load("ru")`` gives the compact model that ships with the package (counts learned by
``tools/learn_ngram.py``), ``load("ru", NAME)`` a masked language model by name or folder;
:mod:`align.ocr.lm.cloze` reads whole sentences.
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
        """Natural log of P(words, first two of right | last two of left) of each query, ``(len(queries),)``."""
        ...


def load(language: str, name: str | None = None) -> LanguageModel | None:
    """The shipped model of a language, ``None`` where nothing was learned of it; or the one named."""
    if name is not None:
        return MaskedModel.load(name)
    import wordfreq

    with np.load(_DATA) as arrays:
        if f"{language}.forms" not in arrays:
            return None
        return NgramModel.load(arrays, language, wordfreq.get_frequency_dict(language, "best"))

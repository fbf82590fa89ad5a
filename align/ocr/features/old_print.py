"""How old print spells words, beside the spelling of today: by a model of the letters of printed words alone.

An engine that knows the words of today writes them for those of the page: ``vérité`` for ``verité``. Whether
that is an error depends on the page.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType

import numpy as np

from align.lang.folding import fold
from align.ocr.features.inputs import FeatureInputs
from align.ocr.features.matrix import FeatureColumns, Values
from align.ocr.features.slot_values import gained, on_changed
from align.ocr.lm.letters import words_of
from align.ocr.lm.printed import printed_words

PRIOR_TOKENS = 20
"""Tokens that weigh as much as the prior of a page's spelling, which is that of neither model."""
FEATURES: Mapping[str, str] = MappingProxyType(
    {
        "printed_letters": "log probability of the letters of its words among those of old print",
        "printed_words": "logarithm of 1 + the times that pages of old print have its words",
        "observed_print": "log odds of the observed word in old print against words of today, a letter",
        "page_print": "the same over the whole page",
    }
)


def old_print_features(inputs: FeatureInputs) -> FeatureColumns:
    """The words of old print; nothing for a language without such pages."""
    letters, lattice = inputs.resources.letters, inputs.lattice
    printed = None if letters is None else letters.printed
    if letters is None or printed is None or not lattice.slots:
        return FeatureColumns({})
    cores = [fold(lattice.token(slot).core) for slot in lattice.slots]
    odds = printed.scores(cores).mean - letters.spelling.scores(cores).mean
    odds[[not any(map(str.isalpha, core)) for core in cores]] = 0.0
    page = odds.sum() / (len(odds) + PRIOR_TOKENS)
    counts = printed_words(inputs.resources.lexicon.language)
    return FeatureColumns(
        {
            "printed_letters": gained(lattice, printed.of_all_words),
            "printed_words": gained(lattice, lambda texts: _counts(texts, counts)),
            "observed_print": on_changed(lattice, odds),
            "page_print": on_changed(lattice, np.full(len(odds), page)),
        }
    )


def _counts(texts: Sequence[str], counts: Mapping[str, int]) -> Values:
    """Logarithm of 1 + the count of the rarest word of each text; 0 for one without words."""
    rarest = [min((counts.get(word, 0) for word in words_of(text)), default=0) for text in texts]
    return np.log1p(np.array(rarest, dtype=np.float64))

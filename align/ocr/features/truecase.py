"""Whether a word is likely to begin with a capital where it stands (truecasing, Lita et al. 2003)."""

from __future__ import annotations

from functools import cache

import numpy as np

from align.ocr.features.inputs import FeatureInputs
from align.ocr.features.matrix import FeatureColumns
from align.ocr.features.ngram import ContextWindow
from align.ocr.lattice.candidate import UNPROPOSED, Candidate
from align.ocr.lm.ngram import NgramModel
from align.ocr.lm.truecasing import log_probability_of_case, preceding_class
from align.text.token import Token, parse


def truecase_features(inputs: FeatureInputs) -> FeatureColumns:
    """Whether the first letter is likely to be a capital, or small, in this place.

    Not computed where there is a cloze model, which scores capitals by the whole sentence.
    """
    model, lattice = inputs.resources.language_model, inputs.lattice
    if inputs.resources.cloze is not None or not isinstance(model, NgramModel):
        return FeatureColumns({})
    truecasing, window = model.capitals, ContextWindow(inputs.hypothesis)

    @cache
    def odds(place: str, word: str) -> float:
        return log_probability_of_case(truecasing.log_odds_at(place, word), word)

    scores = np.zeros(len(lattice))
    for row, (slot, candidate) in enumerate(lattice.candidates):
        token = lattice.token(slot)
        if _has_case(candidate, token):
            own = parse(candidate.text.split()[0])
            left = window.left(slot.sentence, candidate.start)
            place = preceding_class([*left, *token.lead])
            here = place if own.lead == token.lead else preceding_class([*left, *own.lead])
            scores[row] = odds(here, own.core) - odds(place, token.core)
    return FeatureColumns({"truecase": scores})


def _has_case(candidate: Candidate, token: Token) -> bool:
    """Whether the candidate and the observed token both begin with a letter."""
    if not candidate.changed or not candidate.text or candidate.rule == UNPROPOSED or not token.core:
        return False
    return parse(candidate.text.split()[0]).core[:1].isalpha() and token.core[0].isalpha()

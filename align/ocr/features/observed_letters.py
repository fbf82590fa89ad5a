"""How the observed words are spelt, and their candidates, by models of the letters of words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType

import numpy as np

from align.lang.folding import fold
from align.ocr.features.inputs import FeatureInputs
from align.ocr.features.matrix import FeatureColumns, Values
from align.ocr.features.slot_values import on_changed, on_unproposed
from align.ocr.lattice.candidate import OBSERVED, UNPROPOSED
from align.ocr.lm.letters import LetterModel
from align.text.token import parse

FEATURES: Mapping[str, str] = MappingProxyType(
    {
        "letters": "log probability of the letters of its words",
        "observed_letters": "log probability of a letter of the observed word, their mean",
        "observed_least_letter": "log probability of the unlikeliest letter of the observed word",
        "observed_misread": "log odds of the observed word among misread words against words of the language",
        "observed_misread_mean": "the same for each letter",
        "unproposed_letters": "`observed_letters` for the candidate that no rule proposed",
        "unproposed_misread": "`observed_misread` for that candidate",
    }
)


def letter_features(inputs: FeatureInputs) -> FeatureColumns:
    """The spelling of candidates and of what was observed; nothing without models of letters."""
    if inputs.resources.letters is None:
        return FeatureColumns({})
    spelling, misreading = inputs.resources.letters.spelling, inputs.resources.letters.misreading
    lattice = inputs.lattice
    cores = [lattice.token(slot).core for slot in lattice.slots]
    own = spelling.scores([fold(core) for core in cores])
    odds = misreading.scores(cores).total - own.total
    slots = {
        "observed_letters": own.mean,
        "observed_least_letter": own.least,
        "observed_misread": odds,
        "observed_misread_mean": odds / own.steps,
    }
    columns = {name: on_changed(lattice, values) for name, values in slots.items()}
    columns["unproposed_letters"] = on_unproposed(lattice, own.mean)
    columns["unproposed_misread"] = on_unproposed(lattice, odds)
    return FeatureColumns({"letters": _gained(inputs, spelling), **columns})


def _gained(inputs: FeatureInputs, model: LetterModel) -> Values:
    """Log probability of the words of each candidate less that of the observed ones."""
    lattice = inputs.lattice
    texts = [
        observed if candidate.rule in (OBSERVED, UNPROPOSED) else candidate.text
        for observed, (_, candidate) in zip(lattice.observed_texts, lattice.candidates, strict=True)
    ]
    numbers = {text: at for at, text in enumerate(dict.fromkeys((*texts, *lattice.observed_texts)))}
    totals = _totals(list(numbers), model)
    new, old = ([numbers[text] for text in row] for row in (texts, lattice.observed_texts))
    return np.asarray(totals[new] - totals[old])


def _totals(texts: Sequence[str], model: LetterModel) -> Values:
    """Log probability of all words of each text."""
    cores = [[fold(core) for word in text.split() if (core := parse(word).core)] for text in texts]
    of_text = np.repeat(np.arange(len(texts)), [len(own) for own in cores])
    flat = [core for own in cores for core in own]
    return np.bincount(of_text, model.scores(flat).total, len(texts)).astype(np.float64)

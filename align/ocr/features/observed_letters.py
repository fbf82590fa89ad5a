"""How the observed words are spelt, and their candidates, by models of the letters of words."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from align.lang.folding import fold
from align.ocr.features.inputs import FeatureInputs
from align.ocr.features.matrix import FeatureColumns
from align.ocr.features.slot_values import gained, on_changed, on_unproposed

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
    return FeatureColumns({"letters": gained(lattice, spelling.of_all_words), **columns})

"""The words beside a token and those of its page: an error is likelier among errors."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

import numpy as np

from align.lang.folding import fold
from align.ocr.features.inputs import FeatureInputs
from align.ocr.features.matrix import FeatureColumns, Values
from align.ocr.features.slot_values import on_changed

REACH = 6
"""Tokens on either side over which a measure is averaged."""
PRIOR_TOKENS = 20
"""Tokens that the usual value of a measure weighs as much as, on a page."""
USUAL: Mapping[str, float] = MappingProxyType(
    {"letters": -2.0, "length": 5.0, "frequency": 5.5, "known": 0.9, "digits": 0.02, "marks": 0.0}
)
"""Measures of a token, each with its usual mean on good pages."""

_WHAT = {
    "letters": "log probability of a letter of the word",
    "length": "letters of the word",
    "frequency": "Zipf frequency of the word",
    "known": "1 for a word that a dictionary has",
    "digits": "1 for a number",
    "marks": "marks inside the word",
}
FEATURES: Mapping[str, str] = MappingProxyType(
    {f"{where}_{name}": f"{what}, {of}" for name, what in _WHAT.items() for where, of in (
        ("before", "for the token before"),
        ("behind", "for the token behind"),
        ("near", "its mean over the tokens around the place"),
        ("page", "its mean over the page"),
    )}
)  # fmt: skip


def surrounding_features(inputs: FeatureInputs) -> FeatureColumns:
    """Measures of the tokens beside, around and on the page; nothing without a model of letters."""
    measures = _measures(inputs)
    columns: dict[str, Values] = {}
    for name, values in measures.items():
        usual = USUAL[name]
        columns[f"before_{name}"] = np.concatenate(([usual], values[:-1]))
        columns[f"behind_{name}"] = np.concatenate((values[1:], [usual]))
        columns[f"near_{name}"] = _around(values, usual)
        columns[f"page_{name}"] = np.full(
            len(values), (values.sum() + PRIOR_TOKENS * usual) / (len(values) + PRIOR_TOKENS)
        )
    return FeatureColumns({name: on_changed(inputs.lattice, values) for name, values in columns.items()})


def _measures(inputs: FeatureInputs) -> Mapping[str, Values]:
    """Each measure of each token, shape ``(n_slots,)``."""
    letters, lexicon = inputs.resources.letters, inputs.resources.lexicon
    if letters is None or not inputs.lattice.slots:
        return {}
    cores = [inputs.lattice.token(slot).core for slot in inputs.lattice.slots]
    found = [lexicon.look_up(core) if core else (0.0, False) for core in cores]
    return {
        "letters": letters.spelling.scores([fold(core) for core in cores]).mean,
        "length": np.array([len(core) for core in cores], float),
        "frequency": np.array([zipf for zipf, _ in found], float),
        "known": np.array([known for _, known in found], float),
        "digits": np.array([core.isdigit() for core in cores], float),
        "marks": np.array([sum(not one.isalnum() for one in core) for core in cores], float),
    }


def _around(values: Values, usual: float) -> Values:
    """The mean over the tokens around each, without itself."""
    padded = np.concatenate((np.full(REACH, usual), values, np.full(REACH, usual)))
    sums = np.concatenate(([0.0], np.cumsum(padded)))
    size = 2 * REACH + 1
    return np.asarray((sums[size:] - sums[:-size] - values) / (size - 1))

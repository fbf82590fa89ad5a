"""The form of the observed token: its letters, capitals, digits and marks, each measure a named function.

They are the same for all candidates of a slot but the observed text.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from math import log1p

import numpy as np

from align.lang.folding import fold
from align.lang.lexicon import Lexicon
from align.ocr.features.group import described
from align.ocr.features.inputs import FeatureInputs
from align.ocr.features.matrix import FeatureColumns, Values
from align.ocr.features.slot_values import on_changed
from align.ocr.lattice.lattice import CandidateLattice
from align.ocr.lm.old_spellings import SpellingRule, spelling_rules, variant_frequency
from align.ocr.lm.printed import printed_words
from align.text.token import Token

DEBRIS = re.compile(r"[*^$<>|_\\~{}\[\]#@&%■•»«]")
"""Signs that an OCR writes for dirt and for letters that it cannot read."""

COMMON = 3.5
"""Zipf frequency from which a word is one of today."""


@dataclass(frozen=True, eq=False)
class Observed:
    """An observed token.

    ``count``: how often its side has it; ``printed``: how often old print has it; ``variant``: the frequency
    of the word of today that it may be in an earlier spelling.
    """

    token: Token
    lexicon: Lexicon
    count: int
    printed: int
    variant: float


def observed_frequency(seen: Observed) -> float:
    """Zipf frequency of the observed word, 0 for an unlisted one."""
    return seen.lexicon.zipf(seen.token.core) if seen.token.core else 0.0


def observed_printed(seen: Observed) -> float:
    """Logarithm of 1 + the times that pages of old print have the observed word."""
    return log1p(seen.printed)


def observed_variant(seen: Observed) -> float:
    """Zipf frequency of the word of today that a rarer observed word may be in an earlier spelling."""
    return seen.variant


def observed_repeated(seen: Observed) -> float:
    """Logarithm of the times that the text has the observed word."""
    return log1p(seen.count - 1) if seen.token.core else 0.0


def observed_length(seen: Observed) -> float:
    """Characters of the observed word."""
    return float(len(seen.token.core))


def observed_capital(seen: Observed) -> float:
    """1 where the observed word begins with a capital."""
    return float(seen.token.core[:1].isupper())


def observed_upper(seen: Observed) -> float:
    """Fraction of capitals in the observed word."""
    core = seen.token.core
    return sum(map(str.isupper, core)) / max(len(core), 1)


def observed_inner_capital(seen: Observed) -> float:
    """1 where a word that is not all in capitals has one inside."""
    core = seen.token.core
    return float(any(map(str.isupper, core[1:])) and not core.isupper())


def observed_digit(seen: Observed) -> float:
    """1 where a digit stands among letters."""
    core = seen.token.core
    return float(any(map(str.isdigit, core)) and any(map(str.isalpha, core)))


def observed_inner_marks(seen: Observed) -> float:
    """Marks inside the observed word, without hyphens and apostrophes."""
    return float(sum(not one.isalnum() and one not in "-'’" for one in seen.token.core))


def observed_debris(seen: Observed) -> float:
    """Signs in or beside the observed word that print hardly ever has."""
    return float(len(DEBRIS.findall(seen.token.text)))


def observed_lead(seen: Observed) -> float:
    """Marks before the observed word."""
    return float(len(seen.token.lead))


def observed_trail(seen: Observed) -> float:
    """Marks behind the observed word."""
    return float(len(seen.token.trail))


def observed_stop(seen: Observed) -> float:
    """1 where a full stop is the first mark behind it."""
    return float(seen.token.trail[:1] == ".")


def observed_comma(seen: Observed) -> float:
    """1 where a comma is the first mark behind it."""
    return float(seen.token.trail[:1] == ",")


def observed_broken(seen: Observed) -> float:
    """1 where a hyphen ends the observed token, as at the end of a line."""
    return float(seen.token.trail[:1] in ("-", "¬", "*") and bool(seen.token.core))


def observed_wordless(seen: Observed) -> float:
    """1 where nothing but marks was observed."""
    return float(not seen.token.core)


MEASURES: Mapping[str, Callable[[Observed], float]] = {
    measure.__name__: measure
    for measure in (
        observed_frequency,
        observed_printed,
        observed_variant,
        observed_repeated,
        observed_length,
        observed_capital,
        observed_upper,
        observed_inner_capital,
        observed_digit,
        observed_inner_marks,
        observed_debris,
        observed_lead,
        observed_trail,
        observed_stop,
        observed_comma,
        observed_broken,
        observed_wordless,
    )
}
FEATURES = described(MEASURES)
"""Name of each measure -> what it is."""


def measured(lattice: CandidateLattice, lexicon: Lexicon) -> Mapping[str, Values]:
    """Each measure of the token of each slot, shape ``(n_slots,)``."""
    printed, rules = printed_words(lexicon.language), spelling_rules(lexicon.language)
    tokens = [lattice.token(slot) for slot in lattice.slots]
    forms = [fold(token.core) for token in tokens]
    counts = Counter(forms)
    variants = {form: _variant(form, rules, lexicon) for form in counts}
    seen = [
        Observed(token, lexicon, counts[form], printed.get(form, 0), variants[form])
        for token, form in zip(tokens, forms, strict=True)
    ]
    return {name: np.array([measure(one) for one in seen], float) for name, measure in MEASURES.items()}


def _variant(form: str, rules: Sequence[SpellingRule], lexicon: Lexicon) -> float:
    """The frequency of the word of today that a rarer word is in an earlier spelling; 0 for none."""
    own = lexicon.zipf_of(form)
    found = variant_frequency(form, rules, lexicon.zipf_of) if own < COMMON else 0.0
    return found if found > own else 0.0


def form_features(inputs: FeatureInputs) -> FeatureColumns:
    """The form of the observed token, for every candidate that would change it."""
    values = measured(inputs.lattice, inputs.resources.lexicon)
    return FeatureColumns({name: on_changed(inputs.lattice, column) for name, column in values.items()})

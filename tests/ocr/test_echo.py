"""The rest of the side as a witness."""

from __future__ import annotations

import numpy as np

from align.lang.lexicon import Lexicon
from align.ocr.candidates.build import build_lattice
from align.ocr.candidates.form_indexes import FormIndexes
from align.ocr.channel.engines import prior_channel
from align.ocr.features.cache_lm import cache_features
from align.ocr.features.ngram import observed_hypothesis

WORDS = {"плацдарм": 1e-6, "плакат": 1e-5, "нужен": 1e-4, "здесь": 1e-4, "корея": 1e-5, "просит": 1e-5}


def heard(text, *others):
    """Reading -> what the other sentences say for it, by name, for the first chunk of ``text``."""
    page = build_lattice(
        [text, *others], [()] * (1 + len(others)), FormIndexes(Lexicon("ru", WORDS)), prior_channel()
    )
    found = cache_features(page, observed_hypothesis(page), np.arange(len(page.candidates)))
    first = page.slots[0]
    return {
        reading.text: {name: values[row] for name, values in found.items()}
        for row, reading in enumerate(first.candidates[:-1])
    }


def test_a_word_the_side_uses_elsewhere_is_likelier():
    """плацдары may be плацдарм, which stands twice below, rather than плакат, which does not."""
    found = heard("плацдары нужен", "нужен плацдарм", "здесь плацдарм")
    assert found["плацдарм"]["echo"] > 1
    assert found["плацдарм"]["echo_stem"] == 0
    assert found["плацдары"]["echo"] == 0


def test_a_name_keeps_the_capital_it_has_elsewhere():
    """Корея has its capital in the middle of the other sentences; корся is not small for that."""
    found = heard("корся просит", "здесь Корея", "нужен Корея")
    assert found["Корея"]["echo_capital"] > 0 > found["корея"]["echo_capital"]


def test_a_word_does_not_vouch_for_itself():
    """What stands at the place itself is not counted."""
    assert heard("плакат нужен")["плакат"]["echo"] == 0

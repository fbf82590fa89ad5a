"""The spelling of observed words and candidates."""

from __future__ import annotations

from dataclasses import replace

from align.ocr.features.observed_letters import letter_features
from align.ocr.lattice.candidate import UNPROPOSED
from align.ocr.lm.letters import LetterModel
from align.ocr.lm.printed import LetterModels
from align.ocr.runtime.resources import LanguageResources
from tests.ocr.sample import by_text, inputs_of, lattice_of, resources_of

WORDS = {"house": 1e-3, "mouse": 1e-4, "the": 1e-2, "horse": 1e-4}


def english() -> LanguageResources:
    """A few words, their letters, and those of misread words."""
    spelling = LetterModel.of(dict.fromkeys(WORDS, 1.0))
    misreading = LetterModel.of({"houfe": 1.0, "tbe": 1.0, "mouf": 1.0})
    return replace(resources_of(WORDS, "en"), letters=LetterModels(lambda: spelling, lambda: misreading))


def test_a_well_spelt_candidate_gains_and_the_observed_text_is_zero() -> None:
    """Log probability of its letters less that of the observed ones."""
    resources = english()
    lattice = lattice_of("the houfe", resources)
    columns = letter_features(inputs_of(lattice, resources, "first")).values
    assert by_text(lattice, columns)["house"]["letters"] > 1
    assert not any(values[lattice.starts[:-1]].any() for values in columns.values())


def test_misread_words_are_recognised_by_their_letters() -> None:
    """Whatever the candidate; the candidate that no rule proposed has columns of its own."""
    resources = english()
    lattice = lattice_of(["the houfe", "the horse"], resources)
    columns = letter_features(inputs_of(lattice, resources, "first")).values
    misread, right = (by_text(lattice, columns, number)[UNPROPOSED] for number in (0, 1))
    assert misread["observed_misread"] > 0 > right["observed_misread"]
    assert misread["unproposed_misread"] == misread["observed_misread"]


def test_without_models_of_letters_nothing_is_computed() -> None:
    """A language without a word list has none."""
    resources = resources_of(WORDS, "en")
    assert not letter_features(inputs_of(lattice_of("houfe", resources), resources, "first")).values

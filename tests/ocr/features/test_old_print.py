"""Words of old print beside those of today."""

from __future__ import annotations

from dataclasses import replace

import pytest

from align.ocr.features.old_print import old_print_features
from align.ocr.lm.letters import LetterModel
from align.ocr.lm.printed import LetterModels
from align.ocr.runtime.resources import LanguageResources
from tests.ocr.sample import by_text, inputs_of, lattice_of, resources_of

WORDS = {"vérité": 1e-4, "verité": 1e-6, "beauté": 1e-4, "la": 1e-2}


def french(printed: LetterModel | None) -> LanguageResources:
    """A few words of today, and others of old print."""
    today = LetterModel.of(dict.fromkeys(WORDS, 1.0))
    letters = LetterModels(lambda: today, lambda: today, lambda: printed)
    return replace(resources_of(WORDS, "fr"), letters=letters)


def test_the_spelling_of_old_print_gains_by_its_letters() -> None:
    """An é inside a word is none of its letters."""
    printed = LetterModel.of({"verité": 1.0, "memoire": 1.0, "la": 1.0})
    resources = french(printed)
    lattice = lattice_of("la vérité", resources)
    columns = old_print_features(inputs_of(lattice, resources, "first")).values
    assert by_text(lattice, columns)["verité"]["printed_letters"] > 1
    assert by_text(lattice, columns)["verité"]["observed_print"] < 0
    assert not any(values[lattice.starts[:-1]].any() for values in columns.values())


def test_a_page_is_in_old_print_by_all_its_words() -> None:
    """One word shows less than many."""
    resources = french(LetterModel.of({"verité": 1.0, "beauté": 1.0}))
    found = []
    for text in ("verité", "verité " * 40):
        lattice = lattice_of(text, resources)
        columns = old_print_features(inputs_of(lattice, resources, "first")).values
        found.append(columns["page_print"].max())
    assert 0 < found[0] < found[1]


@pytest.mark.parametrize("letters", [None, french(None).letters])
def test_a_language_without_old_pages_has_no_such_features(letters: LetterModels | None) -> None:
    """Nor has one without a word list."""
    resources = replace(resources_of(WORDS, "fr"), letters=letters)
    lattice = lattice_of("la vérité", resources)
    assert not old_print_features(inputs_of(lattice, resources, "first")).values

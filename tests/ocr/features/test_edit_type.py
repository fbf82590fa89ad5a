"""Features of the kind of change that a candidate makes."""

from __future__ import annotations

from align.ocr.features.edit_type import edit_type_features, suspicious_slots
from tests.ocr.sample import by_text, inputs_of, lattice_of, resources_of


def test_typing_slips_are_distinguished_from_misread_letters() -> None:
    """A letter typed twice and two in the wrong order are kinds of change by themselves."""
    resources = resources_of({"the": 1e-2, "bulganin": 1e-6}, "en")
    lattice = lattice_of("Bulganiin hte", resources)
    columns = edit_type_features(inputs_of(lattice, resources, "first")).values
    found = by_text(lattice, columns)
    kinds = {
        text: (features["letter_doubled"], features["letters_swapped"]) for text, features in found.items()
    }
    assert (kinds["Bulganin"], kinds["the"]) == ((1, 0), (0, 1))
    assert not any(values[lattice.starts[:-1]].any() for values in columns.values())


def test_unknown_words_and_odd_marks_are_suspicious() -> None:
    """Known words, numbers and usual marks are not."""
    resources = resources_of({"союзник": 1e-5})
    lattice = lattice_of("союзник, совзник 38 — |", resources)
    assert suspicious_slots(lattice, resources.lexicon).tolist() == [0, 1, 0, 0, 1]

"""Words of the translation that stand beside each other in the original too."""

from __future__ import annotations

from align.ocr.features.foreign_neighbours import adjacent_matches
from tests.ocr.sample import lattice_of, resources_of

RESOURCES = resources_of({"очень": 1e-3, "в": 3e-2, "и": 3e-2, "с": 2e-2})
TARGET = ("Fox", "News")


def test_words_side_by_side_in_the_translation_support_each_other() -> None:
    """Fox News: either word has the other beside it; Fox alone has none."""
    lattice = lattice_of("Рох №м$", RESOURCES, ["Fox News"])
    found = {
        candidate.text: adjacent_matches(lattice, slot, candidate, TARGET)
        for slot, candidate in lattice.candidates
        if candidate.rule == "foreign"
    }
    assert (found["Fox"], found["News"]) == (1, 1)
    alone = lattice_of("Рох очень", RESOURCES, ["Fox News"])
    assert not any(
        adjacent_matches(alone, alone.slots[0], candidate, TARGET) for candidate in alone.slots[0].candidates
    )

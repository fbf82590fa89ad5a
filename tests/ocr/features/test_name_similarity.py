"""How much more like a name of the translation each candidate is."""

from __future__ import annotations

from align.ocr.features.name_similarity import name_features
from tests.ocr.sample import by_text, inputs_of, lattice_of, resources_of


def test_a_candidate_like_a_name_of_the_translation_has_a_score() -> None:
    """Тайвань is like Taiwan, Тайвонь less, and диван is no name."""
    resources = resources_of({"тайвань": 1e-5, "диван": 1e-5})
    lattice = lattice_of("Тайвонь", resources, ["from Taiwan"])
    found = by_text(lattice, name_features(inputs_of(lattice, resources, target=["from Taiwan"])).values)
    assert found["Тайвань"]["name_similarity"] > 0
    assert found["тайвонь"]["name_similarity"] <= 0

"""The rest of the side: words used elsewhere are likelier."""

from __future__ import annotations

from align.ocr.features.cache_lm import FEATURES, cache_features
from tests.ocr.sample import by_text, inputs_of, lattice_of, resources_of

WORDS = {"плацдарм": 1e-6, "плакат": 1e-5, "нужен": 1e-4, "здесь": 1e-4, "корея": 1e-5, "просит": 1e-5}


def scores(text: str, *others: str, certainty: float = 0.1) -> dict[str, dict[str, float]]:
    """Candidate of the first sentence -> its scores; ``certainty``: probability of each observed text."""
    resources = resources_of(WORDS)
    lattice = lattice_of([text, *others], resources)
    columns = cache_features(inputs_of(lattice, resources, probabilities=certainty)).values
    assert set(columns) == set(FEATURES)
    assert not any(values[lattice.starts[:-1]].any() for values in columns.values())
    return by_text(lattice, columns)


def test_a_word_that_the_side_uses_elsewhere_is_likelier() -> None:
    """плацдары may be плацдарм, which stands twice below, rather than плакат, which does not."""
    found = scores("плацдары нужен", "нужен плацдарм", "здесь плацдарм")
    assert found["плацдарм"]["cache_word"] > 1
    assert found["плацдарм"]["cache_stem"] == 0


def test_a_name_keeps_the_capital_it_has_elsewhere() -> None:
    """Корея has its capital in the middle of the other sentences; корся is not small for that."""
    found = scores("корся просит", "здесь Корея", "нужен Корея")
    assert found["Корея"]["cache_capital"] > 0 > found["корея"]["cache_capital"]


def test_a_word_does_not_count_for_itself() -> None:
    """What stands at the place itself is left out."""
    assert not any(found["cache_word"] for found in scores("плакат нужен").values())
    assert scores("плакаь нужен")["плакат"]["cache_word"] == 0


def test_certain_slots_have_no_score() -> None:
    """They are most of a document."""
    found = scores("плацдары нужен", "нужен плацдарм", certainty=1.0)
    assert not any(any(one.values()) for one in found.values())

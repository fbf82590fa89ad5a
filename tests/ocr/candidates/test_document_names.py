"""The names of a document are candidates for one another."""

from __future__ import annotations

import pytest

from tests.ocr.sample import lattice_of, resources_of

WORDS = {"сказал": 1e-4, "пришёл": 1e-4, "и": 1e-2, "москва": 1e-4}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Сказал Кмапворт, и пришёл Кнапворт", "Кнапворт"),
        ("Сказал Кнапворт, и пришёл Кмапвортом", "Кнапвортом"),
        ("Сказал Бэрнеби и Бэрпеби", "Бэрнеби"),
    ],
)
def test_a_name_read_right_elsewhere_is_a_candidate_in_any_case(text: str, name: str) -> None:
    """The dictionary need not have it, and the page need not have it twice."""
    lattice = lattice_of(text, resources_of(WORDS))
    assert name in {candidate.text for _, candidate in lattice.candidates if candidate.changed}


def test_in_a_translated_document_it_must_stand_twice() -> None:
    """The names of the translation are better candidates."""
    texts = ["Сказал Кнапворт", "Пришёл Кмапворт"]
    lattice = lattice_of(texts, resources_of(WORDS), ["Knapworth said", "Knapworth came"])
    assert "Кнапворту" not in {candidate.text for _, candidate in lattice.candidates}


def test_the_first_word_of_a_sentence_is_no_name() -> None:
    """Its capital shows nothing."""
    lattice = lattice_of(["Кнапворт сказал", "Пришёл Кмапвурт"], resources_of(WORDS))
    assert "Кнапворт" not in {one.text for one in lattice.slots[3].candidates}

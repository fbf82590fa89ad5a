"""Words of the old spelling whose ъ was read as another letter."""

from __future__ import annotations

import pytest

from tests.ocr.sample import lattice_of, resources_of

WORDS = {
    "вороне": 1e-7,
    "ворон": 1e-5,
    "может": 1e-3,
    "можете": 1e-4,
    "быть": 1e-3,
    "прибавил": 1e-5,
    "в": 3e-2,
    "мой": 1e-3,
    "дом": 1e-4,
}


def printed(text: str, *, old: bool = True) -> set[str]:
    """What the page may print at the first word of a text."""
    return {one.printed_text for one in lattice_of(text, resources_of(WORDS), old=old).slots[0].candidates}


@pytest.mark.parametrize(
    ("observed", "typed"),
    [
        ("вороне", "воронъ"),
        ("Вороне,", "Воронъ,"),
        ("можете", "можетъ"),
        ("ве", "въ"),
        ("можете-быть", "можетъ-быть"),
        ("домь", "домъ"),
        ("прцбавиле", "прибавилъ"),
    ],
)
def test_a_letter_behind_a_consonant_may_be_a_hard_sign(observed: str, typed: str) -> None:
    """Also where the word that was read is one, and where another letter is misread too."""
    assert typed in printed(observed)


def test_only_an_old_page_has_hard_signs() -> None:
    """In today's spelling no word ends with ъ."""
    assert not any("ъ" in text for text in printed("вороне", old=False))


def test_a_hard_sign_stands_behind_a_consonant() -> None:
    """«мой» has none."""
    assert "мойъ" not in printed("мойе")

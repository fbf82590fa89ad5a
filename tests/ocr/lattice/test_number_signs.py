"""Number signs that were read as letters."""

from __future__ import annotations

import pytest

from align.lang.lexicon import Lexicon
from align.ocr.lattice.number_signs import number_signs

LEXICON = Lexicon("ru", {"в": 3e-2, "и": 3e-2, "дом": 1e-4})


def signs(texts: list[str]) -> list[str]:
    """The texts of the number signs that are found."""
    return [sign.token.text for sign in number_signs(texts, LEXICON)]


@pytest.mark.parametrize(
    ("texts", "found"),
    [
        (["MI 4240.", "№ 32066.", "MI 82076."], ["MI", "MI"]),
        (["№ 32161.", "№ 32171.", "Х° 32176.", "5L 44120."], ["Х°", "5L"]),
        (["Дело № 32161.", "№ 32171.", "П 32176."], ["П"]),
        (["Q& 15.", "Q& 17.", "Q& 21."], ["Q&", "Q&", "Q&"]),
        (["Вх. Ле 12, № 15, N° 17"], ["Ле", "N°"]),
    ],
)
def test_a_page_of_numbers_shows_its_sign(texts: list[str], found: list[str]) -> None:
    """By the sign itself elsewhere, by usual misreadings, or because it comes again and again."""
    assert signs(texts) == found


@pytest.mark.parametrize(
    "text",
    [
        "В 1950 и 1951 гг.",
        "Т 34",
        "дом 12, дом 14, дом 16",
        "Ле 12",
        "И. 1950, И. 1951",
    ],
)
def test_a_word_or_a_single_code_is_no_sign(text: str) -> None:
    """Nor an initial."""
    assert not signs([text])


def test_other_scripts_have_no_such_sign() -> None:
    """The sign belongs to print in Cyrillic."""
    assert not number_signs(["MI 4240", "MI 4241", "MI 4242"], Lexicon("en", {"a": 1e-2}))

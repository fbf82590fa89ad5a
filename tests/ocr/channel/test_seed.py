"""The confusions of a document by its unknown words."""

from __future__ import annotations

import pytest

from align.lang.lexicon import Lexicon
from align.ocr.channel.seed import document_confusions
from tests.ocr.sample import old_spelling

FORMS = ("так", "как", "сказал", "сказала", "слышал", "вечером", "глядел", "техник", "граф", "конфета")
LEXICON = Lexicon("ru", dict.fromkeys(FORMS, 1e-4))


def test_a_hard_sign_read_as_another_letter_again_and_again() -> None:
    """«сказале» may be «сказала» or «сказалъ»: the other words of the page show which."""
    texts = ["сказале таке каке слышале вечероме гляделе"]
    edits = document_confusions(texts, LEXICON, old_spelling(LEXICON)).edits
    assert edits.keys() == {("ъ", "е")}
    assert edits["ъ", "е"] > 5


def test_a_capital_inside_a_word_is_a_misread_small_letter() -> None:
    """No page prints «граФ»."""
    texts = ["граФ конФета граФ"]
    lexicon = Lexicon("ru", dict.fromkeys([*FORMS, "арфа", "лифт", "шкаф", "софа"], 1e-4))
    edits = document_confusions([*texts, "арФа лиФт шкаФ соФа"], lexicon, None).edits
    assert edits.keys() == {("ф", "Ф")}


def test_a_few_words_show_nothing() -> None:
    """Two words with one confusion may be two errors."""
    assert not document_confusions(["таке каке так"], LEXICON, old_spelling(LEXICON)).edits


def test_a_confused_letter_costs_little() -> None:
    """The channel of the first pass knows the confusions of the page."""
    found = document_confusions(
        ["таке каке слышале вечероме гляделе технике"] * 3, LEXICON, old_spelling(LEXICON)
    )
    unknown = document_confusions(["так"], LEXICON, None)
    before, after = unknown.seeded_channel, found.seeded_channel
    assert after.edit_cost("ъ", "е") < before.edit_cost("ъ", "е") - 5
    assert after.edit_cost("а", "о") == before.edit_cost("а", "о")


@pytest.mark.parametrize(
    ("texts", "forms", "edit"),
    [
        (
            ["отногаение болыгаой магаина галяпа"],
            ("отношение", "большой", "машина", "шляпа", "шар"),
            ("ш", "га"),
        ),
        (["открытш знанш развитш событш"], ("открытии", "знании", "развитии", "событии"), ("іи", "ш")),
        (["звашя основашя объяснешя"], ("звания", "основания", "объяснения"), ("ні", "ш")),
    ],
)
def test_two_letters_may_be_read_as_one_and_one_as_two(
    texts: list[str], forms: tuple[str, ...], edit: tuple[str, str]
) -> None:
    """A narrow і hangs on to its neighbour; ш comes apart."""
    lexicon = Lexicon("ru", dict.fromkeys([*forms, *FORMS], 1e-4))
    assert edit in document_confusions(texts, lexicon, old_spelling(lexicon)).edits

"""Words of the translation that stand in the original in their own letters."""

from __future__ import annotations

from tests.ocr.sample import lattice_of, resources_of

RESOURCES = resources_of({"очень": 1e-3, "в": 3e-2, "и": 3e-2, "с": 2e-2, "положение": 1e-4})


def candidates(text: str, target: str) -> set[str]:
    """The texts of all candidates of the first token."""
    return {one.text for one in lattice_of(text, RESOURCES, [target]).slots[0].candidates}


def test_a_word_in_the_letters_of_the_translation_is_a_candidate() -> None:
    """Channel read with a stroke for its l, NBC of which only one letter is left."""
    assert "Channel," in candidates("Спаппе\\,", "The Channel")
    assert "NBC" in candidates("№С", "on NBC")
    assert "Nottingham" in candidates("МоЕЕ1павЕт", "in Nottingham")


def test_a_misread_letter_of_a_foreign_word_may_be_a_mark() -> None:
    """The exclamation mark was an l."""
    assert "Channel" in candidates("Спаппе!", "Channel")


def test_each_foreign_word_is_generated_once() -> None:
    """A mark that may be a letter does not push out other words."""
    found = {text.strip(",") for text in candidates("Спаппе,", "Channel Channels Chappell")}
    assert {"Channel", "Channels"} <= found


def test_a_foreign_word_stands_in_the_original_without_its_possessive() -> None:
    """Momentum's members are the members of Momentum."""
    assert "Momentum" in candidates("Мошепшиш", "Momentum's members")


def test_small_foreign_words_are_generated_only_for_what_holds_other_signs() -> None:
    """Faire stands in both texts; a Russian word, misread or not, is not replaced by similar glyphs."""
    assert "faire" in candidates("Еа1те", "il faut faire")
    assert "some" not in candidates("зоше,", "some")

"""What each token may have been, by all rules together."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from align.lang.lexicon import Lexicon
from tests.ocr.sample import lattice_of, resources_of

WORDS = {
    "какой": 1e-3,
    "либо": 1e-4,
    "будет": 1e-3,
    "следовательно": 1e-4,
    "положение": 1e-4,
    "союзник": 1e-5,
    "ваш": 1e-3,
    "в": 3e-2,
    "с": 2e-2,
    "и": 3e-2,
    "объяснял": 1e-5,
    "очень": 1e-3,
}


def candidates(text: str, target: str = "", words: Mapping[str, float] = WORDS) -> set[str]:
    """The texts of all candidates of the first token."""
    lattice = lattice_of(text, resources_of(words), [target])
    return {candidate.text for candidate in lattice.slots[0].candidates}


@pytest.mark.parametrize(
    ("read", "typed"),
    [
        ("совзник", "союзник"),
        ("Баш", "Ваш"),
        ("Очень", "очень"),
        ("какойлибо", "какой-либо"),
        ("будет,следовательно", "будет, следовательно"),
        ("положе ние", "положение"),
        ("об яснял", "объяснял"),
        ("союзник; и", "союзник,"),
        ("©", "с"),
        ("очень|", "очень"),
        ("I:", ""),
    ],
)
def test_what_was_typed_is_among_the_candidates(read: str, typed: str) -> None:
    """Letters, capitals, spaces, hyphens, marks and dirt: each has a rule."""
    assert typed in candidates(read)


def test_a_form_that_no_list_has_is_generated_from_its_word() -> None:
    """What is rare is still a form of a word that is near; one further away is not tried."""
    forms = {"союзник", "союзником", "союзническими"}
    known = Lexicon("ru", WORDS, forms.__contains__, lambda form: sorted(forms) if form in forms else [form])
    lattice = lattice_of("союзнзко", resources_of({}, known=known))
    found = {candidate.text for candidate in lattice.slots[0].candidates}
    assert "союзником" in found
    assert "союзническими" not in found


def test_there_is_no_compound_across_a_space() -> None:
    """A hyphen before the next word is no part of the first one."""
    assert not any("-" in text for text in candidates("союзниы; -либо"))


def test_a_name_in_small_letters_may_have_a_capital() -> None:
    """It may where the translation has a name of that sound; else it is no name for all that is known."""
    assert "Кавано" in candidates("кавано", "Kavanaugh")
    assert "Кавано" not in candidates("кавано", "table")


def test_numbers_of_the_translation_are_written_as_in_either_language() -> None:
    """6.8 in English is 6,8 in Russian."""
    assert {"6.8", "6,8"} <= candidates("6,В", "6.8")


def test_numbers_of_the_translation_are_candidates_for_numbers() -> None:
    """106 may be 10 where the translation has 10, but 20,4 is 20.4."""
    assert "10" in candidates("106", "10")
    assert "20.4" not in candidates("20,4", "20.4")


@pytest.mark.parametrize(
    ("read", "typed"), [("хго-запада", "юго-запада"), ("какой-хо", "какой-то"), ("Синий", "с иний")]
)
def test_parts_that_hardly_stand_alone_are_generated_in_their_compounds(read: str, typed: str) -> None:
    """юго- and -то are no words; and the first word of two may be a small one."""
    words = {**WORDS, "юго-запада": 1e-6, "запада": 1e-5, "иний": 1e-3}
    assert typed in candidates(read, words=words)


def test_two_letters_make_no_part_of_a_compound() -> None:
    """ев is a rare form of Ева: ев-руководителей is no word for that, but из-за is."""
    known = Lexicon("ru", {"ев": 1e-6, "руководителей": 1e-4, "из": 1e-2, "за": 1e-2})
    assert not known.knows("ев-руководителей")
    assert known.knows("из-за")

"""Sentences are alike in what translations write alike."""

from __future__ import annotations

import numpy as np

from align.alignment.spelling import TOKEN, SpellingEncoder

CZECH = [
    "V roce 1918 přijel Masaryk do Prahy.",
    "Nikdo na něj nečekal.",
    "Byl poslán dopis prezidentu Wilsonovi?",
    "Dostal 25 korun.",
]
GREEK = [
    "Το 1918 ο Μάσαρικ έφτασε στην Πράγα.",
    "Κανείς δεν τον περίμενε.",
    "Στάλθηκε γράμμα στον πρόεδρο Ουίλσον;",
    "Πήρε 25 κορώνες.",
]


def test_numbers_names_and_cognates_are_found_across_scripts() -> None:
    """Each Czech sentence that has any is nearest to its Greek translation."""
    encoder = SpellingEncoder.of(CZECH, GREEK)
    cosines = encoder.encode(CZECH) @ encoder.encode(GREEK).T
    assert [int(cosines[row].argmax()) for row in (0, 2, 3)] == [0, 2, 3]


def test_rows_have_length_1_or_0() -> None:
    """A sentence that shares nothing with the other side has no direction."""
    encoder = SpellingEncoder.of(["Abc defg."], ["Abc defg.", "字字字字"])
    lengths = np.linalg.norm(encoder.encode(["Abc defg.", "字字字字", ""]), axis=1)
    assert lengths.round(6).tolist() == [1, 0, 0]


def test_the_same_text_has_the_same_vectors_again() -> None:
    first, second = (SpellingEncoder.of(CZECH, GREEK).encode(CZECH) for _ in range(2))
    assert (first == second).all()


def test_vowel_signs_belong_to_their_word_and_full_stops_do_not() -> None:
    assert TOKEN.findall("चिंता है। दो") == ["चिंता", "है", "।", "दो"]

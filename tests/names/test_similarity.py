"""How similar two names are."""

from __future__ import annotations

import pytest

from align.names.similarity import (
    cross_script_similarity,
    likeness,
    may_be_one_name,
    name_similarity,
    spelling_distance,
    strict_score,
)


@pytest.mark.parametrize(
    ("one", "other", "least", "most"),
    [
        ("Стерлинга", "Sterling", 1.0, 1.0),
        ("Sterling", "Стерлинга", 1.0, 1.0),
        ("Dostoyevsky", "Dostojewski", 0.0, 0.9),
        ("Müller", "Muller", 1.0, 1.0),
        ("Moscow", "London", 0.0, 0.0),
    ],
)
def test_likeness_is_one_for_a_known_rendering_and_zero_for_another_name(
    one: str, other: str, least: float, most: float
) -> None:
    """Within a script by spelling, across scripts by transliteration, in either order."""
    assert least <= likeness(one, other) <= most


def test_old_print_has_another_letter_in_names() -> None:
    """A name spelt with е for э is similar as a whole."""
    assert cross_script_similarity("Аэродром", "Aerodrom") == 1.0
    assert cross_script_similarity("Цзе-дун", "Tse-tung") == 1.0


def test_a_strict_score_begins_at_its_cutoff() -> None:
    """``1 - 1 / strictness`` is 0, equality 1."""
    assert strict_score(0.8, 5) == pytest.approx(0)
    assert strict_score(0.5, 5) == 0
    assert strict_score(1.0, 5) == 1


def test_the_nearest_name_of_the_translation_counts() -> None:
    """A capitalised word and the capitalised words of the translation; others are no names."""
    assert name_similarity("Тайвана", ("from", "Taiwan")) == 1
    assert name_similarity("Корев", ("Korea",)) < 0.5
    assert name_similarity("Bulganin", ("Булганину",)) > name_similarity("Bulganiin", ("Булганину",))
    assert name_similarity("тайвана", ("Taiwan",)) == name_similarity("Тайвана", ("taiwan",)) == 0


@pytest.mark.parametrize(
    ("one", "other"),
    [("Кунса", "Coons"), ("Танечка", "Tanya"), ("Энь-лая", "Enlai"), ("Филиппов", "Filipov")],
)
def test_similar_sounds_may_be_one_name(one: str, other: str) -> None:
    """Equal consonants, pet names, near spellings; in either order."""
    assert may_be_one_name(one, other)
    assert may_be_one_name(other, one)


def test_other_sounds_are_another_name() -> None:
    """A name that was swapped shares neither letters nor sounds."""
    assert not may_be_one_name("Агуэро", "Sterling")


def test_marks_are_no_edits() -> None:
    """Diacritics, hyphens and apostrophes are left out of the distance."""
    assert spelling_distance("Tse-tung", "Tsetung") == 0
    assert spelling_distance("Filippov", "Fillipov") == 2

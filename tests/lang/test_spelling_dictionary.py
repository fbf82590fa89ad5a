"""Hunspell's dictionaries as lists of all their forms."""

from __future__ import annotations

import pytest
from spylls.hunspell import Dictionary

from align.lang.spelling_dictionary import _spylls, _stem, dictionary, has_free_compounds

WORDS = (
    "translators",
    "unhappily",
    "re-elected",
    "london-based",
    "o'clock",
    "tlie",
    "wliich",
    "1949",
    "1.5",
    "21st",
    "121th",
    "112th",
    "12-year",
    "1st-class",
    "x-",
    "",
)


def spylls() -> Dictionary:
    stem = _stem("en/en_US")
    assert stem is not None
    return _spylls(stem)


def test_it_knows_what_spylls_knows() -> None:
    """Words, compounds with hyphens, numbers and ordinals."""
    known = dictionary("en/en_US")
    assert known is not None
    assert [known(word) for word in WORDS] == [spylls().lookup(word.upper()) for word in WORDS]


def test_it_knows_no_form_that_spylls_does_not() -> None:
    """Every form that the affixes make is one; spylls takes a few strings more, an affix without its stem."""
    known = dictionary("en/en_US")
    assert known is not None
    stems = [word.stem.lower() for word in spylls().dic.words][::160]
    damaged = [stem[:-1] for stem in stems] + [f"{stem}s" for stem in stems] + [f"un{stem}" for stem in stems]
    wrong = [word for word in (*stems, *damaged) if known(word) and not spylls().lookup(word.upper())]
    assert wrong == []


@pytest.mark.parametrize(("name", "free"), [("en/en_US", False), ("sv/sv_SE", True)])
def test_free_compounds_are_not_listed(name: str, free: bool) -> None:  # noqa: FBT001 - a table of cases
    """Swedish makes words of words without end, so they are taken apart one by one."""
    assert has_free_compounds(name) is free


def test_swedish_compounds_are_known() -> None:
    """No list has them all."""
    known = dictionary("sv/sv_SE")
    assert known is not None
    assert known("skolhus")
    assert not known("skolhsu")

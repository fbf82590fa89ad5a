"""Where something stands, on either side."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from align.bitext import Bitext
from align.errors import InputError
from align.render import hits
from align.search import by_lemma, by_pattern


def test_a_pattern_is_found_on_both_sides_with_its_bead(tiny: Callable[..., Bitext]) -> None:
    """Each hit names its place and brings both sides of the bead."""
    [hit] = tiny().find("reply")
    assert (hit.side, hit.place, hit.bead) == ("target", (16, 21), 0)
    assert hit.source == ("Баш ответ получил.",)
    assert hits([hit], "letter.txt") == ("letter.txt 1\n  I received your {reply}.\n  Баш ответ получил.\n")


def test_letters_match_in_either_case_unless_the_pattern_has_a_capital(tiny: Callable[..., Bitext]) -> None:
    """As people type."""
    assert len(tiny().find(r"\bi\b")) == 2
    assert tiny().find("REPLY") == ()


def test_a_word_is_found_in_all_its_forms(tiny: Callable[..., Bitext]) -> None:
    """Dictionary forms of Russian and English; the side's own language counts."""
    assert [hit.side for hit in tiny().find("уйти", lemma=True)] == ["source"]
    assert [list(by_lemma("добровольческая дивизия", "ru")("О добровольческих дивизиях."))] == [[(2, 26)]]
    assert list(by_lemma("division", "en")("Six divisions came.")) == [(4, 13)]


def test_a_pattern_that_cannot_be_read_is_refused() -> None:
    """With what is wrong in it."""
    with pytest.raises(InputError, match="expected a regular expression"):
        by_pattern("(")
    with pytest.raises(InputError, match="expected a word"):
        by_lemma("?!", "ru")

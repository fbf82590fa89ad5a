"""Words worn beyond what a search by edits finds."""

from __future__ import annotations

import pytest

from align.ocr.prior import prior
from align.ocr.worn import RAREST, WornForms

SHARES = {"магнитудой": 1e-5, "институтов": 1e-5, "недавно": 1e-4, "недаром": 1e-5, "видео": 1e-4, "о": 1e-2}


@pytest.mark.parametrize(
    ("read", "typed"),
    [("мнатвитулов", "магнитудой"), ("недарзс", "недавно"), ("залео", "видео"), ("вдео", "видео")],
)
def test_the_likeliest_misreading_comes_first(read, typed):
    """Four and five letters of a word may be wrong, one be lost or added among them."""
    assert WornForms.of(SHARES).likely(read, prior(), 2)[0] == typed


def test_the_order_is_that_of_the_channel():
    """Where one letter more, one less or none is all it needs, the order is that of the whole channel."""
    forms = WornForms.of(dict.fromkeys(("видео", "виде", "видеоо", "радио", "вадео"), 1e-4))
    found = forms.likely("вилео", prior(), 5)
    costs = prior().costs(found, ["вилео"] * 5).tolist()
    assert costs == sorted(costs)


def test_rare_forms_and_scripts_of_many_letters_are_not_searched():
    """Rare forms look like anything; an ideograph is not worn into another letter by letter."""
    assert WornForms.of({"видео": RAREST / 2}).likely("вилео", prior(), 3) == []
    ideographs = {chr(0x4E00 + n) * 5: 1e-4 for n in range(300)}
    assert WornForms.of(ideographs).likely("видео", prior(), 3) == []

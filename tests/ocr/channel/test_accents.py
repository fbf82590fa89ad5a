"""Letters with accents in the channel."""

from __future__ import annotations

import pytest

from align.ocr.channel.accents import ACCENTED
from align.ocr.channel.glyphs import glyph_channel


@pytest.mark.parametrize(("typed", "read"), [("á", "a"), ("č", "c"), ("ł", "l"), ("ö", "o"), ("ѫ", "ж")])
def test_a_lost_accent_costs_less_than_another_letter(typed: str, read: str) -> None:
    """In both directions."""
    channel = glyph_channel()
    for one, other in ((typed, read), (read, typed)):
        assert channel.edit_cost(one, other) < channel.edit_cost(one, "q")


def test_letters_without_accents_keep_their_costs() -> None:
    """What a Cyrillic letter costs does not depend on the accents of Latin ones."""
    channel = glyph_channel()
    assert channel.edit_cost("и", "н") == pytest.approx(5.7126, abs=1e-3)
    assert channel.edit_cost("á", "á") == 0


def test_every_base_is_one_letter_without_an_accent() -> None:
    """So that no letter leads to another with an accent."""
    assert all(len(base) == 1 and base not in ACCENTED for base in ACCENTED.values())

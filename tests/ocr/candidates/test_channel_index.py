"""Words degraded beyond what a search by edits finds."""

from __future__ import annotations

import pytest

from align.ocr.candidates.channel_index import MIN_FREQUENCY, ChannelIndex
from align.ocr.channel.engines import prior_channel

FREQUENCIES = {
    "магнитудой": 1e-5,
    "институтов": 1e-5,
    "недавно": 1e-4,
    "недаром": 1e-5,
    "видео": 1e-4,
    "о": 1e-2,
}


@pytest.mark.parametrize(
    ("read", "typed"),
    [("мнатвитулов", "магнитудой"), ("недарзс", "недавно"), ("залео", "видео"), ("вдео", "видео")],
)
def test_the_likeliest_misreading_comes_first(read: str, typed: str) -> None:
    """Four and five letters of a word may be wrong, one be deleted or inserted among them."""
    assert ChannelIndex.build(FREQUENCIES).search(read, prior_channel(), 2)[0] == typed


def test_a_word_of_another_script_may_be_any_word() -> None:
    """None of its letters is in a form; what it was is near by the channel alone."""
    assert ChannelIndex.build(FREQUENCIES).search("budeo", prior_channel(), 1) == ["видео"]


def test_the_order_is_that_of_the_channel() -> None:
    """Where one letter more, one less or none is all it needs, the order is that of the whole channel."""
    forms = ChannelIndex.build(dict.fromkeys(("видео", "виде", "видеоо", "радио", "вадео"), 1e-4))
    found = forms.search("вилео", prior_channel(), 5)
    costs = prior_channel().costs(found, ["вилео"] * 5).tolist()
    assert costs == sorted(costs)


def test_rare_forms_and_scripts_of_many_letters_are_not_searched() -> None:
    """Rare forms are near to anything; an ideograph is not misread letter by letter."""
    assert ChannelIndex.build({"видео": MIN_FREQUENCY / 2}).search("вилео", prior_channel(), 3) == []
    ideographs = {chr(0x4E00 + n) * 5: 1e-4 for n in range(300)}
    assert ChannelIndex.build(ideographs).search("видео", prior_channel(), 3) == []

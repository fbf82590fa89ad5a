"""The channel: what a misreading costs."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from align.ocr.channel.adaptation import Profile
from align.ocr.channel.engines import foreign_script_channel, prior_channel

WORDS = st.text(alphabet="абвгдежзийклмнопрстуфхцчшщъыьэюяКП,.- ", max_size=9)


def test_look_alikes_are_likelier_than_others():
    """п is taken for н sooner than for о, and В for Б sooner than for Л."""
    close, far = prior_channel().costs(["план", "план"], ["нлан", "олан"])
    assert close < far
    close, far = prior_channel().costs(["Ваш", "Ваш"], ["Баш", "Лаш"])
    assert close < far


def test_two_letters_may_be_read_as_one():
    """The edits say so where that is the cheapest way."""
    assert ("ьи", "ы") in prior_channel().best_edits("ьивь", "ывь") or (
        "ь",
        "ы",
    ) in prior_channel().best_edits("ьивь", "ывь")


@settings(deadline=None, max_examples=60)
@given(WORDS, WORDS)
def test_edits_add_up_to_the_cost(typed, read):
    """The steps of the cheapest way spell both texts, and their prices are its cost."""
    channel = prior_channel()
    steps = channel.best_edits(typed, read)
    assert "".join(old for old, _ in steps) == typed
    assert "".join(new for _, new in steps) == read
    price = sum(channel.edit_cost(old, new) for old, new in steps)
    assert abs(price - float(channel.costs([typed], [read])[0])) < 1e-3


@given(WORDS)
@settings(deadline=None)
def test_nothing_misread_costs_nothing(word):
    """Reading what was typed is free."""
    assert prior_channel().costs([word], [word])[0] == 0


def test_a_habit_becomes_cheap():
    """A page that took ы for и ten times makes that error cheaper, and leaves another page's costs alone."""
    before = float(prior_channel().costs(["борьбы"], ["борьби"])[0])
    learned = Profile({("ы", "и"): 10.0}, {"ы": 40.0, "и": 80.0, "о": 200.0}).channel()
    assert float(learned.costs(["борьбы"], ["борьби"])[0]) < before - 2
    assert float(prior_channel().costs(["борьбы"], ["борьби"])[0]) == before


def test_a_stray_mark_once_seen_is_not_dearer_than_another():
    """A page that hardly believes in one stray hyphen does not learn that there is none."""
    learned = Profile({("", "-"): 0.1}, {"о": 2000.0}).channel()
    assert learned.edit_cost("", "-") <= learned.edit_cost("", "=")


def test_letters_of_another_alphabet_are_judged_by_their_looks():
    """ABC read as АВС had to be misread in every letter: that costs next to nothing, a lost letter a lot."""
    assert (
        foreign_script_channel().costs(["ABC"], ["АВС"])[0] < 5 < prior_channel().costs(["ABC"], ["АВС"])[0]
    )
    whole, part = foreign_script_channel().costs(["MSNBC", "NBC"], ["М$МВС", "М$МВС"])
    assert whole < part

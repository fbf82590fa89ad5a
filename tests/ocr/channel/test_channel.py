"""The noisy channel: what a misreading costs."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from align.ocr.channel.engines import prior_channel

WORDS = st.text(alphabet="абвгдежзийклмнопрстуфхцчшщъыьэюяКП,.- ", max_size=9)


def test_similar_glyphs_are_likelier_than_others() -> None:
    """п is read as н sooner than as о, and В as Б sooner than as Л."""
    close, far = prior_channel().costs(["план", "план"], ["нлан", "олан"])
    assert close < far
    close, far = prior_channel().costs(["Ваш", "Ваш"], ["Баш", "Лаш"])
    assert close < far


def test_two_letters_may_be_read_as_one() -> None:
    """The edits have it where that is the cheapest way."""
    edits = prior_channel().best_edits("ьивь", "ывь")
    assert ("ьи", "ы") in edits or ("ь", "ы") in edits


@settings(deadline=None, max_examples=60)
@given(WORDS, WORDS)
def test_edits_add_up_to_the_cost(typed: str, read: str) -> None:
    """The edits of the cheapest way spell both texts, and their costs sum to its cost."""
    channel = prior_channel()
    edits = channel.best_edits(typed, read)
    assert "".join(old for old, _ in edits) == typed
    assert "".join(new for _, new in edits) == read
    total = sum(channel.edit_cost(old, new) for old, new in edits)
    assert abs(total - float(channel.costs([typed], [read])[0])) < 1e-3


@settings(deadline=None, max_examples=30)
@given(st.lists(st.tuples(WORDS, WORDS), min_size=3, max_size=8))
def test_many_pairs_cost_what_each_costs_alone(pairs: list[tuple[str, str]]) -> None:
    """Whether they are computed one by one or in a batch."""
    channel = prior_channel()
    together = channel.costs(*zip(*pairs, strict=True)).tolist()
    alone = [float(channel.costs([typed], [read])[0]) for typed, read in pairs]
    assert all(abs(one - other) < 1e-3 for one, other in zip(together, alone, strict=True))


@given(WORDS)
@settings(deadline=None)
def test_a_text_read_right_costs_nothing(word: str) -> None:
    """The cost of no edit is 0."""
    assert prior_channel().costs([word], [word])[0] == 0

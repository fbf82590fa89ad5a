"""Laws of a review, whatever is pressed."""

from __future__ import annotations

import json

from hand import Hand, bitexts
from hypothesis import given, settings
from hypothesis import strategies as st

from align.bitext import Bitext
from align.review.codec import from_json, to_json
from align.review.history import History
from align.review.operation import Redo, Undo
from align.review.patch import Patch
from align.review.place import flat
from align.review.session import Review
from align.review.state import State
from align.text.document import SIDES, Side


def text_in_order(state: State) -> dict[Side, str]:
    """Every character of either side but white space, in the order of the rows, without restored passages."""
    found: dict[Side, str] = {}
    for side in SIDES:
        back = [span for place in state.restored if place.side == side for span in place.spans]
        spans = [
            span
            for row in state.rows
            for span in flat(row.side(side))
            if not any(span.overlaps(one) for one in back)
        ]
        found[side] = "".join("".join(span.of(state.side_views[side].raw).split()) for span in spans)
    return found


@settings(deadline=None, max_examples=120)
@given(bitexts(), st.data())
def test_no_sentence_is_ever_lost_or_doubled(bitext: Bitext, data: st.DataObject) -> None:
    """The rows of every state hold the text of the sentences, each character once, in order."""
    review = Review(bitext)
    whole = text_in_order(review.state)
    hand = Hand(review)
    for _ in range(data.draw(st.integers(1, 12))):
        hand.press(data.draw)
        assert text_in_order(review.state) == whole
        ids = [row.id for row in review.rows]
        assert len(ids) == len(set(ids))


@settings(deadline=None, max_examples=80)
@given(bitexts(), st.data())
def test_undo_after_do_is_nothing_and_redo_is_the_doing(bitext: Bitext, data: st.DataObject) -> None:
    """Taking back the last decision gives the state before it; doing it again, the state after it."""
    review = Review(bitext)
    hand = Hand(review)
    for _ in range(data.draw(st.integers(1, 10))):
        before = review.state
        if not hand.press(data.draw) or isinstance(hand.made[-1], Undo | Redo):
            continue
        after = review.state
        review.undo()
        assert review.state == before
        review.redo()
        assert review.state == after


@settings(deadline=None, max_examples=80)
@given(bitexts(), st.data())
def test_everything_can_be_undone(bitext: Bitext, data: st.DataObject) -> None:
    """However many decisions were made, undoing them all leads back to the beginning."""
    review = Review(bitext)
    begin = review.state
    hand = Hand(review)
    for _ in range(data.draw(st.integers(1, 12))):
        hand.press(data.draw)
    while review.history.done:
        review.undo()
    assert review.state == begin


@settings(deadline=None, max_examples=80)
@given(bitexts(), st.data())
def test_replaying_the_decisions_gives_the_same_state(bitext: Bitext, data: st.DataObject) -> None:
    """Through JSON and back, once or twice, from the beginning: the same rows, verdicts and undo."""
    review = Review(bitext)
    hand = Hand(review)
    for _ in range(data.draw(st.integers(1, 12))):
        hand.press(data.draw)
    made = [from_json(json.loads(json.dumps(to_json(one)))) for one in hand.made]
    assert made == hand.made
    replayed = History(State.of(bitext)).replay([*made, *made])
    assert replayed.unplaced == ()
    assert replayed.state == review.state
    assert [one for one, _ in replayed.done] == [one for one, _ in review.history.done]


@settings(deadline=None, max_examples=60)
@given(bitexts(), st.data())
def test_an_operation_given_twice_is_one(bitext: Bitext, data: st.DataObject) -> None:
    """The id of a decision decides: a message sent again changes nothing."""
    review = Review(bitext)
    hand = Hand(review)
    for _ in range(data.draw(st.integers(1, 8))):
        if hand.press(data.draw):
            state, done = review.state, review.history.done
            assert review.apply(hand.made[-1]) == Patch()
            assert review.state == state
            assert review.history.done == done

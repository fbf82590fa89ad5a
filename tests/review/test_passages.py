"""A doubt about a whole sentence, and doubts about words in it: neither hides or settles the other."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hand import LetterEncoder, bitext_of, flag_on, flag_whole

from align.review.command import operation
from align.review.operation import Edit
from align.review.segments import segments
from align.review.session import Review


@pytest.fixture
def review() -> Review:
    """One sentence that nothing translates (f3) with two misread words in it (f1, f2)."""
    made = bitext_of(["aob cod eee", "fff"], ["haha"], [(1, 0), (1, 1)])
    words = flag_on(made.source, 0, 1, "cad"), flag_on(made.source, 0, 2, "ebe")
    return Review(replace(made, flags=(*words, flag_whole(made.source, 0))), encoder=LetterEncoder())


def cell(review: Review, *, words: bool = False) -> list[tuple[str, str | None]]:
    """The pieces of the sentence, each with its doubt."""
    row = review.rows[0]
    here = review.doubts.of_row(review.state, row)
    found = segments(review.state, "source", row.pairing.source[0], here, words=words)
    return [(piece.text, piece.doubt) for piece in found]


def states(review: Review) -> list[str]:
    """The states of the three doubts."""
    return [doubt.state for doubt in review.doubts.every(review.state)]


def press(review: Review, **message: object) -> None:
    """One key."""
    made = operation(review, {"row": review.rows[0].id, "side": "source", **message})
    assert made is not None
    review.apply(made)


def test_doubted_words_are_seen_inside_a_doubted_sentence(review: Review) -> None:
    """The narrower doubt wins its letters, the wider one keeps what is left around it."""
    assert cell(review) == [("aob ", "f3"), ("cod", "f1"), (" ", None), ("eee", "f2")]


def test_a_sentence_that_is_doubted_alone_is_one_piece(review: Review) -> None:
    """Word by word only where each has to have a name."""
    review = Review(replace(review.bitext, flags=review.bitext.flags[2:]), encoder=LetterEncoder())
    assert cell(review) == [("aob cod eee", "f1")]
    assert cell(review, words=True) == [("aob ", "f1"), ("cod ", "f1"), ("eee", "f1")]


def test_a_word_decided_leaves_the_doubt_about_its_sentence_open(review: Review) -> None:
    """A corrected letter does not translate the sentence."""
    press(review, do="accept", doubt="f1")
    assert states(review) == ["accepted", "open", "open"]
    press(review, do="reject", doubt="f2")
    assert states(review) == ["accepted", "kept", "open"]
    assert cell(review) == [("aob ", "f3"), ("cad", "f1"), (" ", None), ("eee", "f2")]


def test_a_sentence_decided_leaves_its_words_as_they_were(review: Review) -> None:
    """Dismissed as a whole, its words stay doubted, and what was accepted stays accepted."""
    press(review, do="accept", doubt="f1")
    press(review, do="reject", doubt="f3")
    assert states(review) == ["accepted", "open", "kept"]
    assert review.corrected().startswith("aob cad eee")
    press(review, do="undecide", doubt="f3")
    assert states(review) == ["accepted", "open", "open"]


def test_one_word_typed_in_a_doubted_sentence_changes_that_word_alone(review: Review) -> None:
    """The correction holds the word, not the sentence; the doubt about the sentence stays."""
    press(review, do="edit", text="aab cod eee")
    made = review.history.last
    assert isinstance(made, Edit)
    assert [(change.old.strip(), change.new) for change in made.changes] == [("aob", "aab")]
    assert states(review) == ["open", "open", "open"]


def test_a_sentence_typed_anew_settles_all_in_it(review: Review) -> None:
    """Where nothing is left of what was doubted, no doubt is left."""
    press(review, do="accept", doubt="f1")
    press(review, do="edit", text="b d f")
    assert states(review) == ["edited", "edited", "edited"]
    assert review.corrected().startswith("b d f")
    assert [text for text, _ in cell(review)] == ["b d f"]

"""Sentences twice, and one sentence in two renderings."""

from __future__ import annotations

from collections.abc import Callable

Marked = Callable[..., list[str]]


def test_a_sentence_twice_on_one_side_is_marked(marked: Marked) -> None:
    """The second of the two."""
    assert marked(("Он ушёл домой рано.", "He went home early. / He went home early.")) == [
        "doubled: He went home early."
    ]


def test_a_sentence_the_author_repeats_is_no_fault(marked: Marked) -> None:
    """Where both sides say it twice, it is style."""
    assert marked(*[("Он ушёл домой рано.", "He went home early.")] * 2) == []


def test_the_same_sentence_rendered_otherwise_is_marked(marked: Marked) -> None:
    """The flag quotes the earlier rendering."""
    first = ("Каждый человек имеет право на жизнь.", "Everyone has the right to life.")
    other = ("Каждый человек имеет право на жизнь.", "All people may live.")
    assert marked(first, ("Дождь.", "Rain."), other) == ["rendering: All people may live."]

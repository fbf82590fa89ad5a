"""A negation on one side only."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest
from numpy.typing import NDArray

Marked = Callable[..., list[str]]


@pytest.mark.model
@pytest.mark.parametrize(
    ("source", "target", "found"),
    [
        ("Я не получил вашего письма.", "I received your letter.", "не"),
        ("Я получил ваше письмо.", "I did not receive your letter.", "not"),
        ("Мы никогда не забудем этого.", "We shall remember and forget this.", None),
        ("Это касается не только меня, но и вас.", "This concerns only me, but also you.", "не только"),
    ],
)
def test_a_sentence_that_denies_on_one_side_is_marked(
    marked: Marked, source: str, target: str, found: str | None
) -> None:
    """The flag stands on the word that denies."""
    from align.embed.encoder import load

    expected = [] if found is None else [f"negation: {found}"]
    assert marked((source, target), encoder=load()) == expected


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("Я не получил вашего письма.", "I never received your letter."),
        ("Она не хотела видеть его.", "She refused to see him."),
        ("Он чуть не упал.", "He almost fell."),
        ("Тем не менее он пришёл.", "He came all the same."),
        ("Он, конечно, прав.", "No doubt he is right."),
        ("Не вы ли это сказали?", "Was it you who said this?"),
    ],
)
def test_idioms_and_other_ways_to_deny_are_known(marked: Marked, source: str, target: str) -> None:
    """*Refuse*, *almost*, *no doubt* and questions are no faults."""
    assert marked((source, target)) == []


@pytest.mark.model
def test_a_word_that_may_deny_excuses_only_what_stands_beside_it(marked: Marked) -> None:
    """*Until* far from the denied word does not deny it; *unable* in its place does."""
    from align.embed.encoder import load

    encoder = load()
    source = "До этого дня он не мог продать дом своего покойного отца."
    target = "Until this day, as you know, he could sell the house of his late father."
    assert marked((source, target), encoder=encoder) == ["negation: не"]
    assert marked((source, target.replace("could", "was unable to")), encoder=encoder) == []


class Apart:
    """No text is like any other: what is left are the words themselves."""

    name, sha256 = "apart", "0"

    def encode(self, texts: list[str]) -> NDArray[np.float32]:
        """Each text a direction of its own."""
        return np.eye(len(texts), dtype=np.float32)


@pytest.mark.parametrize(
    ("source", "target", "found"),
    [
        ("Она не велела нам учиться.", "She did say we must do our lessons.", True),
        ("Она не велела нам учиться.", "She had asked for something else.", False),
        ("Это не личная, а общая сила.", "It is a personal, but a common power.", True),
        ("Это не личная, а общая сила.", "It is a power of us all.", False),
    ],
)
def test_what_is_left_of_a_lost_negation_betrays_it(
    marked: Marked, source: str, target: str, *, found: bool
) -> None:
    """*Did say* stood beside a *not*; so did *this, but that*."""
    assert marked((source, target), encoder=Apart()) == (["negation: не"] if found else [])


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("Не исключается риск паводков.", "Flooding is possible."),
        ("Это ещё не предел.", "It could get much worse."),
        ("Говорите пореже.", "Do not speak so often."),
    ],
)
def test_understatements_deny_nothing(marked: Marked, source: str, target: str) -> None:
    """*Не исключается* is *possible*, *less often* is *not so often*."""
    assert marked((source, target)) == []


def test_other_languages_are_left_alone(marked: Marked) -> None:
    """Nothing is known of how French denies."""
    assert marked(("Я не приду.", "Je viendrai."), languages=("ru", "fr")) == []

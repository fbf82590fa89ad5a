"""Names across the sides and within the translation."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from align.flag import Flag

Flags = Callable[..., list[Flag]]
Marked = Callable[..., list[str]]

LETTER = [
    ("Вчера приехал Гвардиола.", "Yesterday came Guardiola."),
    ("Потом пришёл Агуэро.", "Then came Aguero."),
    ("Мы видели Стерлинга.", "We saw Sterling."),
]


def test_a_name_swapped_for_another_is_marked(flags: Flags) -> None:
    """The flag stands on the wrong name and quotes the right one."""
    [flag] = flags([*LETTER, ("Мяч отдал Агуэро.", "The ball came from Sterling.")])
    assert (flag.kind, flag.text) == ("check.name", "Sterling")
    assert "Агуэро" in flag.reason


def test_a_word_that_is_surely_one_name_matches_no_third_one_by_sound(flags: Flags) -> None:
    """Stiva is Стива: it cannot be Степан as well, a name that was swapped."""
    [flag] = flags(
        [*LETTER, ("Пришёл сам Степан, или просто Стива.", "He came, Guardiola, or simply Stiva.")]
    )
    assert (flag.kind, flag.text) == ("check.name", "Guardiola")
    assert "Степан" in flag.reason


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("Мяч отдал Агуэро.", "He gave the ball."),
        ("Он отдал мяч.", "The ball came from Sterling."),
        ("Мы видели Кунса.", "We saw Coons."),
        ("Ступай, Танечка, голубчик.", "Well, go, Tanya, my darling."),
        ("Мы видели Чжоу Энь-лая.", "We saw Zhou Enlai."),
    ],
)
def test_a_name_for_a_pronoun_and_spelling_by_ear_are_no_fault(
    marked: Marked, source: str, target: str
) -> None:
    """A name is doubted only where another is lost that sounds quite different."""
    assert marked(*LETTER, (source, target)) == []


@pytest.mark.model
def test_a_country_with_a_name_of_its_own_is_known(marked: Marked) -> None:
    """Vectors tell that Китай is China, and not Korea."""
    from align.embed.encoder import load

    pair = "Он долго жил в Китае.", "He lived long in China."
    assert marked(*LETTER, pair, encoder=load()) == []


def test_a_spelling_used_once_against_a_usual_one_is_marked(marked: Marked) -> None:
    """The translation spells a name three times so and once otherwise."""
    usual = [("", f"We met Filippov {when}.") for when in ("today", "again", "there")]
    assert marked(*usual, ("", "Then we saw Fillipov."), off=["additions"]) == ["name-spelling: Fillipov"]

"""What the other side does not have."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from align.check.registry import CHECKS
from align.flag import Flag

Marked = Callable[..., list[str]]

ENOUGH = [("Он ушёл домой вечером.", "He went home in the evening.")] * 10


def test_a_sentence_without_translation_is_marked(marked: Marked) -> None:
    """On either side, in the words of that side."""
    assert marked(("Он ушёл.", ""), ("Дождь.", "Rain.")) == ["omission: Он ушёл."]
    assert marked(("", "He left."), ("Дождь.", "Rain.")) == ["addition: He left."]


def test_a_translation_alone_omits_nothing(marked: Marked) -> None:
    """Without an original there is nothing to miss."""
    assert marked(("", "He left."), ("", "It rained.")) == []


def test_the_translators_own_insertion_is_no_addition(marked: Marked) -> None:
    """A sentence in square brackets is known for what it is."""
    assert marked(("Дождь.", "Rain."), ("", "[Handwritten: seen by the author.]")) == []


def test_a_translation_far_too_short_is_marked(marked: Marked) -> None:
    """Its length is judged by the usual ratio of this document."""
    long = "Он долго рассказывал нам о том, как жил один в лесу, ловил рыбу, собирал ягоды и никого не видел."
    off = ["doubled", "renderings", "negations"]
    assert marked(*ENOUGH, (long, "He talked."), off=off) == ["length: He talked."]


class ByLetters:
    """Texts are alike as far as they share capital letters."""

    name, sha256 = "letters", "0"

    def encode(self, texts: list[str]) -> NDArray[np.float32]:
        rows = np.array([[text.count(letter) for letter in "ABC"] for text in texts], dtype=np.float32)
        return np.asarray(rows / np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1e-6), np.float32)


def test_a_sentence_its_pair_is_closer_without_is_marked(marked: Marked) -> None:
    """Where the aligner hid an omission in a pair, the vectors tell."""
    hidden = "A is said at some length here. / B is not translated, long as it is."
    found = marked((hidden, "A is the one."), languages=("de", "en"), encoder=ByLetters())
    assert found == ["omission: B is not translated, long as it is."]


def test_every_check_can_be_switched_off(marked: Marked) -> None:
    """With all of them off nothing is marked."""
    assert marked(("Он не ушёл в 1950 году.", "He left in 1960 (."), ("Дождь.", ""), off=list(CHECKS)) == []


def test_a_stretch_without_translation_is_one_flag(flags: Callable[..., list[Flag]]) -> None:
    """Inside the text, and passed by at either end; a pair parts two stretches."""
    lone = [("Он ушёл.", ""), ("", "It rained."), ("Она осталась.", "")]
    pair = ("Дождь.", "Rain.")
    found = [flag for flag in flags([*lone, pair, *lone, pair, *lone]) if flag.kind == "check.omission"]
    assert [(flag.sentence, flag.reason) for flag in found] == [
        (0, "The translation begins only after the 2 sentences from here."),
        (3, "Nothing in the translation answers the 2 sentences from here."),
        (6, "The translation ends before the 2 sentences from here."),
    ]

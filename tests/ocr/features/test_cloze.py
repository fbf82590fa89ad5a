"""How well words, capitals and marks go with their whole sentence."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pytest
from numpy.typing import NDArray

from align.ocr.features.cloze import cloze_features
from align.ocr.features.word_match import word_match_features
from align.ocr.lattice.candidate import UNPROPOSED
from align.ocr.lm.cloze import EncodedSentence
from align.ocr.lm.cloze_network import MARKS
from align.ocr.runtime.layers import Floats
from tests.ocr.sample import by_text, inputs_of, lattice_of, resources_of

WORDS = {"ваш": 1e-3, "ответ": 1e-4, "получил": 1e-4, "вчера": 1e-4, "в": 3e-2}


class OneWordModel:
    """A model to which one word is likely, capitals at the start, and a comma behind the third token."""

    def __init__(self, likely: str) -> None:
        self.likely = likely

    def encode(self, sentences: Sequence[Sequence[str]]) -> list[EncodedSentence]:
        """The number of the token in the place of the state of a network."""
        numbers = (np.arange(len(sentence) + 1.0, dtype=np.float32)[:, None] for sentence in sentences)
        return [EncodedSentence(number, number) for number in numbers]

    def score_words(
        self, gaps: Sequence[Floats], words: Sequence[Sequence[str]]
    ) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
        """3 nats for the one word; log odds of a capital of 4 at the start, else -4."""
        pairs = [(gap, word) for gap, own in zip(gaps, words, strict=True) for word in own]
        ratios = [3.0 if word.lower() == self.likely else 0.0 for _, word in pairs]
        return np.array(ratios), np.array([4.0 if gap[0] == 0 else -4.0 for gap, _ in pairs])

    def score_punctuation(self, gaps: Sequence[Floats]) -> NDArray[np.float64]:
        """A comma after three tokens, nothing elsewhere."""
        found = np.full((len(gaps), len(MARKS)), -9.0)
        for row, gap in enumerate(gaps):
            found[row, MARKS[","] if gap[0] == 3 else 0] = -1.0
        return found


class UnsteadyModel(OneWordModel):
    """A capital is likely on one form of a name and unlikely on another."""

    def score_words(
        self, gaps: Sequence[Floats], words: Sequence[Sequence[str]]
    ) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
        """Log odds of a capital by the form."""
        ratios, _ = super().score_words(gaps, words)
        flat = [word for own in words for word in own]
        return ratios, np.array([{"китаю": -3.0, "китая": 1.0}.get(word.lower(), 0.0) for word in flat])


def scores(text: str, model: OneWordModel, words: dict[str, float] = WORDS) -> dict[str, dict[str, float]]:
    """Candidate -> its features; every slot is uncertain."""
    resources = resources_of(words, cloze=model)
    lattice = lattice_of(text, resources)
    return by_text(lattice, cloze_features(inputs_of(lattice, resources, "final")).values)


def test_a_word_is_compared_with_the_observed_one() -> None:
    """Ваш fits where Баш was read, and its capital is no difference."""
    found = scores("Баш ответ получил", OneWordModel("ваш"))
    assert found["Ваш"]["cloze_word"] == pytest.approx(3)
    assert found["Ваш"]["cloze_capital"] == pytest.approx(0)


def test_an_unproposed_text_is_compared_as_a_common_word() -> None:
    """The worse the observed text goes with its sentence, the likelier it is something else, or nothing."""
    assert scores("Баш", OneWordModel("баш"))[UNPROPOSED]["cloze_word"] == pytest.approx(-3)
    assert scores("Баш", OneWordModel("ваш"))[UNPROPOSED]["cloze_word"] == pytest.approx(0)


def test_a_capital_is_compared_with_the_small_letter() -> None:
    """At the start it is likelier, and inside less likely, than the observed letter."""
    model = OneWordModel("")
    assert scores("Ваш Ответ получил", model)["ответ"]["cloze_capital"] == pytest.approx(4)
    assert scores("ваш ответ получил", model)["Ваш"]["cloze_capital"] == pytest.approx(4)


CHINA = {"китаю": 1e-5, "китая": 1e-4}


def test_a_name_has_its_capital_in_every_case() -> None:
    """Китаю and Китая are one word: their log odds of a capital are averaged."""
    found = scores("Китав", UnsteadyModel(""), CHINA)
    assert found["Китаю"]["cloze_capital"] == found["Китая"]["cloze_capital"] != 0


def test_a_mark_alone_changes_nothing_about_the_capital() -> None:
    """Китаю, is Китаю with a comma, whatever other forms are candidates."""
    assert scores("Китаю", UnsteadyModel(""), CHINA)["Китаю,"]["cloze_capital"] == 0


def test_another_mark_is_compared_with_the_observed_one() -> None:
    """A comma for the stop after three words; not where it stands already."""
    found = scores("ваш ответ получил. вчера", OneWordModel(""))
    assert found["получил,"]["cloze_mark"] == pytest.approx(8)
    assert found["вчера,"]["cloze_mark"] == pytest.approx(-8)


def test_a_mark_alone_is_compared_with_no_mark() -> None:
    """A comma is likely behind three words, nothing elsewhere; a mark behind no word has no score."""
    model = OneWordModel("")
    assert scores("ваш ответ получил , вчера", model)[""]["cloze_mark"] == pytest.approx(-8)
    assert scores("ваш ответ , вчера", model)[""]["cloze_mark"] == pytest.approx(8)
    assert scores(", вчера", model)[""]["cloze_mark"] == 0


def test_without_a_model_nothing_is_computed() -> None:
    """Of languages that have none."""
    resources = resources_of(WORDS, "bg")
    inputs = inputs_of(lattice_of("Баш", resources), resources, "final")
    assert not cloze_features(inputs).values
    assert not word_match_features(inputs).values

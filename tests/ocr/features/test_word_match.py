"""How well candidates match words of the translation, by the learned matcher."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
import pytest
from numpy.typing import NDArray

from align.embed.encoder import Encoder, load
from align.ocr.features.word_match import word_match_features
from align.ocr.lattice.candidate import UNPROPOSED
from align.ocr.lattice.lattice import CandidateLattice
from align.ocr.lm import cloze
from align.ocr.runtime.resources import LanguageResources
from align.ocr.translation import WordEncoder, matcher
from tests.ocr.sample import HashEncoder, by_text, inputs_of, lattice_of, resources_of

WORDS = {
    "ваш": 1e-3,
    "наш": 1e-3,
    "ответ": 1e-4,
    "ответы": 1e-4,
    "солдат": 1e-4,
    "солдаты": 1e-4,
    "мост": 1e-4,
}
pytestmark = pytest.mark.model


@pytest.fixture(scope="module")
def russian() -> LanguageResources:
    """A few words with the shipped cloze model and matcher."""
    return resources_of(WORDS, cloze=cloze.load("ru"), matcher=matcher.load(("ru", "en")))


@dataclass
class CountingEncoder:
    """The embedded encoder; ``calls``: how many words each call encoded."""

    encoder: Encoder
    calls: list[int] = field(default_factory=list)

    @property
    def name(self) -> str:
        return self.encoder.name

    @property
    def sha256(self) -> str | None:
        return self.encoder.sha256

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        self.calls.append(len(texts))
        return self.encoder.encode(texts)


@pytest.fixture(scope="module")
def embedded() -> Encoder:
    """The encoder that the matcher was learned with."""
    return load("embedded")


def scores(russian: LanguageResources, encoder: Encoder, text: str, translation: str) -> dict[str, float]:
    """Candidate of the first slot -> nats against the observed text; empty where nothing was computed."""
    lattice = lattice_of(text, russian, [translation])
    words = WordEncoder(encoder)
    inputs = inputs_of(lattice, russian, "final", probabilities=0.05, target=[translation], words=words)
    columns = word_match_features(inputs).values
    first = {name: values[: len(lattice.slots[0].candidates)] for name, values in columns.items()}
    alone = CandidateLattice(lattice.sentences, lattice.slots[:1])
    found = by_text(alone, first)
    return {candidate: features["word_match"] for candidate, features in found.items() if features}


def test_the_word_of_the_translation_matches(russian: LanguageResources, embedded: Encoder) -> None:
    """Your answer: Ваш rather than Наш; our answer: the other way round."""
    yours = scores(russian, embedded, "Наш ответ пришел вчера.", "Your answer came yesterday.")
    ours = scores(russian, embedded, "Ваш ответ пришел вчера.", "Our answer came yesterday.")
    assert yours["Ваш"] > 1
    assert ours["Наш"] > 1


def test_a_word_without_a_match_is_likelier_another(russian: LanguageResources, embedded: Encoder) -> None:
    """No bridge in the translation: what was read there is likelier another word than an answer is."""
    bridge = scores(russian, embedded, "Мост пришел вчера.", "The answer came yesterday.")[UNPROPOSED]
    answer = scores(russian, embedded, "Ответ пришел вчера.", "The answer came yesterday.")[UNPROPOSED]
    assert bridge > answer


def test_without_uncertain_places_no_word_is_encoded(russian: LanguageResources, embedded: Encoder) -> None:
    """Clean print costs nothing."""
    lattice = lattice_of("ваш ответ", russian, ["your"])
    counting = CountingEncoder(embedded)
    inputs = inputs_of(
        lattice, russian, "final", probabilities=1.0, target=["your"], words=WordEncoder(counting)
    )
    assert not word_match_features(inputs).values["word_match"].any()
    assert counting.calls == []


def test_without_a_translation_nothing_is_computed(russian: LanguageResources, embedded: Encoder) -> None:
    """A sentence that the translator left out."""
    assert not scores(russian, embedded, "Наш ответ пришел вчера.", "")


def test_with_another_encoder_nothing_is_computed(russian: LanguageResources) -> None:
    """The matcher was learned of vectors of the embedded one."""
    assert not scores(russian, HashEncoder(), "Наш ответ пришел вчера.", "Your answer came yesterday.")

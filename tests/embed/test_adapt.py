"""A name, an encoder, or any object with a method ``encode`` serves as an encoder."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

from align.embed.adapt import as_encoder
from align.errors import ModelError


class Lengths:
    """A model with ``encode`` alone: rows of any length, as lists."""

    def encode(self, texts: list[str]) -> list[list[float]]:
        return [[3.0 * len(text), 4.0 * len(text)] for text in texts]


@dataclass
class Returning:
    """Returns the same value for any texts."""

    value: object
    name: str = "some-model"

    def encode(self, _texts: list[str]) -> object:
        return self.value


class Hashing:
    """An encoder with a hash that must not be computed."""

    name = "own"

    @property
    def sha256(self) -> str:
        raise AssertionError("hashed without need")

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        return np.ones((len(texts), 1), dtype=np.float32)


def test_an_encoder_is_returned_as_it_is() -> None:
    """An object with ``name``, ``sha256`` and ``encode`` is not wrapped, nor its hash computed."""
    own = Hashing()
    assert as_encoder(own) is own


def test_any_object_with_encode_is_an_encoder() -> None:
    """Its rows are scaled to length 1 and converted to float32; a row of zeros stays."""
    encoder = as_encoder(Lengths())
    vectors = encoder.encode(["ab", "abc", ""])
    np.testing.assert_allclose(vectors, np.array([[0.6, 0.8], [0.6, 0.8], [0, 0]]), atol=1e-6)
    assert vectors.dtype == np.float32
    assert encoder.encode([]).shape[0] == 0


def test_its_weights_are_not_known() -> None:
    """No hash is made up for a model with unknown files."""
    assert as_encoder(Lengths()).sha256 is None


@pytest.mark.parametrize(
    ("attributes", "name"),
    [
        ({}, "SimpleNamespace"),
        ({"name": "mine"}, "mine"),
        ({"name": 7}, "SimpleNamespace"),
        ({"model_card_data": SimpleNamespace(model_id=None, base_model="some/model")}, "some/model"),
    ],
)
def test_it_is_named_by_itself_its_card_or_its_type(attributes: dict[str, object], name: str) -> None:
    """The first of these that is a string."""
    assert as_encoder(SimpleNamespace(encode=Lengths().encode, **attributes)).name == name


@pytest.mark.parametrize("value", [7, object(), Lengths, SimpleNamespace(encode="utf-8"), b"embedded"])
def test_what_cannot_encode_is_refused(value: Any) -> None:  # of wrong types on purpose
    """The message names what came and what to try, in one line."""
    with pytest.raises(ModelError, match=r"^expected an encoder: [^\n]*; got [^\n]*; try 'embedded'$"):
        as_encoder(value)


@pytest.mark.parametrize(
    ("value", "word"),
    [
        (np.ones((3, 4)), r"expected 2 vectors for 2 sentences, got an array of shape \(3, 4\)"),
        (np.ones(2), r"got an array of shape \(2,\)"),
        (np.full((2, 4), np.inf), "2 of 2 vectors hold NaN or infinity"),
        ([[1.0], [1.0, 2.0]], "expected an array of numbers, got list"),
        ("vectors", "expected an array of numbers, got str"),
        (None, "some-model"),
    ],
)
def test_what_is_no_matrix_is_refused(value: object, word: str) -> None:
    """One finite vector for each text, or an error in one line that names the model."""
    with pytest.raises(ModelError, match=f"encoder some-model: .*{word}|{word}") as caught:
        as_encoder(Returning(value)).encode(["a", "b"])
    assert "\n" not in str(caught.value)


def test_an_unknown_name_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """A string is a model's name or folder."""
    monkeypatch.setattr("huggingface_hub.constants.HF_HUB_OFFLINE", True)
    with pytest.raises(ModelError, match=r"there is no folder '\./nothing'"):
        as_encoder("./nothing")


@pytest.mark.model
def test_a_name_is_loaded() -> None:
    """``embedded`` and no value at all: the encoder that comes with the package."""
    assert as_encoder("embedded").name == as_encoder(None).name == "embedded"


@pytest.mark.model
def test_a_sentence_transformer_is_an_encoder() -> None:
    """A ``SentenceTransformer`` is accepted as it is; its vectors are those of its own ``encode``."""
    from sentence_transformers import SentenceTransformer

    from align.alignment.aligner import align_sentences
    from align.embed.use_multilingual import UseMultilingual

    model = SentenceTransformer(modules=[UseMultilingual.bundled()], device="cpu")
    encoder = as_encoder(model)
    assert (encoder.name, encoder.sha256) == ("SentenceTransformer", None)
    texts = ["Ваш ответ получил.", "Я ушёл."]
    np.testing.assert_allclose(encoder.encode(texts), model.encode(texts), atol=1e-6)
    found = align_sentences(texts, ["I received your reply.", "I left."], model)
    assert [bead.type for bead in found] == ["1-1", "1-1"]

"""slovnet's tagger and name finder over given tokens, and the tags that it expects at a place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, Self

import numpy as np
from numpy.typing import NDArray

from align.ocr.runtime.word_vectors import WordVectors

_REACH = 3
"""Tokens on either side that the tagger's three convolutions see."""
_BATCH = 256
"""Gaps in one pass."""
_SENTENCES = 8
"""Sentences in one pass, as slovnet has it."""


@dataclass(frozen=True, eq=False)
class WordNumbers:
    """The vocabulary of slovnet's networks: its words are those of navec, in the same order.

    So no list of its own is read; two lists of 250,000 words take 90 MB.
    """

    vectors: WordVectors

    @cached_property
    def unk_id(self) -> int:
        """The number of every other word."""
        return int(self.vectors.rows["<unk>"])

    @cached_property
    def pad_id(self) -> int:
        """The number of a place behind the end of a sentence."""
        return int(self.vectors.rows["<pad>"])

    def encode(self, word: str) -> int:
        """The number of a word."""
        return int(self.vectors.rows.get(word, self.unk_id))


@dataclass(frozen=True, eq=False)
class Tagger:
    """Morphology in context (slovnet, Kukushkin 2020, on navec vectors of news).

    ``tags``: every tag it knows, as ``NOUN|Case=Gen|…``. The networks are slovnet's own.
    """

    tags: tuple[str, ...]
    morphology: Any
    entities: Any

    @classmethod
    def load(cls, folder: Path) -> Self:
        """From the folder that ``models`` finds."""
        from slovnet.exec import infer, model

        vectors = WordVectors.load(folder / "emb/navec_news_v1_1B_250K_300d_100q.tar")
        morphology = _network(
            folder / "model/slovnet_morph_news_v1.tar", model.Morph, infer.MorphInfer, vectors
        )
        entities = _network(folder / "model/slovnet_ner_news_v1.tar", model.NER, infer.NERInfer, vectors)
        return cls(tuple(morphology.decoder.tags_vocab.items), morphology, entities)

    def tag(self, sentences: Sequence[Sequence[str]]) -> list[list[str]]:
        """A tag for each token."""
        inputs = self.morphology.encoder(sentences)
        decoded = self.morphology.decoder(self.morphology.process(inputs))
        return [list(tags) for tags in decoded]

    def names(self, sentences: Sequence[Sequence[str]]) -> list[list[str]]:
        """``B-PER``, ``I-LOC``, ``O`` … for each token."""
        inputs = self.entities.encoder(sentences)
        decoded = self.entities.decoder(self.entities.process(inputs))
        return [list(tags) for tags in decoded]

    def expected(
        self, sentences: Sequence[Sequence[str]], places: Sequence[Sequence[int]]
    ) -> NDArray[np.float64]:
        """How likely each tag is at places of sentences without the token that stands there.

        The token is replaced by the unknown word, its capital kept; only its neighbours count.

        Args:
            sentences: The tokens of each.
            places: The numbers of tokens of each.

        Returns:
            Fractions, of the places of all sentences in order, shape ``(n_places, n_tags)``.
        """
        windows = [self._windows(*pair) for pair in zip(sentences, places, strict=True) if pair[1]]
        if not windows:
            return np.zeros((0, len(self.tags)))
        words, shapes, outside = (np.concatenate(parts) for parts in zip(*windows, strict=True))
        starts = range(0, len(words), _BATCH)
        rows = [slice(start, start + _BATCH) for start in starts]
        return np.concatenate([self._middle(words[one], shapes[one], outside[one]) for one in rows])

    def _windows(
        self, tokens: Sequence[str], places: Sequence[int]
    ) -> tuple[NDArray[Any], NDArray[Any], NDArray[np.bool_]]:
        """Numbers of words and of shapes around places, and which are outside the sentence."""
        encoder = self.morphology.encoder
        outline = encoder.shapes_vocab.encode
        words, shapes = (np.array(ids) for ids in encoder.item(tokens))
        at = np.array(places)[:, None] + np.arange(-_REACH, _REACH + 1)
        outside = (at < 0) | (at >= len(tokens))
        at = at.clip(0, len(tokens) - 1)
        window_words, window_shapes = words[at], shapes[at]
        window_words[:, _REACH] = encoder.words_vocab.unk_id
        window_shapes[:, _REACH] = [
            outline("RU_Xx" if tokens[place][:1].isupper() else "RU_xx") for place in places
        ]
        return window_words, window_shapes, outside

    def _middle(
        self, words: NDArray[Any], shapes: NDArray[Any], outside: NDArray[np.bool_]
    ) -> NDArray[np.float64]:
        """Probabilities of the tags of the windows' middle tokens."""
        model = self.morphology.model
        vectors = model.emb(words, shapes)
        vectors[outside] = 0
        for layer in model.encoder.layers:
            outside = outside[:, 1:-1]
            vectors = _inner(layer, vectors)
            vectors[outside] = 0
        scores = model.head(vectors[:, 0]).astype(np.float64)
        scores = np.exp(scores - scores.max(-1, keepdims=True))
        result: NDArray[np.float64] = scores / scores.sum(-1, keepdims=True)
        return result


def _inner(layer: Any, vectors: NDArray[np.float32]) -> NDArray[np.float32]:  # noqa: ANN401 - slovnet's own
    """A layer of the encoder at the tokens that have a neighbour on either side in their window.

    The layer itself goes over all tokens of a window; only the middle one is asked for in the end.

    Args:
        layer: Convolution over three tokens, rectifier, normalisation.
        vectors: Shape ``(n_windows, n_tokens, dim)``.

    Returns:
        Shape ``(n_windows, n_tokens - 2, n_filters)``.
    """
    weight = layer.conv.weight.array
    around = np.lib.stride_tricks.sliding_window_view(vectors, weight.shape[2], axis=1)
    flat = around.reshape(-1, weight.shape[1] * weight.shape[2])
    found = np.maximum(flat @ weight.reshape(len(weight), -1).T + layer.conv.bias.array, 0)
    norm = layer.norm
    found = (found - norm.mean.array) / norm.std.array * norm.weight.array + norm.bias.array
    return np.asarray(found.reshape(len(vectors), -1, len(weight)))


def _network(path: Path, layers: Any, inference: Any, vectors: WordVectors) -> Any:  # noqa: ANN401 - slovnet has no types
    """A network of slovnet, as its own ``load`` builds it, but for the vocabulary of words."""
    from slovnet.const import SHAPE, TAG
    from slovnet.exec.encoders import TagEncoder
    from slovnet.exec.infer import TagDecoder
    from slovnet.exec.pack import Pack

    with Pack(path) as pack:
        network = pack.load_model(layers)
        arrays = dict(pack.load_arrays(network.weights))
        shapes, tags = pack.load_vocab(SHAPE), pack.load_vocab(TAG)
    network = network.inject_arrays(arrays).inject_navec(vectors.for_slovnet)
    return inference(network, TagEncoder(WordNumbers(vectors), shapes, _SENTENCES), TagDecoder(tags))

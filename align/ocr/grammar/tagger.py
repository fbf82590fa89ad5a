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

    def expected(self, tokens: Sequence[str]) -> NDArray[np.float64]:
        """How likely each tag is at each token without the token itself, ``(n_tokens, n_tags)``.

        The token is replaced by the unknown word, its capital kept; only its neighbours count.
        """
        encoder = self.morphology.encoder
        outline = encoder.shapes_vocab.encode
        words, shapes = (np.array(ids) for ids in encoder.item(tokens))
        blank = np.array([outline("RU_Xx" if token[:1].isupper() else "RU_xx") for token in tokens])
        at = np.arange(len(tokens))[:, None] + np.arange(-_REACH, _REACH + 1)
        outside = (at < 0) | (at >= len(tokens))
        at = at.clip(0, len(tokens) - 1)
        window_words, window_shapes = words[at], shapes[at]
        window_words[:, _REACH] = encoder.words_vocab.unk_id
        window_shapes[:, _REACH] = blank
        rows = [
            self._middle(window_words[i : i + _BATCH], window_shapes[i : i + _BATCH], outside[i : i + _BATCH])
            for i in range(0, len(tokens), _BATCH)
        ]
        return np.concatenate(rows)

    def _middle(
        self, words: NDArray[Any], shapes: NDArray[Any], outside: NDArray[np.bool_]
    ) -> NDArray[np.float64]:
        """Probabilities of the tags of the windows' middle tokens."""
        model = self.morphology.model
        vectors = model.emb(words, shapes)
        vectors[outside] = 0
        scores = model.head(model.encoder(vectors, outside)[:, _REACH]).astype(np.float64)
        scores = np.exp(scores - scores.max(-1, keepdims=True))
        result: NDArray[np.float64] = scores / scores.sum(-1, keepdims=True)
        return result


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

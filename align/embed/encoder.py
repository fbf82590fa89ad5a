"""Sentences -> unit vectors: the one thing every encoder does.

``load`` opens the embedded encoder or any sentence-transformers model. The embedded one is a module for
``SentenceTransformer(modules=[…])`` and is run without that wrapper here: importing the wrapper's library
costs 2.5 s and 200 MB, more than everything else the encoder does on a letter.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

import numpy as np
from numpy.typing import NDArray

from align.embed.device import choose_device
from align.embed.fingerprint import digest

if TYPE_CHECKING:
    from sentence_transformers import SentenceTransformer

    from align.embed.use_multilingual import UseMultilingual

EMBEDDED = "embedded"
BATCH = 512
"""Texts that go through the embedded encoder in one stream; it does not pad, so many cost no more."""


class Encoder(Protocol):
    """Turns sentences into vectors; equal sentences get equal vectors."""

    @property
    def name(self) -> str:
        """What the caller asked for: ``embedded``, a model's name, a folder."""
        ...

    @property
    def sha256(self) -> str:
        """Of the weights, so that a result can say which it came from."""
        ...

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Shape ``(len(texts), dim)``, rows of length 1."""
        ...


@dataclass(frozen=True, eq=False)
class TransformerEncoder:
    """An ``Encoder`` over one ``SentenceTransformer``.

    ``weights``: the files that decide what comes out.
    """

    name: str
    model: SentenceTransformer
    weights: tuple[Path, ...]

    def __repr__(self) -> str:
        """One line: the name."""
        return f"<TransformerEncoder {self.name}>"

    @cached_property
    def sha256(self) -> str:
        """Of the weights' files, read when first asked for."""
        return digest(self.weights)

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Shape ``(len(texts), dim)``, rows of length 1."""
        if not texts:
            return np.zeros((0, self.model.get_embedding_dimension() or 0), dtype=np.float32)
        vectors = self.model.encode(list(texts), show_progress_bar=False, normalize_embeddings=True)
        return np.asarray(vectors, dtype=np.float32)


@dataclass(frozen=True, eq=False)
class EmbeddedEncoder:
    """The ``Encoder`` that comes with the package. ``weights``: the files that decide what comes out."""

    module: UseMultilingual
    weights: tuple[Path, ...]
    name: str = EMBEDDED

    def __repr__(self) -> str:
        """One line: the name."""
        return f"<EmbeddedEncoder {self.name}>"

    @cached_property
    def sha256(self) -> str:
        """Of the weights' files, read when first asked for."""
        return digest(self.weights)

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Shape ``(len(texts), 512)``, rows of length 1."""
        import torch

        device = self.module.get_buffer("codes").device
        rows = [np.zeros((0, self.module.get_embedding_dimension()), dtype=np.float32)]
        with torch.inference_mode():
            for start in range(0, len(texts), BATCH):
                tokens = self.module.preprocess(texts[start : start + BATCH])
                features = self.module({name: tensor.to(device) for name, tensor in tokens.items()})
                rows.append(features["sentence_embedding"].cpu().numpy())
        return np.concatenate(rows)


def load(name: str = EMBEDDED, device: str | None = None) -> Encoder:
    """The encoder of that name; ``device``: as torch writes it, ``None`` takes a GPU where there is one."""
    if name == EMBEDDED:
        return _load_embedded(device)
    from align.embed.hub import load_model

    model, weights = load_model(name, device)
    return TransformerEncoder(name, model, weights)


def _load_embedded(device: str | None) -> EmbeddedEncoder:
    from align.embed.use_multilingual import UseMultilingual
    from align.embed.use_weights import find_files

    files = find_files()
    module = UseMultilingual.bundled(files).eval().to(choose_device(device))
    return EmbeddedEncoder(module, (files.weights, files.tokenizer))

"""Encoders: sentences to unit vectors.

``load`` opens the embedded encoder or any sentence-transformers model. The embedded one runs in numpy, on a
GPU in torch: importing torch costs a second and 200 MB, sentence-transformers 2.5 s more, which is more than
all that the encoder does on a letter. ``SentenceTransformer(modules=[…])`` takes it as well
(:mod:`align.embed.use_multilingual`).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

import numpy as np
from numpy.typing import NDArray

from align.embed.hub import load_model
from align.embed.runtime import choose_device, digest, may_have_gpu
from align.embed.use_weights import DIM, UseFiles, find_files

if TYPE_CHECKING:
    from sentence_transformers import SentenceTransformer

EMBEDDED = "embedded"
"""The name of the encoder that comes with the package."""

BATCH = 512
"""Texts that go through the embedded encoder in one stream; it does not pad, so many cost no more."""


class Encoder(Protocol):
    """Turns sentences into vectors; equal sentences get equal vectors.

    Any object with these three members is an encoder. :func:`align.embed.adapt.as_encoder` makes one of a
    name or of any object with a method ``encode``, such as a ``SentenceTransformer``.

    Example:
        >>> import numpy as np
        >>> class Lengths:
        ...     name, sha256 = "lengths", None
        ...
        ...     def encode(self, texts):
        ...         rows = np.array([[len(text), 1] for text in texts], dtype=np.float32).reshape(-1, 2)
        ...         return rows / np.linalg.norm(rows, axis=1, keepdims=True)
        >>> Lengths().encode(["Он ушёл."]).shape
        (1, 2)
    """

    @property
    def name(self) -> str:
        """As the caller gave it: ``embedded``, a model's name, a folder."""
        ...

    @property
    def sha256(self) -> str | None:
        """Of the weights, recorded with every result; ``None`` where the files are not known."""
        ...

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Encode texts.

        Args:
            texts: sentences or words of any language; may be empty.

        Returns:
            float32, shape ``(len(texts), dim)``, rows of length 1 in the order of ``texts``.
        """
        ...


@dataclass(frozen=True, eq=False)
class TransformerEncoder:
    """An ``Encoder`` over one ``SentenceTransformer``; ``weights``: the files that its vectors depend on."""

    name: str
    model: SentenceTransformer
    weights: tuple[Path, ...]

    def __repr__(self) -> str:
        """One line: the name."""
        return f"<TransformerEncoder {self.name}>"

    @cached_property
    def sha256(self) -> str:
        """Of the files of weights, which are read at the first use."""
        return digest(self.weights)

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Shape ``(len(texts), dim)``, rows of length 1."""
        if not texts:
            return np.zeros((0, self.model.get_embedding_dimension() or 0), dtype=np.float32)
        vectors = self.model.encode(list(texts), show_progress_bar=False, normalize_embeddings=True)
        return np.asarray(vectors, dtype=np.float32)


class Network(Protocol):
    """What computes the vectors of the embedded encoder."""

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Unit vectors, shape ``(len(texts), 512)``."""
        ...


@dataclass(frozen=True, eq=False)
class EmbeddedEncoder:
    """The ``Encoder`` that comes with the package.

    Attributes:
        files: Those that its vectors depend on. They are opened when the first text is encoded.
        device: As torch writes it; ``None`` takes a GPU where there is one.
    """

    files: UseFiles
    device: str | None = None
    name: str = EMBEDDED

    def __repr__(self) -> str:
        """One line: the name."""
        return f"<EmbeddedEncoder {self.name}>"

    def __reduce__(self) -> tuple[type[EmbeddedEncoder], tuple[UseFiles, str | None, str]]:
        """Another process opens the files anew: the network is not sent."""
        return EmbeddedEncoder, (self.files, self.device, self.name)

    @cached_property
    def sha256(self) -> str:
        """Of the files of weights, which are read at the first use."""
        return digest((self.files.weights, self.files.tokenizer))

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Shape ``(len(texts), 512)``, rows of length 1."""
        rows = [np.zeros((0, DIM), dtype=np.float32)]
        if texts:
            network = _network(self.files, self.device)
            rows += [network.encode(texts[start : start + BATCH]) for start in range(0, len(texts), BATCH)]
        return np.concatenate(rows)


def load(name: str = EMBEDDED, device: str | None = None) -> Encoder:
    """Load an encoder.

    Args:
        name: ``embedded`` (Universal Sentence Encoder multilingual v3, 16 languages, 512 dimensions), the
            folder of a sentence-transformers model, or such a model's name, which is downloaded where it
            is not cached.
        device: as torch writes it, such as ``cpu`` or ``cuda``; ``None`` takes a GPU where there is one.

    Returns:
        The encoder; its ``name`` is ``name``.

    Raises:
        ModelError: no such model or device, or the model's files do not load.

    Example:
        >>> encoder = load()
        >>> encoder.encode(["Ваш ответ получил.", "I received your reply."]).shape
        (2, 512)
    """
    if name == EMBEDDED:
        return EmbeddedEncoder(find_files(), None if device is None else choose_device(device))
    model, weights = load_model(name, device)
    return TransformerEncoder(name, model, weights)


def ignores_company(encoder: Encoder) -> bool:
    """Whether a text has the same vector whatever is encoded with it, to the last bit.

    The embedded encoder is like that on a processor. On a GPU, and in models that fill up short texts, sums
    are rounded in another order in other company.
    """
    return isinstance(encoder, EmbeddedEncoder) and _chosen(encoder.device) == "cpu"


def _chosen(device: str | None) -> str:
    """The device, or the one that is taken where none is wanted."""
    return device or ("cpu" if not may_have_gpu() else choose_device(None))


@lru_cache(maxsize=1)
def _network(files: UseFiles, device: str | None) -> Network:
    """The network on a device; kept, since it takes time to load and is never changed."""
    chosen = _chosen(device)
    if chosen == "cpu":
        from align.embed.use_network import UseNetwork

        return UseNetwork.bundled(files)
    from align.embed.use_multilingual import UseMultilingual

    return UseMultilingual.bundled(files).eval().to(chosen)

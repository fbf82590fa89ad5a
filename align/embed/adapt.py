"""Any object with ``encode`` as an encoder."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from align.embed.encoder import Encoder, load
from align.errors import InputError


class HasEncode(Protocol):
    """Anything that turns texts into vectors, such as a ``SentenceTransformer``."""

    def encode(self, texts: Any, /) -> Any:  # noqa: ANN401  # what it takes and returns is its own
        """An array of shape ``(len(texts), dim)``."""
        ...


@dataclass(frozen=True, eq=False)
class AdaptedEncoder:
    """An ``Encoder`` over an object with ``encode``; its vectors are given length 1."""

    model: HasEncode
    name: str
    sha256: str = ""

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Shape ``(len(texts), dim)``, rows of length 1."""
        vectors = np.asarray(self.model.encode(list(texts)), dtype=np.float32)
        length = np.linalg.norm(vectors, axis=-1, keepdims=True)
        unit: NDArray[np.float32] = vectors / np.maximum(length, np.float32(1e-12))
        return unit


def as_encoder(encoder: str | Encoder | HasEncode) -> Encoder:
    """The encoder of a name, or an object with ``encode`` as an encoder.

    Raises:
        InputError: The object has no ``encode``.
        ModelError: There is no encoder of this name.
    """
    if isinstance(encoder, str):
        return load(encoder)
    if not callable(getattr(encoder, "encode", None)):
        raise InputError(
            f"expected an encoder's name or an object with .encode, got {type(encoder).__name__}; "
            "a SentenceTransformer or 'embedded' will do"
        )
    if isinstance(getattr(encoder, "name", None), str) and isinstance(getattr(encoder, "sha256", None), str):
        return encoder  # type: ignore[return-value]  # it has all that an Encoder has
    return AdaptedEncoder(encoder, type(encoder).__name__)

"""Any object with a method ``encode`` as an :class:`Encoder`."""

from __future__ import annotations

import inspect
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Protocol, TypeGuard

import numpy as np
from numpy.typing import NDArray

from align.embed.encoder import EMBEDDED, Encoder, load
from align.errors import ModelError

SHORTEST_VECTOR = 1e-9
"""Length below which a vector is not scaled to length 1."""

_CARD_NAMES = ("model_id", "base_model", "model_name")  # of a sentence-transformers model card


class HasEncode(Protocol):
    """Any model with a method ``encode``, such as a ``SentenceTransformer``."""

    def encode(self, texts: list[str], /) -> Any:  # noqa: ANN401  # whatever numpy reads as a matrix
        """A row of numbers for each text, shape ``(len(texts), dim)``: an array, a tensor or lists."""
        ...


@dataclass(frozen=True, eq=False)
class AdaptedEncoder:
    """An :class:`Encoder` over any model with a method ``encode``.

    ``sha256`` is ``None``: the files of the weights are not known.
    """

    name: str
    model: HasEncode
    sha256: None = None

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Shape ``(len(texts), dim)``, rows of length 1; a row of zeros stays as it is.

        Raises:
            ModelError: the model did not return one finite vector for each text.
        """
        if not texts:
            return np.zeros((0, 0), dtype=np.float32)
        vectors = checked_vectors(self.name, texts, self.model.encode(list(texts)))
        lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
        return np.asarray(vectors / np.maximum(lengths, SHORTEST_VECTOR), dtype=np.float32)


def as_encoder(value: str | Encoder | HasEncode | None) -> Encoder:
    """The encoder that a value stands for.

    Args:
        value: a name or folder for :func:`align.embed.encoder.load`, an :class:`Encoder` (returned as it
            is), or any object with ``encode(list[str])``, whose vectors are then scaled to length 1.
            ``None``: the embedded encoder.

    Returns:
        An encoder. The ``name`` of an adapted object is its own ``name``, else that in its model card,
        else that of its type; its ``sha256`` is ``None``.

    Raises:
        ModelError: no encoder has this name, or the object has no method ``encode``.

    Example:
        >>> class Lengths:
        ...     def encode(self, texts):
        ...         return [[len(text), 1] for text in texts]
        >>> as_encoder(Lengths()).name
        'Lengths'
    """
    if value is None or isinstance(value, str):
        return load(EMBEDDED if value is None else value)
    if isinstance(value, type) or not callable(getattr(value, "encode", None)):
        what = f"the class {value.__name__}" if isinstance(value, type) else f"{type(value).__name__} object"
        raise ModelError(
            "expected an encoder: a model's name, its folder as a string, or an object with a method "
            f"encode(list of str); got {what}; try 'embedded'"
        )
    return value if _is_encoder(value) else AdaptedEncoder(_name_of(value), value)


def _is_encoder(value: Encoder | HasEncode) -> TypeGuard[Encoder]:
    """Whether it has ``name`` and ``sha256``, which is not evaluated: it may hash files of gigabytes."""
    missing = object()
    return all(inspect.getattr_static(value, name, missing) is not missing for name in ("name", "sha256"))


def _name_of(model: HasEncode) -> str:
    """Its own name, that in its model card, or that of its type."""

    def names() -> Iterator[object]:
        yield getattr(model, "name", None)
        card = getattr(model, "model_card_data", None)
        yield from (getattr(card, name, None) for name in _CARD_NAMES)

    return next((name for name in names() if isinstance(name, str) and name), type(model).__name__)


def checked_vectors(name: str, texts: Sequence[str], encoded: object) -> NDArray[np.float32]:
    """What the encoder ``name`` returned for ``texts``: float32, shape ``(len(texts), dim)``, all finite.

    Raises:
        ModelError: it is anything else.
    """
    try:
        vectors = np.asarray(encoded, dtype=np.float32)
    except (TypeError, ValueError) as error:
        reason = str(error).partition("\n")[0]
        msg = f"encoder {name}: expected an array of numbers, got {type(encoded).__name__} ({reason}); "
        raise ModelError(msg + "try another encoder") from error
    if vectors.ndim != 2 or len(vectors) != len(texts):
        raise ModelError(
            f"encoder {name}: expected {len(texts)} vectors for {len(texts)} sentences, "
            f"got an array of shape {vectors.shape}; try another encoder"
        )
    bad = ~np.isfinite(vectors).all(axis=1)
    if bad.any():
        first = int(bad.argmax())
        raise ModelError(
            f"encoder {name}: {int(bad.sum())} of {len(texts)} vectors hold NaN or infinity, "
            f"the first for {texts[first][:40]!r}; try another encoder"
        )
    return vectors

"""Sentences -> unit vectors: the one thing every encoder does."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

import numpy as np
from numpy.typing import NDArray


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

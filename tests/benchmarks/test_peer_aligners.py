"""What other aligners get."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from peer_aligners import Clock, window_lengths, windows


class Letters:
    """The vector of a text is its number of letters."""

    name, sha256 = "letters", None

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Shape ``(len(texts), 1)``."""
        return np.array([[len(text)] for text in texts], dtype=np.float32)


def test_windows_end_in_their_sentence() -> None:
    """Window ``[k, i]`` is the ``k + 1`` sentences up to sentence ``i``, joined by spaces."""
    sentences = ["a", "bb", "вв"]
    assert windows(sentences, 3, Clock(Letters()))[..., 0].tolist() == [[1, 2, 2], [1, 4, 5], [1, 4, 7]]
    assert window_lengths(sentences, 2).tolist() == [[1, 2, 4], [1, 4, 7]]

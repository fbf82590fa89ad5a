"""Each distinct text is encoded once."""

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from align.embed.cache import PART, CachedEncoder
from align.embed.encoder import Encoder
from align.progress import Reporter, Step


@dataclass
class Letters:
    """Counts letters, and records which texts it encoded."""

    name: str = "letters"
    sha256: str = "0" * 64
    encoded: list[str] = field(default_factory=list)

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Shape (len(texts), 2), rows of length 1."""
        self.encoded.extend(texts)
        rows = np.array([[text.count("a") + 1, text.count("b") + 1] for text in texts], dtype=np.float32)
        unit: NDArray[np.float32] = rows.reshape(-1, 2) / np.linalg.norm(
            rows.reshape(-1, 2), axis=1, keepdims=True
        )
        return unit


def test_a_text_is_encoded_once() -> None:
    """A repeated text, in one call or a later one, is not encoded again; rows keep the order of the texts."""
    inner = Letters()
    cached: Encoder = CachedEncoder(inner)
    first = cached.encode(["ab", "b", "ab"])
    second = cached.encode(["b", "aab"])
    assert inner.encoded == ["ab", "b", "aab"]
    np.testing.assert_array_equal(first, Letters().encode(["ab", "b", "ab"]))
    np.testing.assert_array_equal(second, Letters().encode(["b", "aab"]))


def test_the_oldest_is_dropped() -> None:
    """Over the limit the oldest texts are dropped; a call larger than the limit still gets all its rows."""
    inner = Letters()
    cached = CachedEncoder(inner, limit=2)
    assert cached.encode(["a", "b", "ab"]).shape == (3, 2)
    cached.encode(["b", "ab"])
    assert inner.encoded == ["a", "b", "ab"]
    cached.encode(["a"])
    assert inner.encoded == ["a", "b", "ab", "a"]


def test_the_rows_are_copies() -> None:
    """A caller who changes its vectors does not change the next caller's."""
    cached = CachedEncoder(Letters())
    cached.encode(["a"])[:] = 0
    np.testing.assert_array_equal(cached.encode(["a"]), Letters().encode(["a"]))


def test_it_has_the_inner_encoders_name() -> None:
    """A result names the encoder that made it, cached or not; no texts, no rows."""
    cached = CachedEncoder(Letters())
    assert (cached.name, cached.sha256) == ("letters", "0" * 64)
    assert cached.encode([]).shape == (0, 2)


def test_another_process_is_sent_the_words() -> None:
    """It looks for OCR errors, word by word; sentences would only fill its memory."""
    cached = CachedEncoder(Letters())
    cached.encode(["ab", "b a"])
    make, given = cached.__reduce__()
    there = make(*given)
    assert there.missing(["ab", "b a"]) == ["b a"]


def test_many_texts_are_counted() -> None:
    """In parts, to the end."""
    steps: list[Step] = []
    cached = CachedEncoder(Letters(), report=Reporter(steps.append))
    cached.encode([f"a{number}" for number in range(PART + 1)])
    assert [(step.done, step.total) for step in steps] == [
        (0, PART + 1),
        (PART, PART + 1),
        (PART + 1, PART + 1),
    ]


def test_kept_vectors_are_taken() -> None:
    """What an earlier run encoded is not encoded again."""
    first, second = CachedEncoder(Letters()), CachedEncoder(Letters())
    first.encode(["ab", "b"])
    second.remember(*first.remembered(1))
    assert second.missing(["ab", "b"]) == ["ab"]

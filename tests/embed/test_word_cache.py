"""Vectors of words for the life of a process."""

import pickle
from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
import pytest
from numpy.typing import NDArray

from align.embed.cache import CachedEncoder
from align.embed.word_cache import WordCache


@dataclass
class CountingEncoder:
    """Rows of a text's letters; remembers what it encoded."""

    name: str = "counting"
    sha256: str | None = "abc"
    encoded: list[str] = field(default_factory=list)

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        self.encoded += texts
        return np.array([[len(text), text.count("о") + 1] for text in texts], np.float32).reshape(-1, 2)


@pytest.fixture
def inner() -> CountingEncoder:
    return CountingEncoder()


def test_a_word_is_encoded_once_and_a_sentence_each_time(inner: CountingEncoder) -> None:
    """The vectors are those of the inner encoder, in the order of the texts."""
    cache = WordCache(inner)
    texts = ["слово", "Два слова.", "слово", "око"]
    expected = CountingEncoder().encode(texts)
    for _ in range(2):
        assert (cache.encode(texts) == expected).all()
    assert inner.encoded == ["слово", "Два слова.", "око", "Два слова."]
    assert (cache.kept, cache.name, cache.sha256) == (2, "counting", "abc")


def test_words_that_nobody_needs_are_dropped(inner: CountingEncoder) -> None:
    """Never more than the limit is kept; a word that is asked for again and again stays."""
    cache = WordCache(inner, limit=10)
    for number in range(100):
        cache.encode(["часто", f"редко{number}"])
        assert cache.kept <= 10
    assert inner.encoded.count("часто") == 1
    cache.encode(["редко0"])
    assert inner.encoded.count("редко0") == 2


def test_a_vector_may_be_changed(inner: CountingEncoder) -> None:
    """What a caller does with the array that it got changes no later answer."""
    cache = WordCache(inner)
    for _ in range(2):
        vectors = cache.encode(["слово"])
        assert vectors.tolist() == [[5.0, 3.0]]
        vectors[:] = 0


def test_no_text_and_no_word(inner: CountingEncoder) -> None:
    """No texts give no rows; long unspaced lines and texts with any white space are not kept."""
    cache = WordCache(inner)
    assert cache.encode([]).shape == (0, 2)
    cache.encode(["我昨天收到了您的答复" * 5, "два\u00a0слова", "два\nслова"])
    assert cache.kept == 0


def test_the_cache_of_a_document_takes_its_words(inner: CountingEncoder) -> None:
    """The words of a document are not encoded for the next one."""
    words = WordCache(inner)
    for _ in range(2):
        CachedEncoder(words).encode(["слово", "Целое предложение."])
    assert inner.encoded == ["слово", "Целое предложение.", "Целое предложение."]


def test_another_process_begins_without_words(inner: CountingEncoder) -> None:
    """The encoder is sent, the vectors are not."""
    cache = WordCache(inner, limit=8)
    cache.encode(["слово"])
    copy = pickle.loads(pickle.dumps(cache))  # noqa: S301 -- made in the line itself
    assert (copy.kept, copy.limit, copy.encode(["слово"]).tolist()) == (0, 8, [[5.0, 3.0]])

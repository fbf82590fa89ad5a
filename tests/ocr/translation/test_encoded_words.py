"""Vectors of single words."""

from __future__ import annotations

from collections import Counter

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from align.ocr.translation import WordEncoder, encoded_words, word_encoder
from tests.ocr.sample import HashEncoder


@settings(deadline=None)
@given(st.lists(st.lists(st.sampled_from(["мир", "война", "ally", "a", "b"]), max_size=4), max_size=5))
def test_each_word_is_encoded_once(batches: list[list[str]]) -> None:
    """However often it is needed; the encoder is called at most once a batch, never for nothing."""
    encoder = HashEncoder()
    words = WordEncoder(encoder)
    for batch in batches:
        words.encode(batch)
    counts = Counter(word for call in encoder.calls for word in call)
    assert counts == Counter({word for batch in batches for word in batch})
    assert all(encoder.calls)
    assert len(encoder.calls) <= len(batches)


def test_the_next_batch_knows_the_words_of_the_one_before(monkeypatch: pytest.MonkeyPatch) -> None:
    """With the same encoder, and unless they are very many."""
    encoder = HashEncoder()
    word_encoder(encoder).encode(["мир", "ally"])
    word_encoder(encoder).encode(["мир", "война"])
    assert [set(call) for call in encoder.calls] == [{"мир", "ally"}, {"война"}]
    assert len(word_encoder(HashEncoder())) == 0
    word_encoder(encoder).encode(["мир", "война"])
    monkeypatch.setattr(encoded_words, "MAX_KEPT", 1)
    assert len(word_encoder(encoder)) == 0


def test_vectors_are_those_of_the_encoder_in_the_order_of_the_words() -> None:
    """Whichever batch a word was encoded in."""
    words = WordEncoder(HashEncoder())
    words.encode(["мир", "война"])
    words.encode(["ally", "мир"])
    expected = HashEncoder().encode(["ally", "мир", "война", "мир"])
    assert np.array_equal(words.vectors(["ally", "мир", "война", "мир"]), expected)


def test_a_word_that_was_not_encoded_is_an_error() -> None:
    """It is never silently encoded alone."""
    with pytest.raises(KeyError, match="мир"):
        WordEncoder(HashEncoder()).vectors(["мир"])

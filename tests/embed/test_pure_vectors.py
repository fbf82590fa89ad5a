"""The vector of a text is a function of that text alone, to the last bit."""

import random
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pytest
from numpy.typing import NDArray

from align.embed.encoder import Encoder, load
from align.embed.fixed_products import ROWS, product
from align.embed.token_table import ROOM

LETTERS = "абвгдежзийклмнопрстуфхцчшщыэюяabcdefghijklmnopqrstuvwxyz"


@pytest.fixture(scope="module")
def encoder() -> Encoder:
    return load()


@pytest.fixture(scope="module")
def texts() -> list[str]:
    """Words, sentences, and a text of more than 2,000 tokens; more tokens than the table has room for."""
    draw = random.Random(1)  # noqa: S311 -- reproducible, not secret
    words = ["".join(draw.choices(LETTERS, k=draw.randint(1, 9))) for _ in range(1500)]
    sentences = [" ".join(draw.choices(words, k=draw.randint(2, 40))) for _ in range(149)]
    return [*words[:150], *sentences, " ".join(words)]


def separately(encoder: Encoder, texts: Sequence[str]) -> NDArray[np.float32]:
    return np.concatenate([encoder.encode([text]) for text in texts])


@pytest.mark.model
def test_a_vector_is_the_same_alone_together_and_shuffled(encoder: Encoder, texts: list[str]) -> None:
    """Every vector is the same bits alone, with 299 other texts, in another order, and again later."""
    alone, together = separately(encoder, texts), encoder.encode(texts)
    order = list(range(len(texts)))[::-7] + [at for at in range(len(texts)) if (len(texts) - 1 - at) % 7]
    shuffled = encoder.encode([texts[at] for at in order])
    assert (alone == together).all()
    assert (shuffled == together[order]).all()
    assert (encoder.encode(texts) == together).all()


@pytest.mark.model
def test_a_vector_is_the_same_after_many_other_texts(encoder: Encoder, texts: list[str]) -> None:
    """Tokens that were forgotten meanwhile are computed anew, to the same bits."""
    before = encoder.encode(texts)
    ideographs = range(0x4E00, 0x4E00 + 3 * ROOM)
    encoder.encode(["".join(map(chr, ideographs[at : at + 32])) for at in range(0, 3 * ROOM, 32)])
    assert (encoder.encode(texts) == before).all()


@pytest.mark.model
def test_a_vector_is_the_same_in_several_threads(encoder: Encoder, texts: list[str]) -> None:
    """Threads that use one encoder at a time do not disturb each other."""
    expected = encoder.encode(texts)
    with ThreadPoolExecutor(2) as pool:
        found = list(pool.map(lambda at: encoder.encode(texts[at:] + texts[:at]), range(0, 300, 150)))
    for number, vectors in enumerate(found):
        assert (vectors == np.roll(expected, -150 * number, axis=0)).all()


@pytest.mark.parametrize("rows", [1, ROWS - 1, ROWS, ROWS + 1, 5 * ROWS])
def test_a_product_of_any_number_of_rows(rows: int) -> None:
    """A row of a product is right, and the same bits whatever rows there are beside it."""
    draw = np.random.default_rng(0)
    values, weight = (draw.standard_normal(shape).astype(np.float32) for shape in ((rows, 70), (70, 40)))
    found = product(values, weight)
    np.testing.assert_allclose(found, values.astype(np.float64) @ weight, atol=1e-4)
    for at in range(rows):
        assert (product(values[at : at + 1], weight) == found[at]).all()

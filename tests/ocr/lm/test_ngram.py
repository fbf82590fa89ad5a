"""The n-gram model: what is likely between the words beside it."""

from __future__ import annotations

import math

import numpy as np
import pytest

from align.ocr import lm
from align.ocr.lm.ngram import NgramModel, SpanInContext


def shipped(language: str) -> NgramModel:
    """The model that ships with the package."""
    model = lm.load(language)
    assert isinstance(model, NgramModel)
    return model


@pytest.fixture(scope="module")
def russian() -> NgramModel:
    return shipped("ru")


@pytest.fixture(scope="module")
def english() -> NgramModel:
    return shipped("en")


def better(model: NgramModel, left: str, first: str, second: str, right: str) -> bool:
    """Whether the first word is likelier than the second between the two texts."""
    queries = [SpanInContext(left.split(), [word], right.split()) for word in (first, second)]
    one, other = model.log_probabilities(queries)
    return bool(one > other)


@pytest.mark.parametrize(
    ("left", "first", "second", "right"),
    [
        ("он приехал", "в", "и", "Москву"),
        ("для него", "это", "вто", "невозможно"),
        ("в то же", "время", "бремя", "он"),
        ("на восстановление", "страны", "страна", "."),
    ],
)
def test_the_right_word_is_likelier(
    russian: NgramModel, left: str, first: str, second: str, right: str
) -> None:
    """A common phrase beats one that is never used."""
    assert better(russian, left, first, second, right)


def test_a_comma_is_likely_where_it_belongs(russian: NgramModel) -> None:
    """Before «что» after a verb of speech a comma is likelier than nothing, and than a stop."""
    queries = [SpanInContext(["он", "сказал"], words, ["что", "это"]) for words in ([","], [], ["."])]
    comma, nothing, stop = russian.log_probabilities(queries)
    assert comma > nothing > stop


def test_modern_words_keep_their_frequency(russian: NgramModel) -> None:
    """A word younger than the training text has the probability of its ending and frequency."""
    assert better(russian, "с помощью", "интернета", "интерната", "можно")
    assert better(russian, "с помощью", "компьютера", "компьютеру", "можно")


def test_every_log_probability_is_finite(russian: NgramModel) -> None:
    """Any words at all, even none and nonsense, have a finite log probability that is not above 0."""
    queries = [
        SpanInContext([], [], []),
        SpanInContext([], ["ъъъ\ud7ff", "§", "12"], []),
        SpanInContext(["a"], ["b"] * 50, []),
    ]
    logs = russian.log_probabilities(queries)
    assert np.all(np.isfinite(logs))
    assert np.all(logs <= 0)


def test_the_next_word_is_a_distribution(russian: NgramModel) -> None:
    """Over many words the probabilities of the next one sum to no more than 1."""
    words = list(russian.forms)[3:30000]
    queries = [SpanInContext(["в", "начале"], [word, "x"], ["y", "z"]) for word in words]
    single = [SpanInContext(["начале", word], ["x"], ["y", "z"]) for word in words]
    # P(word, x, y, z) / P(x, y, z | word) leaves P(word)
    shares = np.exp(russian.log_probabilities(queries) - russian.log_probabilities(single))
    assert shares.sum() < 1.1


def test_a_query_alone_has_the_value_it_has_among_others(russian: NgramModel) -> None:
    """Queries do not depend on each other; no query gives no value."""
    query = SpanInContext(["большой"], ["войне"], [";"])
    [alone] = russian.log_probabilities([query])
    assert math.isclose(alone, russian.log_probabilities([SpanInContext([], ["и"], []), query])[1])
    assert russian.log_probabilities([]).shape == (0,)


def test_english_has_its_model(english: NgramModel) -> None:
    """The same holds for the other side."""
    assert better(english, "he went", "to", "tho", "the house")
    assert better(english, "a number", "of", "off", "men")


def test_a_language_without_counts_has_no_model() -> None:
    """What is not there is ``None``."""
    assert lm.load("xx") is None


def test_the_signature_names_its_script(russian: NgramModel) -> None:
    """The tool that counted the text."""
    assert russian.signature["script"] == "tools/learn_ngram.py"


def test_the_signature_names_its_sources(russian: NgramModel) -> None:
    """By the hashes of their files."""
    sources = russian.signature["sources"]
    assert isinstance(sources, dict)
    assert all(len(digest) == 64 for digest in sources.values())


def test_capitals(russian: NgramModel) -> None:
    """A sentence and a name begin with a capital, a common word in the middle does not."""
    odds = russian.capitals.log_odds
    assert odds([], "потом") > 0
    assert odds(["—"], "потом") > 0
    assert odds(["приехал", "в"], "москву") > 0
    assert odds(["он", "и"], "потом") < 0

"""The context model: what is likely between its neighbours."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from align.errors import ModelError
from align.ocr import lm
from align.ocr.lm import cloze, cloze_network
from align.ocr.lm.backoff import pack, unpack
from align.ocr.lm.truecasing import preceding_class
from align.ocr.lm.word_forms import START, normalise
from align.text.word_tokens import word_tokens


@pytest.fixture(scope="module")
def russian():
    return lm.load("ru")


@pytest.fixture(scope="module")
def english():
    return lm.load("en")


def better(model, left, first, second, right):
    """Whether the first word fits better than the second between the two texts."""
    queries = [lm.SpanInContext(left.split(), [word], right.split()) for word in (first, second)]
    one, other = model.log_probabilities(queries)
    return one > other


@given(st.lists(st.integers(0, 2**62), unique=True, max_size=50))
def test_packed_keys_come_back(keys):
    """Keys survive being stored as the bytes of their differences."""
    ordered = np.array(sorted(keys), np.uint64)
    assert np.array_equal(unpack(pack(ordered)), ordered)


def test_tokens_keep_words_whole():
    """A hyphenated word and a decimal number are one token each, a mark is a token of its own."""
    assert word_tokens("Чан Кай-ши, 3,5 млн.") == ["Чан", "Кай-ши", ",", "3,5", "млн", "."]


def test_yo_is_ye():
    """ё counts as е, and every kind of dash and quote as one."""
    assert normalise("Ещё") == "еще"
    assert normalise("–") == normalise("—")
    assert normalise("«") == normalise('"')


@pytest.mark.parametrize(
    ("left", "first", "second", "right"),
    [
        ("он приехал", "в", "и", "Москву"),
        ("для него", "это", "вто", "невозможно"),
        ("в то же", "время", "бремя", "он"),
        ("на восстановление", "страны", "страна", "."),
    ],
)
def test_the_right_word_fits_better(russian, left, first, second, right):
    """What one says beats what one does not say."""
    assert better(russian, left, first, second, right)


def test_a_comma_is_asked_for_where_it_belongs(russian):
    """Before «что» after a verb of saying a comma fits better than nothing, and than a stop."""
    queries = [lm.SpanInContext(["он", "сказал"], words, ["что", "это"]) for words in ([","], [], ["."])]
    comma, nothing, stop = russian.log_probabilities(queries)
    assert comma > nothing > stop


def test_modern_words_are_not_strange(russian):
    """A word younger than the model's text keeps the likelihood of its ending and frequency."""
    assert better(russian, "с помощью", "интернета", "интерната", "можно")
    assert better(russian, "с помощью", "компьютера", "компьютеру", "можно")


def test_every_probability_is_one(russian):
    """Any words at all, even none and nonsense, have a finite log probability that is not above 0."""
    queries = [
        lm.SpanInContext([], [], []),
        lm.SpanInContext([], ["ъъъ\ud7ff", "§", "12"], []),
        lm.SpanInContext(["a"], ["b"] * 50, []),
    ]
    logs = russian.log_probabilities(queries)
    assert np.all(np.isfinite(logs))
    assert np.all(logs <= 0)


def test_the_next_word_is_a_distribution(russian):
    """Over many words the probabilities of the next one sum to no more than 1."""
    words = list(russian.forms)[3:30000]
    queries = [lm.SpanInContext(["в", "начале"], [word, "x"], ["y", "z"]) for word in words]
    single = [lm.SpanInContext(["начале", word], ["x"], ["y", "z"]) for word in words]
    # P(word, x, y, z) / P(x, y, z | word) leaves P(word)
    shares = np.exp(russian.log_probabilities(queries) - russian.log_probabilities(single))
    assert shares.sum() < 1.1


def test_one_is_as_many(russian):
    """A query alone gets the same answer as among others."""
    query = lm.SpanInContext(["большой"], ["войне"], [";"])
    alone = russian.log_probability(*query)
    assert math.isclose(alone, russian.log_probabilities([lm.SpanInContext([], ["и"], []), query])[1])


def test_english_has_its_model(english):
    """The same holds for the other side."""
    assert better(english, "he went", "to", "tho", "the house")
    assert better(english, "a number", "of", "off", "men")


def test_a_language_nothing_was_learned_of_has_no_model():
    """Unknown languages are silent."""
    assert lm.load("xx") is None


def test_what_was_learned_says_where_from(russian):
    """The data file names its script and the hashes of its sources."""
    assert russian.signature["script"] == "tools/learn_ngram.py"
    assert all(len(digest) == 64 for digest in russian.signature["sources"].values())


def test_capitals(russian):
    """A sentence and a name begin with a capital, a common word in the middle does not."""
    odds = russian.capitals.log_odds
    assert odds([], "потом") > 0
    assert odds(["—"], "потом") > 0
    assert odds(["приехал", "в"], "москву") > 0
    assert odds(["он", "и"], "потом") < 0


def test_a_dash_that_opens_a_sentence_is_its_start():
    """Opening quotes and dashes do not hide the start of a sentence."""
    assert preceding_class(["—", "«"]) == START
    assert preceding_class(["Он", "—"]) == "—"


def test_an_unknown_masked_model_is_one_line():
    """A name that no model on this machine has is told in one line, with what to try."""
    with pytest.raises(ModelError, match=r"masked language model.*'no-such-model'.*folder") as told:
        lm.load("ru", "no-such-model")
    assert "\n" not in str(told.value)


@pytest.mark.model
def test_a_masked_model_takes_the_place(tiny_bert):
    """A folder with any masked language model answers the same questions, one query like many."""
    model = lm.load("ru", str(tiny_bert))
    query = lm.SpanInContext(["послать", "войска", "в"], ["Корею"], ["."])
    alone = model.log_probability(*query)
    assert -50 < alone < 0
    both = model.log_probabilities([query, lm.SpanInContext(["войска"], ["в"], [])])
    assert both[0] == pytest.approx(alone, abs=1e-4)


@pytest.fixture(scope="module")
def gaps():
    """The shipped model of Russian."""
    return cloze.load("ru")


def asked(gaps, left, words, right):
    """What the model says of words between their neighbours: log ratios, log odds of a capital."""
    sentence = [*word_tokens(left), words[0], *word_tokens(right)]
    at = len(word_tokens(left))
    [around] = gaps.encode([sentence])
    return gaps.score_words([around.span_context(at, at + 1)], [words])


@pytest.mark.model
@pytest.mark.parametrize(
    ("left", "right", "first", "second"),
    [
        ("обратиться", "Вам с вопросом", "к", "в"),
        ("за которым стоит его", "СССР", "союзник", "возник"),
        ("милитаристские", "которой еще не восстановлены", "силы", "села"),
        ("", "ответ получил .", "Ваш", "Баш"),
    ],
)
def test_words_that_go_together(gaps, left, right, first, second):
    """Among neighbours of its own kind a word is likelier than its look-alike, modern words too."""
    (one, other), _ = asked(gaps, left, [first, second], right)
    assert one > other + 0.5


@pytest.mark.model
def test_a_capital_belongs_where_a_sentence_or_a_name_begins(gaps):
    """By all that stands around it, not only by the mark before it."""
    _, (inside,) = asked(gaps, "Он сказал, что", ["Это"], "было давно.")
    _, (after_stop,) = asked(gaps, "Он сказал.", ["это"], "было давно.")
    _, (unmarked,) = asked(gaps, "Все легли спать", ["Утром"], "они встали и пошли в лес.")
    assert inside < -3
    assert after_stop > 0
    assert unmarked > inside + 2


@pytest.mark.model
def test_a_stop_belongs_between_two_sentences(gaps):
    """And a comma before a clause, and nothing between an adjective and its noun."""
    words = word_tokens("Они пришли в старый дом Потом он сказал что все хорошо.")
    [around] = gaps.encode([words])
    found = gaps.stops([around.span_context(at, at) for at in range(1, len(words) - 1)]).argmax(1).tolist()
    assert found[words.index("дом")] == cloze_network.MARKS["."]
    assert found[words.index("сказал")] == cloze_network.MARKS[","]
    assert found[words.index("старый")] == 0


@pytest.mark.model
def test_sentences_are_read_alike_alone_and_together(gaps):
    """However many others of other lengths stand beside it."""
    lines = [
        word_tokens(line) for line in ("Да.", "Ваш ответ я получил вчера вечером.", "Он живет в Москве.")
    ]
    for line, together in zip(lines, gaps.encode(lines), strict=True):
        [alone] = gaps.encode([line])
        assert np.allclose(alone.before, together.before, atol=1e-5)
        assert np.allclose(alone.behind, together.behind, atol=1e-5)


def test_a_sentence_of_which_nothing_is_left_is_read_too(gaps):
    """What was read there may all be dirt; a word may still have been typed."""
    around, _ = gaps.encode([[], ["ответ"]])
    ratios, odds = gaps.score_words([around.span_context(0, 0)], [["ответ", "война"]])
    assert np.isfinite([*ratios, *odds]).all()


def test_gaps_are_known_in_russian_only():
    """Vectors ship for no other language."""
    assert cloze.load("en") is None


@given(
    arrays(np.float32, st.tuples(st.integers(1, 8), st.integers(1, 8)), elements=st.floats(-9, 9, width=32))
)
def test_a_layer_in_bytes_is_nearly_the_layer(weight):
    """Storing a layer in bytes moves no weight by more than half a step of its row."""
    stored = cloze_network.quantise("w", weight)
    back = stored["w"] * stored["w.steps"][:, None]
    assert np.all(np.abs(back - weight) <= 0.51 * stored["w.steps"][:, None])

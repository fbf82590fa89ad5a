"""The cloze model: a word, a capital, a mark at a place of a whole sentence."""

from __future__ import annotations

import numpy as np
import pytest

from align.ocr.lm import cloze
from align.ocr.lm.cloze import ClozeLm
from align.ocr.lm.cloze_network import MARKS
from align.text.word_tokens import word_tokens


@pytest.fixture(scope="module")
def russian() -> ClozeLm:
    """The shipped model of Russian."""
    model = cloze.load("ru")
    assert model is not None
    return model


def word_scores(model: ClozeLm, left: str, words: list[str], right: str) -> tuple[list[float], list[float]]:
    """Of words between two texts: log ratios, and log odds of a capital."""
    sentence = [*word_tokens(left), words[0], *word_tokens(right)]
    at = len(word_tokens(left))
    [encoded] = model.encode([sentence])
    ratios, odds = model.score_words([encoded.span_context(at, at + 1)], [words])
    return ratios.tolist(), odds.tolist()


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
def test_words_that_go_together(russian: ClozeLm, left: str, right: str, first: str, second: str) -> None:
    """Between words it goes with a word is likelier than one of similar letters, modern words too."""
    (one, other), _ = word_scores(russian, left, [first, second], right)
    assert one > other + 0.5


@pytest.mark.model
def test_a_capital_belongs_where_a_sentence_or_a_name_begins(russian: ClozeLm) -> None:
    """By all that stands around it, not only by the mark before it."""
    _, [inside] = word_scores(russian, "Он сказал, что", ["Это"], "было давно.")
    _, [after_stop] = word_scores(russian, "Он сказал.", ["это"], "было давно.")
    _, [unmarked] = word_scores(russian, "Все легли спать", ["Утром"], "они встали и пошли в лес.")
    assert inside < -3
    assert after_stop > 0
    assert unmarked > inside + 2


@pytest.mark.model
def test_a_stop_belongs_between_two_sentences(russian: ClozeLm) -> None:
    """And a comma before a clause, and nothing between an adjective and its noun."""
    words = word_tokens("Они пришли в старый дом Потом он сказал что все хорошо.")
    [encoded] = russian.encode([words])
    places = [encoded.span_context(at, at) for at in range(1, len(words) - 1)]
    found = russian.score_punctuation(places).argmax(1).tolist()
    assert found[words.index("дом")] == MARKS["."]
    assert found[words.index("сказал")] == MARKS[","]
    assert found[words.index("старый")] == 0


@pytest.mark.model
def test_sentences_are_encoded_alike_alone_and_together(russian: ClozeLm) -> None:
    """However many others of other lengths stand beside it."""
    texts = ("Да.", "Ваш ответ я получил вчера вечером.", "Он живет в Москве.")
    sentences = [word_tokens(text) for text in texts]
    for sentence, together in zip(sentences, russian.encode(sentences), strict=True):
        [alone] = russian.encode([sentence])
        assert np.allclose(alone.forward, together.forward, atol=1e-5)
        assert np.allclose(alone.backward, together.backward, atol=1e-5)


@pytest.mark.model
def test_a_sentence_without_tokens_is_encoded_too(russian: ClozeLm) -> None:
    """All that was read there may be dirt; a word may still have been typed."""
    encoded, _ = russian.encode([[], ["ответ"]])
    ratios, odds = russian.score_words([encoded.span_context(0, 0)], [["ответ", "война"]])
    assert np.isfinite([*ratios, *odds]).all()


def test_only_russian_has_a_cloze_model() -> None:
    """Vectors ship for no other language."""
    assert cloze.load("en") is None

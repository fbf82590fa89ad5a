"""What words can speak against the language of a side, at most."""

import math

import pytest

from align.text.language_scores import plain_words_in, word_scores
from align.text.own_language import most_margin

TEXTS = {
    "ru": "Наши войска заняли город и продолжают наступление на юг; войска отдыхают.",
    "uk": "Наші війська зайняли місто і продовжують наступ на південь, до річки.",
    "en": "Our Troops took the town of Seoul and went on to the south, to the river.",
    "de": "Unsere Truppen nahmen die Stadt und zogen weiter nach Süden an den Fluss.",
    "la": "Gallia est omnis divisa in partes tres, quarum unam incolunt Belgae.",
}


@pytest.mark.parametrize("language", ["ru", "en", "de", "bg", "fr"])
@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_it_is_never_less_than_the_margin(text: str, language: str) -> None:
    """The scores of all languages never show a greater margin of another language."""
    script = "cyrillic" if language in ("ru", "bg") else "latin"
    words = plain_words_in(text, script)
    if words:
        assert most_margin(words, script, language) >= -word_scores(text, script)[language]


def test_a_sentence_in_its_own_language_leaves_no_doubt() -> None:
    """The words of a usual sentence speak for its language; those of another leave a doubt."""
    assert most_margin(TEXTS["ru"].split(), "cyrillic", "ru") < 12
    assert most_margin(plain_words_in(TEXTS["en"], "latin"), "latin", "en") < 12
    assert most_margin(plain_words_in(TEXTS["de"], "latin"), "latin", "en") > 12


def test_what_is_not_known_leaves_every_doubt() -> None:
    """No words, a language without lists of words, and what may be Latin."""
    assert most_margin([], "latin", "en") == math.inf
    assert most_margin(["word"], "latin", "xx") == math.inf
    assert most_margin(plain_words_in(TEXTS["la"], "latin"), "latin", "en") == math.inf

"""Russian names in Latin letters."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from align.names.palladius import syllables
from align.names.similarity import transliteration_similarity as similarity
from align.names.transliteration import romanisations

KNOWN = """
    Хрущев = Khrushchev
    Горького = Gorky
    Ельцин = Yeltsin
    Юрий = Yuri
    Наталья = Natalia
    Облонскому = Oblonsky
    Булганину = Bulganin
    Чжоу = Zhou
    Чжоу = Chou
    Энь-лая = Enlai
    Энь-лай = En-lai
    Цзэ-дуном = Zedong
    Цзэдун = Tse-tung
    Сяопина = Hsiao-p'ing
    Гоминьдана = Kuomintang
    Чанъань = Chang'an
    Тайваню = Taiwan
"""


@pytest.mark.parametrize("pair", [line.strip() for line in KNOWN.strip().splitlines()])
def test_a_name_in_any_case_is_its_usual_latin_form(pair: str) -> None:
    """A Russian name, inflected or not, is wholly similar to the forms in which print knows it."""
    russian, latin = pair.split(" = ")
    assert similarity(russian, latin) == 1.0


def test_iso_9_keeps_its_diacritics() -> None:
    """ISO 9 gives one letter for one letter, marks kept."""
    assert "ŝukin" in romanisations("Щукин")


def test_a_slip_of_the_ocr_is_still_near() -> None:
    """One wrong letter leaves a name closer to its own Latin form than to another."""
    assert similarity("Маздела", "Mandela") > 0.8 > similarity("Маздела", "Malcolm")


def test_words_that_only_mean_the_same_are_far() -> None:
    """Translation is not transliteration."""
    assert similarity("дом", "house") < 0.5


def test_the_table_of_syllables_is_whole() -> None:
    """Every syllable of standard Chinese has a Russian spelling, a few of them two."""
    pinyin = {latin for forms in syllables().values() for latin in forms}
    assert len(syllables()) > 390
    assert {"zhuang", "lue", "xiong", "shi", "er", "weng", "jiu", "que"} <= pinyin


@given(st.text(alphabet="абвгдежзийклмнопрстуфхцчшщъыьэюя-", min_size=1, max_size=14))
def test_every_rendering_is_wholly_similar_to_its_word(word: str) -> None:
    """What the word is rendered as, it is similar to; and renderings are lower case."""
    for latin in romanisations(word):
        assert latin == latin.lower()
        assert similarity(word, latin) == (1.0 if any(letter.isalpha() for letter in latin) else 0.0)


@given(st.text(max_size=10), st.text(max_size=10))
def test_similarity_is_a_fraction_for_any_text(russian: str, latin: str) -> None:
    """Any two strings have a similarity, and it is 0 where the first holds no Cyrillic."""
    assert 0.0 <= similarity(russian, latin) <= 1.0
    assert similarity("Stalin", latin) == 0.0

"""Flags on small letters."""

from __future__ import annotations

import pytest

from align.alignment.bead import Alignment, Bead
from align.ocr.detect import OcrConfig, find_flags
from align.text.sentence import Sentence
from align.text.span import Span
from align.text.trace import TracedText


def sentences(*texts):
    """Sentences one after another in a raw file, a newline between them."""
    found, at = [], 0
    for index, text in enumerate(texts):
        raw = " " * at + text
        found.append(Sentence(index, TracedText.of(raw, Span(at, at + len(text)))))
        at += len(text) + 1
    return tuple(found)


def found(source, target=(), languages=("ru", "en"), config=OcrConfig()):
    """The flags on the source, without an encoder."""
    sides = sentences(*source), sentences(*target)
    beads = [Bead(range(i, i + 1), range(i, i + 1), None, 1.0) for i in range(min(len(source), len(target)))]
    beads += [
        Bead(range(i, i + 1), range(len(target), len(target)), None, 1.0)
        for i in range(len(beads), len(source))
    ]
    alignment = Alignment(tuple(beads), len(source), len(target))
    return [
        flag
        for flag in find_flags(*sides, alignment, None, languages=languages, config=config)
        if flag.side == "source"
    ]


LETTER = (
    "Я считал возможным обратиться к Вам с вопросом о пяти китайских добровольческих дивизиях.",
    "Если противник перейдет параллель, США превратят Корею в свой пландарм.",
    "Следует ли этого бояться?",
)


@pytest.mark.model
def test_a_word_no_dictionary_knows_is_flagged_with_its_reading():
    """пландарм is no word; плацдарм is suggested first, and applying it gives the truth."""
    (flag,) = found(LETTER)
    assert flag.text == "пландарм"
    assert flag.suggestions[0].text == "плацдарм"
    assert flag.kind == "ocr.unknown-word"
    assert "плацдарм" in flag.reason


@pytest.mark.model
def test_clean_text_is_silent():
    """Nothing is flagged where nothing is wrong."""
    assert not found((LETTER[0], LETTER[2]))


@pytest.mark.model
@pytest.mark.parametrize(
    "texts",
    [
        (".",),
        ("а",),
        ("1 2 3",),
        ("×" * 10_000,),
        ("ы" * 10_000,),
        ("слово " * 1_000_000,),
        ("(|) ~ ^ °", "№ 17/3", "СЕКРЕТНО", "- 2 -"),
        ("Я",) * 3,
    ],
    ids=["mark", "letter", "numbers", "long-mark", "long-word", "million-words", "stamps", "tiny-sentences"],
)
def test_strange_pages_are_read_without_harm(texts):
    """Bounded time on pages that are hardly text; what is flagged is a stretch of it."""
    length = sum(map(len, texts)) + len(texts) - 1
    for flag in found(texts):
        assert flag.text
        assert all(0 <= span.start < span.stop <= length for span in flag.spans)


@pytest.mark.model
def test_a_language_nothing_is_known_of_gets_no_flags_on_its_words():
    """Without word lists nobody can call a word unknown."""
    assert not found(("Saluton al vi, kara amiko.",), languages=("eo", "en"))


def test_no_sentences_no_flags():
    """Empty sides have no errors."""
    assert not find_flags((), (), Alignment((), 0, 0), None, languages=("ru", "en"))


@pytest.mark.model
def test_old_spelling_is_a_setting():
    """Where the original was spelt before 1918, ѣ, і and ъ are no errors; a misreading still is."""
    texts = ("Онъ писалъ мнѣ о положеніи въ Россіи.", "Положеніе въ Россіи было мнѣ изввстно.")
    old = found(texts, config=OcrConfig(old_spelling=True))
    assert [flag.text for flag in old] == ["изввстно"]
    assert old[0].suggestions[0].text == "известно"


@pytest.mark.model
@pytest.mark.parametrize(
    ("language", "text", "wrong"),
    [
        ("uk", "Уряд України відповів на листі комісії щодо мирного договсру.", "договсру"),
        ("bg", "Правителството на България отговори на писмото относно мирния договср.", "договср"),
    ],
)
def test_languages_with_a_word_list_are_read_too(language, text, wrong):
    """Ukrainian and Bulgarian words are known by their frequencies."""
    assert wrong in [flag.text for flag in found((text,), languages=(language, "en"))]


@pytest.mark.model
def test_a_masked_model_is_asked_in_the_compact_ones_place(tiny_bert):
    """Any folder transformers can read will do; what it says moves the readings' shares."""
    (usual,) = found(LETTER)
    (asked,) = found(LETTER, config=OcrConfig(context=str(tiny_bert)))
    assert asked.text == usual.text == "пландарм"
    assert asked.suggestions != usual.suggestions

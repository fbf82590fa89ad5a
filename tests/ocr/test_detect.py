"""Flags on small letters."""

from __future__ import annotations

from pathlib import Path

import pytest

from align.alignment.bead import Alignment
from align.ocr.detect import SearchedSide, find_flags
from align.ocr.search_config import OcrConfig
from tests.ocr.sample import LETTER, source_flags


@pytest.mark.model
def test_a_word_that_no_dictionary_has_is_flagged_with_its_suggestion() -> None:
    """пландарм is no word; плацдарм is suggested first, and applying it gives the truth."""
    [flag] = source_flags(LETTER)
    assert flag.text == "пландарм"
    assert flag.suggestions[0].text == "плацдарм"
    assert flag.kind == "ocr.unknown-word"
    assert "плацдарм" in flag.reason


@pytest.mark.model
def test_clean_text_has_no_flags() -> None:
    """Nothing is flagged where nothing is wrong."""
    assert not source_flags((LETTER[0], LETTER[2]))


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
def test_strange_documents_do_no_harm(texts: tuple[str, ...]) -> None:
    """Bounded time on documents that are hardly text; what is flagged is a stretch of it."""
    length = sum(map(len, texts)) + len(texts) - 1
    for flag in source_flags(texts):
        assert flag.text
        assert all(0 <= span.start < span.stop <= length for span in flag.spans)


@pytest.mark.model
def test_a_language_without_a_word_list_gets_no_flags() -> None:
    """Without word lists no word can be called unknown."""
    assert not source_flags(("Saluton al vi, kara amiko.",), languages=("eo", "en"))


def test_without_sentences_there_are_no_flags() -> None:
    """Empty sides have no errors."""
    assert not find_flags(SearchedSide((), "ru"), SearchedSide((), "en"), Alignment((), 0, 0), None)


@pytest.mark.model
def test_old_spelling_is_a_setting() -> None:
    """Where the original was spelt before 1918, ѣ, і and ъ are no errors; a misreading still is."""
    texts = ("Онъ писалъ мнѣ о положеніи въ Россіи.", "Положеніе въ Россіи было мнѣ изввстно.")
    old = source_flags(texts, config=OcrConfig(old_spelling=True))
    assert [flag.text for flag in old] == ["изввстно"]
    assert old[0].suggestions[0].text == "извѣстно"


@pytest.mark.model
@pytest.mark.parametrize(
    ("language", "text", "wrong"),
    [
        ("uk", "Уряд України відповів на листі комісії щодо мирного договсру.", "договсру"),
        ("bg", "Правителството на България отговори на писмото относно мирния договср.", "договср"),
    ],
)
def test_languages_with_a_word_list_are_searched_too(language: str, text: str, wrong: str) -> None:
    """Ukrainian and Bulgarian words are known by their frequencies."""
    assert wrong in [flag.text for flag in source_flags((text,), languages=(language, "en"))]


@pytest.mark.model
def test_a_masked_model_takes_the_place_of_the_shipped_one(tiny_bert: Path) -> None:
    """Any folder that transformers can read will do; it moves the probabilities of the suggestions."""
    [usual] = source_flags(LETTER)
    [masked] = source_flags(LETTER, config=OcrConfig(context=str(tiny_bert)))
    assert masked.text == usual.text == "пландарм"
    assert masked.suggestions != usual.suggestions

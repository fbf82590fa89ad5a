"""What a language lacks."""

from __future__ import annotations

from align.ocr.runtime.coverage import missing, notice


def test_russian_and_english_lack_nothing() -> None:
    """There is no notice for their readers."""
    assert notice("ru") is None
    assert notice("en") is None


def test_a_language_with_a_word_list_alone_has_a_notice_of_what_it_lacks() -> None:
    """Bulgarian words are known by their frequency."""
    assert missing("bg") == ("a dictionary", "words in context")
    assert notice("bg") == "bg: OCR errors are looked for without a dictionary and words in context"


def test_a_language_without_a_word_list_is_not_searched() -> None:
    """No word can be called unknown in it; a list of morphemes, as Chinese has, is none of words."""
    for language in ("eo", "zh", "ja", "ko"):
        assert "no list of its words" in (notice(language) or "")


def test_an_undetermined_language_is_a_side_that_is_not_there() -> None:
    """It needs no notice."""
    assert notice("und") is None

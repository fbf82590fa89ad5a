"""Which language a text is in."""

from __future__ import annotations

import pytest

from align.errors import LanguageError
from align.text.identifier import identifier
from align.text.language import checked_code, detect_language, language_named, require_different

TEXTS = {
    "ru": "Я считал возможным обратиться к Вам с вопросом о дивизиях.",
    "uk": "Я вважав можливим звернутися до Вас із питанням про дивізії, їхній стан.",
    "bg": "Считах за възможно да се обърна към Вас с въпроса за дивизиите.",
    "be": "Я лічыў магчымым звярнуцца да Вас, бо ўсё было ўжо вядома ўсім.",
    "en": "I considered it possible to turn to you with the question of volunteer divisions.",
    "de": "Ich hielt es für möglich, mich mit der Frage der Divisionen an Sie zu wenden.",
    "el": "Θεώρησα δυνατό να απευθυνθώ σε εσάς.",
    "zh": "我认为可以向你们提出关于志愿师的问题。",
    "ja": "私はあなたに問題を提起することができると考えました。",
    "ko": "나는 당신에게 질문할 수 있다고 생각했습니다.",
}


@pytest.mark.parametrize("language", sorted(TEXTS))
def test_script_and_letters_tell_the_language(language: str) -> None:
    """A script of one language decides; words decide among the languages of the others."""
    assert detect_language(TEXTS[language]) == language


def test_one_misread_letter_makes_no_language() -> None:
    """A Ukrainian letter in a Russian letter is an OCR's."""
    assert detect_language(TEXTS["ru"] * 5 + " чем кому-інбо другому") == "ru"


def test_a_text_without_letters_has_no_language() -> None:
    """The error names what was found."""
    with pytest.raises(LanguageError, match="no letter in '12 34'"):
        detect_language("12 34")


@pytest.mark.parametrize("code", ["xx", "RU", "russian", "", "ru-RU"])
def test_a_language_is_named_by_its_two_letters(code: str) -> None:
    """The error gives an example of a code."""
    assert checked_code("uk") == "uk"
    with pytest.raises(LanguageError, match=f"such as ru or en, got '{code}'"):
        checked_code(code)


@pytest.mark.parametrize(
    ("name", "code"), [("Russian", "ru"), ("Chinese, Russian", "zh"), ("Klingon", None), (None, None)]
)
def test_archives_name_languages_in_english(name: str | None, code: str | None) -> None:
    """``Original Language: Russian``; a name that is not known is not guessed."""
    assert language_named(name) == code


def test_two_sides_in_one_language_are_an_error() -> None:
    """An original and its translation cannot be in the same language."""
    require_different("ru", "en")
    with pytest.raises(LanguageError, match="'ru' on both sides"):
        require_different("ru", "ru")


@pytest.mark.parametrize("language", sorted(TEXTS))
def test_languages_are_ranked_as_py3langid_ranks_them(language: str) -> None:
    """Its model is read from the cache folder, and gives the same numbers."""
    from py3langid import rank

    assert identifier().rank(TEXTS[language]) == rank(TEXTS[language])

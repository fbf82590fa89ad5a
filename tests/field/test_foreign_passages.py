"""A passage in another language is not checked with the dictionary of its side."""

from __future__ import annotations

import pytest

import align
from align.text.foreign import foreign_languages

RUSSIAN = "Он вошёл в комнату и поклонился. Все молчали и ждали, что он скажет."
ENGLISH = "He entered the room and bowed. All were silent and waited for what he would say."


@pytest.mark.parametrize(
    ("passage", "language"),
    [
        ("Je suis très content de vous voir, mon cher ami.", "fr"),
        ("Die Truppen haben die Grenze gestern Nacht überschritten.", "de"),
        ("We are very glad to see you here, my dear friend.", "en"),
        ("Ми дуже раді вас тут бачити, любий друже, й чекаємо на ваш лист.", "uk"),
        ("Много се радваме да ви видим тук, скъпи приятелю, и чакаме вашето писмо.", "bg"),
        ("我们很高兴在这里见到你。", "zh"),
    ],
)
def test_a_passage_in_a_russian_letter_is_known(passage: str, language: str) -> None:
    """In another script and in its own."""
    texts = ["Он вошёл в комнату и поклонился.", passage, "Все молчали и ждали, что он скажет."]
    assert foreign_languages(texts, "ru", "cyrillic") == (None, language, None)


@pytest.mark.parametrize(
    "text",
    [
        "Tamara Makarova and Sergei Gerasimov met Mao Zedong in Zhongnanhai.",
        "We had a rendez-vous at noon in the old café.",
        "HINDU DOCTOR AND WIFE.",
        "PULLIPPOLE U-m Souther",
        "1 a yyooo, y a yooeo, 2 i 25000, a 15000.",
    ],
)
def test_names_and_scraps_are_no_passage(text: str) -> None:
    """Too few words of another language."""
    assert foreign_languages([text], "en", "latin") == (None,)


def test_what_an_ocr_made_of_a_stamp_is_no_passage() -> None:
    """Latin letters on a Russian page that are no words."""
    assert foreign_languages(["Он ушёл.", "PULLIPPOLE U-m Souther iw xi"], "ru", "cyrillic") == (None, None)


@pytest.mark.model
def test_a_french_paragraph_in_a_russian_letter_has_no_flags() -> None:
    """A line of the summary says so."""
    french = "Je suis très content de vous voir, mon cher ami. Je vous prie de m'écrire bientôt."
    bitext = align.align_texts(f"{RUSSIAN}\n\n{french}", f"{ENGLISH}\n\n{french}")
    assert bitext.flags == ()
    expected = "2 sentences are in fr: no OCR errors are looked for in them"
    assert bitext.notes == (f"original: {expected}", f"translation: {expected}")

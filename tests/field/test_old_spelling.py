"""Russian of before 1918 is found, passage by passage, and read as such."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

import align
from align.bitext import Bitext
from align.errors import InputError
from align.ocr.search_config import OcrConfig
from align.text.sentences import split
from align.text.span import Span
from align.text.spelling import old_sentences
from align.text.trace import TracedText

FOUND = "original: spelling of before 1918 found: read as such"

MEMBERS = [
    ("Миръ заключенъ. Войска вернулись домой.", "Peace is made. The troops have come home."),
    ("Ѳеодоръ уѣхалъ въ Москву. Онъ болѣе не пишетъ.", "Feodor left for Moscow. He writes no more."),
    (
        "Новаго ничего нѣтъ. Прежнія письма лежатъ въ столѣ. Другія потеряны.",
        "There is nothing new. The former letters lie in the desk. Others are lost.",
    ),
    (
        "Онъ разсказалъ о возстаніи. Безконечныя дороги и тихія рѣки остались позади.",
        "He told of the uprising. Endless roads and quiet rivers were left behind.",
    ),
    ("Однѣ изъ нихъ пришли, а другихъ еще нѣтъ.", "Some of them have come, and others are not yet here."),
    (
        "Объявляется, что судъ состоится въ семь часовъ.",
        "It is announced that the trial will be at seven o'clock.",
    ),
    (
        "КНЯЗЬ: Онъ уѣхалъ въ Москву.\n\nСЛУГА: Безъ нея?",
        "PRINCE: He left.\n\nSERVANT: Without her?",
    ),
    ("Мiръ въ Европѣ невозможенъ безъ Россiи.", "Peace in Europe is impossible without Russia."),
    ("Вь этомь домѣ онь жиль давно, какь и всѣ мы.", "He lived in this house long ago, as did all of us."),
]
"""Right Russian of before 1918, and as an OCR reads it, with a translation."""


def ocr_flags(bitext: Bitext) -> list[str]:
    return [flag.text for flag in bitext.flags if flag.side == "source" and flag.kind.startswith("ocr.")]


@pytest.mark.model
@pytest.mark.data
@pytest.mark.parametrize("old", [None, True])
def test_old_spelling_is_taken_for_russian(field: Callable[[str], Path], *, old: bool | None) -> None:
    """Онѣ, нея, ея are right, with and without the option; without it a line says what was found."""
    folder = field("23-old-spelling-is-taken-for-ukrainian")
    config = align.Config(ocr=OcrConfig(old_spelling=old))
    bitext = align.align_files(folder / "source.txt", folder / "target.txt", config=config)
    assert bitext.source is not None
    assert bitext.source.language == "ru"
    assert bitext.flags == ()
    assert bitext.notes == (() if old else (FOUND,))


@pytest.mark.model
@pytest.mark.parametrize(("source", "target"), MEMBERS[:7])
def test_old_spelling_is_right(source: str, target: str) -> None:
    """No flag, nothing modernised."""
    bitext = align.align_texts(source, target)
    assert bitext.source is not None
    assert " ".join(sentence.text for sentence in bitext.source.sentences) == source.replace("\n\n", " ")
    assert ocr_flags(bitext) == []
    assert FOUND in bitext.notes


@pytest.mark.parametrize(("source", "target"), MEMBERS)
def test_old_spelling_is_found(source: str, target: str) -> None:
    """By its marks, also where an OCR read ь for ъ and a Latin i."""
    bitext = align.align_texts(source, target)
    assert bitext.source is not None
    assert bitext.source.language == "ru"
    assert FOUND in bitext.notes


@pytest.mark.data
@pytest.mark.parametrize("name", ["segodnya-1919", "barnaby-1842", "liv1904"])
def test_old_print_is_read_as_old(data: Path, name: str) -> None:
    """Real pages, one of which has е for nearly every ъ."""
    raw = (data / "ocr-real" / name / "source.txt").read_text(encoding="utf-8")
    sentences = split(TracedText.of(raw, Span(0, len(raw))), "ru")
    old = old_sentences([sentence.text for sentence in sentences])
    assert sum(old) > 0.8 * len(old)


def test_a_modern_introduction_is_read_as_modern() -> None:
    """Only the letter is old, and the line says how much."""
    modern = "Публикуемый документ хранится в архиве. Этот текст печатается по автографу в первый раз."
    old = "Милостивый Государь! Письмо ваше я получилъ вчера. Онъ уѣхалъ въ Москву."
    bitext = align.align_texts(f"{modern}\n\n{old}", "The document is kept. Dear Sir! He left for Moscow.")
    assert bitext.source is not None
    assert [sentence.old_spelling for sentence in bitext.source.sentences] == [False, False, True, True, True]
    assert "original: spelling of before 1918 found in 3 of 5 sentences: read as such" in bitext.notes


@pytest.mark.parametrize(
    "text",
    [
        "План ІІ квартала выполнен полностью, и газета «Вісті» об этом писала.",
        "Он пришёл в миръ и остался там. Так было всегда.",
        "Подъезд к дому был закрыт. Объявление висело на двери.",
        "Здесь только путь. Возьмите теперь кость и соль. Быть может, ночь.",
    ],
)
def test_one_mark_is_no_spelling(text: str) -> None:
    """A Roman numeral, an error of the OCR, a hard sign inside a word, soft signs."""
    bitext = align.align_texts(text, "One sentence. Another.")
    assert not any("1918" in note for note in bitext.notes)


def test_a_russian_translation_can_be_old_too() -> None:
    """On the side where it stands."""
    bitext = align.align_texts("He left for Moscow.", "Онъ уѣхалъ въ Москву.")
    assert bitext.notes == ("translation: spelling of before 1918 found: read as such",)


def test_the_user_s_word_wins() -> None:
    """Old spelling implies Russian; without it none is looked for."""
    text, translation = "Вісті зъ Кіева.", "News from Kiev."
    old = align.align_texts(text, translation, config=align.Config(ocr=OcrConfig(old_spelling=True)))
    assert old.source is not None
    assert (old.source.language, old.source.sentences[0].old_spelling, old.notes) == ("ru", True, ())
    modern = align.align_texts(
        "Онъ уѣхалъ.", "He left.", config=align.Config(ocr=OcrConfig(old_spelling=False))
    )
    assert modern.source is not None
    assert (modern.source.sentences[0].old_spelling, modern.notes) == (False, ())


def test_old_spelling_of_another_language_is_refused() -> None:
    """The line says what was expected."""
    config = align.Config(source_language="uk", target_language="en", ocr=OcrConfig(old_spelling=True))
    with pytest.raises(InputError, match="expected a Russian side with old spelling, got uk and en"):
        align.align_texts("Вісті.", "News.", config=config)


def test_spelling_and_languages_are_saved(tmp_path: Path) -> None:
    """A saved bitext comes back with them."""
    bitext = align.align_texts("Онъ уѣхалъ вчера въ Москву. Je vous prie de venir.", "He left. Please come.")
    path = tmp_path / "bitext.json"
    bitext.save(path)
    loaded = align.Bitext.load(path)
    assert loaded.source == bitext.source
    assert loaded.source is not None
    assert [one.language for one in loaded.source.sentences] == [None, "fr"]
    assert replace(loaded.source.sentences[0], old_spelling=False) != loaded.source.sentences[0]


@pytest.mark.model
@pytest.mark.parametrize(
    ("source", "target", "readings"),
    [
        (
            "Я tхалъ въ лtсъ и видtлъ рtку. Онъ жилъ здtсь.",
            "I was driving to the forest and saw a river. He lived here.",
            {"ѣхалъ", "лѣсъ", "видѣлъ", "рѣку", "здѣсь"},
        ),
        (
            "Онъ былъ въ лЪсу, гдЪ росли дубы.",
            "He was in the forest where oaks grew.",
            {"лѣсу", "гдѣ"},
        ),
        (
            "Онъ былъ въ л6су, гд6 росли дубы.",
            "He was in the forest where oaks grew.",
            {"лѣсу", "гдѣ"},
        ),
        (
            "ПРОШУ ВАСЪ ПРІѢХАТЬ ВЪ ПЕТЕРБУРГЪ. Бывшаго министра нѣтъ.",
            "I ask you to come to Petersburg. The former minister is not here.",
            set(),
        ),
    ],
)
def test_readings_are_in_the_spelling_of_the_text(source: str, target: str, readings: set[str]) -> None:
    """A correction of ѣ that was read as another sign writes ѣ, and leaves the ъ."""
    flags = align.align_texts(source, target).flags
    assert {flag.suggestions[0].text for flag in flags if flag.kind.startswith("ocr.")} == readings

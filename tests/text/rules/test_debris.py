"""What an OCR reads in pictures is one unreadable stretch; text of any kind is none."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from align.text.clean import Cleaned

TEXT = "Правительство Советского Союза заявляет, что оно не согласно с этим."

DEBRIS = [
    "Л. $ ^ i ( ч /⏎‘Я г» '?⏎Fy Ke ,, .-.: а⏎jJl; «йЗ ‘|Гн⏎iiif Ш т 1 l",
    "~ ж I⏎iy 'f ,⏎&'V ‘hh$⏎ТЙГЗ рв Дж^ ~х",
    "ѵ \\ ч 1 ^ ж⏎⏎ш { щ ' jk⏎⏎рРв % ~ hН",
    "| | | ~ ^ ] х⏎« . ' ) 1 l ! i⏎г~ ~w Жч vv⏎q p d b Щ",
    "•^v^w Щ¥ г~l⏎: : \\ /⏎тГгШ wW|v ]x[⏎q# z@ ж~",
]


@pytest.mark.parametrize("debris", DEBRIS)
def test_debris_is_one_stretch(cleaned: Callable[..., Cleaned], debris: str) -> None:
    """It is kept out of the text, before it and inside a sentence."""
    result = cleaned(f"{debris}⏎⏎{TEXT}")
    assert result.text.text == TEXT
    assert [entry.reason for entry in result.excluded] == ["unreadable"]
    half = "Правительство Советского Союза заявляет,"
    assert cleaned(f"{half}⏎⏎{debris}⏎⏎что оно не согласно.").text.text == f"{half} что оно не согласно."


@pytest.mark.parametrize(
    "text",
    [
        "Протокол № 3⏎И. В. Сталин⏎В. М. Молотов⏎ЦК ВКП(б)⏎СНК СССР⏎НКВД⏎т. Ким Ир Сен",
        "Т-34 12 шт.⏎Як-9 5 шт.⏎Ил-10 7 шт.",
        "Онѣ обѣ согласны.⏎Безъ нея онъ не поѣдетъ.⏎Въ виду сего мiръ.",
        "W Szczebrzeszynie chrząszcz brzmi⏎Strč prst skrz krk.⏎Vlk zmrzl, zhltl hrst zrn.",
        "Ngo Dinh Diem⏎Nguyễn Văn Thiệu⏎Chiang Kai-shek⏎Hsüeh Yüeh",
        "а) да⏎б) нет⏎в) иди",
        "5 т 3 ц⏎7 т 8 ц⏎9 т 1 ц",
        "x = a + b⏎y = c - d⏎z = x y",
        "е4 е5⏎Кf3 Кc6⏎Сb5 a6",
        "— А?⏎— Э!⏎— Ы?",
        "XJQWZ KPLRT MNBVC⏎AAQWZ KPLRT MNBVC⏎XJQWZ KPLRT MNBVC",
        "П Р О Т О К О Л⏎С Е К Р Е Т Н О⏎П Л А Н А",
        "Брр. Тсс. Хм. Пст.⏎Тсс. Брр. Гм. Хм.⏎Хм. Хм. Пф. Тсс.",
        "漢字 漢字⏎日本 中国⏎北京 上海",
    ],
)
def test_names_tables_and_other_languages_are_text(aside: Callable[[str], list[str]], text: str) -> None:
    """Also old spelling, abbreviations, formulas, ciphers and letter-spaced words."""
    assert aside(f"{TEXT}⏎{text}⏎{TEXT}") == []

"""Numerals and designations of a sentence."""

from __future__ import annotations

import pytest

from align.ocr.lattice.numerals import numerals, series


def found(text: str, translation: str = "") -> list[tuple[str, str]]:
    """Each numeral or designation with its Latin reading."""
    return [(one.token.core, one.reading) for one in numerals(text, translation, ("ru", "en"))]


@pytest.mark.parametrize(
    ("text", "translation", "expected"),
    [
        ("ХУШ конференция закончилась", "The 18th Conference", [("ХУШ", "XVIII")]),
        ("На П съезде", "", [("П", "II")]),
        ("В ХХ веке", "In the 20th century", [("ХХ", "")]),
        ("Николай П отрёкся", "Nicholas II abdicated", [("П", "II")]),
        ("В П половине года", "In the second half of the year", [("П", "II")]),
        ("В Ш четверти", "In the third quarter", [("Ш", "III")]),
        ("Пришёл П. Иванов", "Came P. Ivanov 2", []),
        ("У него пять сыновей", "He has five sons", []),
        ("Это П и Р", "This is P and R", []),
    ],
)
def test_roman_numerals_need_a_number_or_a_noun(
    text: str, translation: str, expected: list[tuple[str, str]]
) -> None:
    """A number of the translation with their value, or a noun that numerals number."""
    assert found(text, translation) == expected


@pytest.mark.parametrize(
    ("text", "translation", "expected"),
    [
        ("В доме 12а", "At 12a", ["12а"]),
        ("Самолёты В-29 и МиГ-15бис", "B-29 and MiG-15bis aircraft", ["В-29", "МиГ-15бис"]),
        ("Танк Т-34", "", ["Т-34"]),
        ("Отправлено 7б вагонов", "76 wagons", []),
        ("Самолёты В-20", "B-29 aircraft", []),
        ("3а мир", "For peace", []),
    ],
)
def test_designations_need_their_figures(text: str, translation: str, expected: list[str]) -> None:
    """A designation with other figures than the translation's may be misread, a figure a misread letter."""
    assert [core for core, _ in found(text, translation)] == expected


def test_a_series_of_points_shows_what_its_numerals_are() -> None:
    """Each follows the one before; another letter at the beginning of a sentence does not."""
    assert series(["П После умершаго", "Риге.", "Ш После умершаго", "IY После", "П там"]) == {
        (0, 0),
        (2, 0),
        (3, 0),
    }
    assert [one.reading for one in numerals("П После", "", ("ru", "en"), [0])] == ["II"]


@pytest.mark.parametrize(
    ("text", "translation", "expected"),
    [
        ("В ХIХ–ХХ веках и I–III кварталах", "In the 19th and 20th centuries", ["ХIХ–ХХ", "I–III"]),
        ("Николай І правил", "Nicholas I reigned", ["І"]),
        ("Пётр І и И І", "Peter came and I left", []),
        ("Это V колонна", "This is the Fifth Column", ["V"]),
        ("По ст. 58-1а УК", "Under Article 58-1a", ["ст", "58-1а"]),
        ("Мороз −20 и ±5, ≈100.", "Frost of −20 and ±5, ≈100.", ["20", "5", "100"]),
        ("Вода 36,6 °C, 30°С.", "Water 36.6 °C, 30°C.", ["C", "30°С"]),
        ("Вх. № 64, ст.ст. 8 и 9, 5) и ст.", "Incoming No. 64, Arts. 8 and 9", ["Вх", "", "ст.ст"]),
        ("Дом 50 м² и ¾ литра", "House of 50 m² and ¾ of a litre", ["м²", "¾"]),
        ("Дивизия (№ 64) и § 3", "Division (No. 64) and § 3", ["", ""]),
        ("Слово° и -слово", "A word", []),
    ],
)
def test_ranges_names_and_measures(text: str, translation: str, expected: list[str]) -> None:
    """They are no words, whatever the dictionaries have."""
    assert [core for core, _ in found(text, translation)] == expected


@pytest.mark.parametrize(
    ("texts", "readings"),
    [
        (["YI Послѣ умершаго", "Yn Послѣ умершаго", "YIII Послѣ"], ["VI", "VII", "VIII"]),
        (["Постановили: I Принять", "П Поручить", "Ш Утвердить"], ["", "II", "III"]),
        (["XI", "Хн Объ отпускѣ", "ХШ О жалобѣ"], ["", "XII", "XIII"]),
        (["IX Глава", "X Глава"], ["", ""]),
    ],
)
def test_a_series_goes_on_with_misread_digits(texts: list[str], readings: list[str]) -> None:
    """Letters that are no Roman digits elsewhere are such between two others; right numerals are settled."""
    listed = series(texts)
    found = [
        numeral.reading
        for number, text in enumerate(texts)
        for numeral in numerals(text, "", ("ru", "en"), [at for sentence, at in listed if sentence == number])
    ]
    assert found == readings

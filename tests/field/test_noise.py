"""What is no error: numerals in other letters, designations, sentences that differ in a number."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

import align
from align.bitext import Bitext

Field = Callable[[str], Path]

pytestmark = pytest.mark.model


def aligned(source: str, target: str) -> Bitext:
    """A Russian text with its English translation."""
    return align.align_texts(source, target, source_language="ru", target_language="en")


def of_folder(folder: Path) -> Bitext:
    """The two files of a folder."""
    return align.align_files(folder / "source.txt", folder / "target.txt", source_language="ru")


def readings(bitext: Bitext) -> list[tuple[str, str]]:
    """Each flag's text with its first suggestion; the kind where it has none."""
    return [(flag.text, flag.suggestions[0].text if flag.suggestions else flag.kind) for flag in bitext.flags]


def test_roman_numerals_in_cyrillic_letters(field: Field) -> None:
    """Look-alikes are no error; other letters are read as the numeral."""
    assert readings(of_folder(field("06-roman"))) == [("ХУШ", "XVIII"), ("Ш", "III"), ("П", "II")]


@pytest.mark.parametrize(
    ("source", "target", "expected"),
    [
        ("В ХVI веке строили крепости.", "In the 16th century fortresses were built.", []),
        ("Мы живём в ХХ в. и ждём мира.", "We live in the 20th century and wait for peace.", []),
        ("Это было 5.ХI.50 в Пекине.", "This was on 5.11.50 in Beijing.", []),
        ("В IУ квартале завод выполнил план.", "In the 4th quarter the plant met its plan.", [("IУ", "IV")]),
        ("В 1У квартале завод выполнил план.", "In the 4th quarter the plant met its plan.", [("1У", "IV")]),
        ("У1 съезд партии прошёл в августе.", "The 6th Party Congress met in August.", [("У1", "VI")]),
        ("ХП съезд утвердил устав.", "The 12th Congress approved the charter.", [("ХП", "XII")]),
        ("УШ съезд принял программу.", "The 8th Congress adopted the programme.", [("УШ", "VIII")]),
        ("Глава П посвящена Корее.", "Chapter 2 is about Korea.", [("П", "II")]),
        ("Том XIУ вышел весной.", "Volume 14 appeared in spring.", [("XIУ", "XIV")]),
        ("У него было пять сыновей.", "He had five sons.", []),
    ],
)
def test_other_numerals(source: str, target: str, expected: list[tuple[str, str]]) -> None:
    """Values agree, so no check of numbers objects; the first reading is the Latin numeral."""
    assert readings(aligned(source, target)) == expected


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("Он живёт в доме 12а на улице Мира.", "He lives at 12a Mira Street."),
        ("Квартира 7б пустует давно.", "Apartment 7b has long been empty."),
        ("Самолёты В-29 бомбили Пхеньян.", "B-29 aircraft bombed Pyongyang."),
        ("Десять танков Т-34 вошли в город.", "Ten T-34 tanks entered the city."),
        ("Истребители МиГ-15 и Ил-28 прибыли.", "MiG-15 and Il-28 aircraft arrived."),
        ("Самолёт Ю-52 сел на поле.", "A Ju-52 landed in the field."),
        ("Самолёт U-2 сбит над Уралом.", "A U-2 was shot down over the Urals."),
        ("3-й полк отошёл к реке.", "The 3rd regiment withdrew to the river."),
        ("Дом 5а сгорел ночью.", "House 5a burned down at night."),
    ],
)
def test_designations_are_no_errors(source: str, target: str) -> None:
    """Neither a number nor a letter of theirs is doubted, on either side."""
    assert not aligned(source, target).flags


def test_a_figure_read_as_a_letter_is_still_found() -> None:
    """The translation has the number, not the designation."""
    found = aligned("Отправлено 7б вагонов с углём.", "76 wagons of coal were sent.")
    assert readings(found) == [("7б", "76")]


def test_sentences_that_differ_in_a_number_are_two(field: Field) -> None:
    """100 and 200 wagons."""
    assert not of_folder(field("25-doubled-but-for-a-number")).flags


@pytest.mark.parametrize(
    ("one", "other", "doubled"),
    [
        ("Поезд с зерном ушёл на север вчера.", "Поезд с зерном не ушёл на север вчера.", False),
        ("Письмо получено в Москве третьего июня.", "Письмо получено в Москве третьего июля.", False),
        ("Посол Иванов вручил вчера ноту министру.", "Посол Ким вручил вчера ноту министру.", False),
        ("Отправлено две тысячи вагонов зерна.", "Отправлено три тысячи вагонов зерна.", False),
        ("Поезд с зерном ушёл на север вчера.", "Поезд с зерном ушёл на север вчера.", True),
        ("Поезд с зерном ушёл на север вчера утром.", "Поезд с зерном ушёл на север вчера утрон.", True),
    ],
)
def test_only_the_same_sentence_is_doubled(one: str, other: str, *, doubled: bool) -> None:
    """Misread letters do not make it another one."""
    found = aligned(f"{one} {other} Он остался.", "The grain train left yesterday. He stayed.")
    assert ("check.doubled" in [flag.kind for flag in found.flags]) == doubled


def test_an_excerpt_is_passed_by_once_on_either_end(field: Field) -> None:
    """Eighteen sentences without translation are two stretches."""
    found = of_folder(field("25b-excerpt"))
    assert [(flag.kind, flag.sentence, flag.reason[:20]) for flag in found.flags] == [
        ("check.omission", 0, "The translation begi"),
        ("check.omission", 11, "The translation ends"),
    ]


def test_a_moved_passage_is_one_flag(field: Field) -> None:
    """Its place is named, and nothing is called an omission or addition."""
    found = of_folder(field("15-moved-passage"))
    assert [flag.kind for flag in found.flags] == ["layout.crossing"]
    assert found.flags[0].reason.startswith("Its translation stands elsewhere (sentences 4-6 stand at 18-20)")
    assert found.alignment.crossings[0].places == "sentences 4-6 stand at 18-20"


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("В ХIХ–ХХ веках город вырос.", "In the 19th and 20th centuries the town grew."),
        ("Подписано в I–III кварталах.", "Signed in the first to third quarters."),
        ("Николай І правил долго.", "Nicholas I reigned long."),
        ("Это V колонна врага.", "This is the enemy's Fifth Column."),
        ("Мороз 20 °С был ночью.", "There was a frost of 20 °C at night."),
        ("Температура 36,6 °C, вода 100 °C.", "Temperature 36.6 °C, water 100 °C."),
        ("Мороз −20 и +5.", "Frost of −20 and +5."),
        ("Точность ±5 % и ≈100 км.", "Accuracy ±5 % and ≈100 km."),
        ("Площадь 50 м² и 3 м³.", "Area 50 m² and 3 m³."),
        (
            "Осуждён по ст.ст. 58-1а и 58-11 УК.",
            "Convicted under Arts. 58-1a and 58-11 of the Criminal Code.",
        ),
        ("Дом 12/1, кв. 3.", "House 12/1, flat 3."),
        ("Шифртелеграмма № 16715, вх. № 3410.", "Ciphered telegram No. 16715, incoming No. 3410."),
        ("Сумма 1 234 567,89 руб. и 12 500,5 кг.", "The sum is 1,234,567.89 roubles and 12,500.5 kg."),
        ("Население 1.234.567 человек.", "The population is 1,234,567 people."),
        (
            "ПРОШУ ВАС НЕМЕДЛЕННО ПРИЕХАТЬ В ПЕТЕРБУРГ. ОТВЕТ ЖДУ.",
            "I ask you to come to Petersburg at once. I await the answer.",
        ),
        (
            "Белеет парус одинокий в тумане моря голубом!.. Что ищет он в стране далёкой?",
            "A lonely sail is white in the blue mist of the sea!.. What does it seek in a far land?",
        ),
    ],
)
def test_ranges_measures_and_numbers_are_no_errors(source: str, target: str) -> None:
    """Neither the dictionaries nor the checks object to them."""
    assert readings(aligned(source, target)) == []

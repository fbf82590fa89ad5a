"""Numbers that only one side names."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from align.flag import Flag

Flags = Callable[..., list[Flag]]
Marked = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("Прошло 12 лет.", "Twelve years went by."),
        ("Прошло двенадцать лет.", "12 years went by."),
        ("Перейдёт 38-ю параллель.", "Crosses the 38th parallel."),
        ("О 5-6 дивизиях.", "About five-six divisions."),
        ("Глава XIV начинается.", "Chapter 14 begins."),
        ("Население 1 250 000 человек.", "A population of 1,250,000."),
        ("Потрачено 1,5 млн рублей.", "1.5 million roubles were spent."),
        ("Потрачено 1,5 млн рублей.", "1,500,000 roubles were spent."),
        ("В 1950–51 годах.", "In 1950 and 1951."),
        ("Скорость 135 км/ч.", "A speed of 85 mph."),
        ("Начало в 18:30.", "It begins at 6:30 p.m."),
        ("В двадцать пять лет.", "At 25."),
        ("Более 20 миллионов человек.", "More than 20 million people."),
        ("На третий день.", "On day 3, after three days."),
        ("В девятьсот пятом году.", "In 1905."),
        ("Восемьсот двенадцатый год.", "The year 1812."),
        ("С девятьсот семнадцатого не виделись.", "They had not met since 1917."),
        ("В девятисотом году.", "In 1900."),
        ("Вышло в девятьсот сорок первом.", "It came out in 1941."),
    ],
)
def test_one_number_in_two_forms_is_one(marked: Marked, source: str, target: str) -> None:
    """Digits, words, Roman numerals, ranges, scales, clocks and measures are compared by value."""
    assert marked((source, target)) == []


@pytest.mark.parametrize(
    ("source", "target", "found"),
    [
        ("Прислали 14 вагонов.", "They sent 17 cars.", "17"),
        ("Прислали три вагона.", "They sent five cars.", "five"),
        ("В 1884 году.", "In 1844.", "1844"),
        ("Погибло 1 100 человек.", "Some 1,700 people died.", "1,700"),
        ("На третий день.", "After seven days.", "seven"),
        ("В девятьсот пятом году.", "In 1907.", "1907"),
        ("Прошло девятьсот пять лет.", "It took 1905 years.", "1905"),
        ("В девятьсот пятом году.", "In 2905.", "2905"),
    ],
)
def test_another_number_is_marked(marked: Marked, source: str, target: str, found: str) -> None:
    """A number in the translation stands where the original has another."""
    assert marked((source, target)) == [f"number: {found}"]


def test_a_number_that_is_lost_is_marked_in_the_original(flags: Flags) -> None:
    """The flag is on the number, and its reason names the side that lacks it."""
    [flag] = flags([("Прислали 250 вагонов.", "They sent cars.")])
    assert (flag.side, flag.text) == ("source", "250")
    assert "translation" in flag.reason


def test_words_that_may_count_or_not_are_left_alone(marked: Marked) -> None:
    """*First*, *one*, *a couple* come and go in good translation."""
    assert marked(("Он пришёл первым.", "He came.")) == []
    assert marked(("Он пришёл.", "He was the one who came, for a second.")) == []


def test_a_number_in_the_translators_brackets_is_no_addition(marked: Marked) -> None:
    """What stands in square brackets is the translator's own."""
    assert marked(("Он уехал.", "He left [in 1951].")) == []


@pytest.mark.parametrize(
    ("source", "target", "found", "reason"),
    [
        (
            "Дал двадцать пять копеек.",
            "Gave twenty-six kopecks.",
            "twenty-six",
            "The original has двадцать пять копеек, the translation twenty-six kopecks.",
        ),
        (
            "Стоил 25 коп.",
            "It cost 26 kopecks.",
            "26",
            "The original has 25 коп, the translation 26 kopecks.",
        ),
        (
            "Он стоил двадцать пять рублей.",
            "It cost one hundred and twenty-five roubles.",
            "one hundred and twenty-five",
            "The original has двадцать пять рублей, the translation one hundred and twenty-five roubles.",
        ),
        (
            "Дал 25 копеек.",
            "Gave 25 roubles.",
            "25",
            "The original has 25 копеек, the translation 25 roubles.",
        ),
        (
            "Стоит 25 рублей.",
            "It costs 25 dollars.",
            "25 dollars",
            "The original has 25 рублей, the translation 25 dollars.",
        ),
        (
            "Цена 5 руб. 20 коп.",
            "Priced at five roubles thirty kopecks.",
            "five roubles thirty kopecks",
            "The original has 5 руб. 20 коп, the translation five roubles thirty kopecks.",
        ),
    ],
)
def test_another_sum_of_money_is_marked(
    flags: Flags, source: str, target: str, found: str, reason: str
) -> None:
    """Another figure or another coin; the reason names both sums."""
    [flag] = flags([(source, target)])
    assert (flag.kind, flag.text, flag.reason) == ("check.number", found, reason)


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("Стоил двадцать пять копеек.", "It cost 25 kopecks."),
        ("Стоил 150 копеек.", "It cost 1.5 roubles."),
        ("Цена 5 руб. 20 коп.", "The price is five roubles twenty kopecks."),
        ("Цена 5 руб. 20 коп.", "The price is 5.20 roubles."),
        ("Дал 10 рублей.", "He gave a pound."),
        ("Заплатил рублей двадцать.", "He paid some twenty roubles."),
        ("Пять-шесть рублей.", "Five or six roubles."),
        ("Выиграл полтора миллиона рублей.", "He won a million and a half roubles."),
        ("Отдал ему рубль.", "He gave him one rouble."),
        ("Пара рублей.", "Two or three roubles."),
        ("В половине восьмого.", "At half past seven."),
        ("Без двадцати пять.", "At twenty to five."),
        ("Тысяча и одна ночь.", "A thousand and one nights."),
        ("Четверть века.", "Twenty-five years."),
        ("Дюжина устриц.", "Twelve oysters."),
        ("Он взял семью.", "He took the family of five."),
    ],
)
def test_one_sum_of_money_in_two_forms_is_one(marked: Marked, source: str, target: str) -> None:
    """Words, figures, other coins of the currency, another currency with another figure."""
    assert marked((source, target)) == []


def test_a_number_that_is_named_twice_is_counted(marked: Marked) -> None:
    """*Five minutes … five minutes* does not cover *five minutes … eight minutes*."""
    pair = ("Пять минут он сидел, пять минут стоял.", "Five minutes he sat, eight minutes he stood.")
    assert marked(pair) == ["number: eight"]


@pytest.mark.parametrize(
    ("source", "target", "found"),
    [
        ("Стоило 1,5 млн. руб.", "It cost 1.5 million dollars.", "1.5 million dollars"),
        ("Дали 2 тыс. рублей.", "They gave 2000 kopecks.", "2000"),
        ("Дали 3 тыс. РУБ.", "They gave 3000 dollars.", "3000 dollars"),
        ("Занял 4 млрд.долл. США.", "Borrowed 4 bn. euros.", "4 bn. euros"),
        ("Стоило 2–3 тыс. руб.", "It cost 2-3 thousand kopecks.", "3 thousand"),
    ],
)
def test_a_scale_cut_short_keeps_the_unit(marked: Marked, source: str, target: str, found: str) -> None:
    """*млн.*, *тыс.*, *bn.* are followed by what they count, with their full stop and without it."""
    assert f"number: {found}" in marked((source, target))


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("Стоило 1,5 млн. руб.", "It cost 1.5 million roubles."),
        ("Прошли 4 тыс. км.", "They went 4,000 kilometres."),
        ("Их было 5 млн. Доллары кончились.", "They were 5 mln. Dollars ran out."),
    ],
)
def test_a_scale_cut_short_is_read_like_the_whole_word(marked: Marked, source: str, target: str) -> None:
    """The full stop that ends a sentence stays one."""
    assert marked((source, target)) == []


@pytest.mark.parametrize(
    ("source", "target", "found"),
    [
        ("Прошли 10 верст.", "They went 90 miles.", "90"),
        ("Прошли десять вёрст.", "They went ninety miles.", "ninety"),
        ("Весил 5 пудов.", "It weighed 18 kilograms.", "18"),
        ("Ждал 2 часа.", "He waited 200 minutes.", "200"),
        ("Скорость 60 км/ч.", "A speed of 73 mph.", "73"),
    ],
)
def test_a_wrong_conversion_of_a_measure_is_marked(
    marked: Marked, source: str, target: str, found: str
) -> None:
    """Measures in two units are compared by what they are worth."""
    assert f"number: {found}" in marked((source, target))


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("Прошли 10 верст.", "They went 6.5 miles."),
        ("Осталось двадцать пять верст.", "There are twenty miles left."),
        ("Имеет 3000 десятин.", "He has 6000 acres."),
        ("Рост 180 см.", "5 feet 11 inches tall."),
        ("Ждал 1 час 40 минут.", "He waited 100 minutes."),
        ("Весил 680 граммов.", "It weighed 1 pound and 8 ounces."),
        ("Через полтора месяца.", "After six weeks."),
    ],
)
def test_a_right_conversion_of_a_measure_is_not_marked(marked: Marked, source: str, target: str) -> None:
    """Rounded, or in several units."""
    assert marked((source, target)) == []

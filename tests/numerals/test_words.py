"""Numbers in words: read back as they were written, in all cases, and not inside other words."""

from __future__ import annotations

from functools import lru_cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from align.lang.registry import language
from align.numerals.quantities import quantities
from align.numerals.words import word_numbers

UNITS = (
    "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
)
ENGLISH_SMALL = ["", "one", *UNITS.split(), "eighteen", "nineteen"]
ENGLISH_TENS = ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
RUSSIAN_TEENS = (
    "один два три четыре пять шесть семь восемь девять десять одиннадцать двенадцать тринадцать "
    "четырнадцать пятнадцать шестнадцать семнадцать восемнадцать девятнадцать"
)
RUSSIAN_SMALL = ["", *RUSSIAN_TEENS.split()]
FROM_TWENTY = "двадцать тридцать сорок пятьдесят шестьдесят семьдесят восемьдесят девяносто"
RUSSIAN_TENS = ["", "", *FROM_TWENTY.split()]
FROM_HUNDRED = "сто двести триста четыреста пятьсот шестьсот семьсот восемьсот девятьсот"
RUSSIAN_HUNDREDS = ["", *FROM_HUNDRED.split()]
CASES = ("nomn", "gent", "datv", "ablt", "loct")


def _english(number: int) -> str:
    """A number below a million as English writes it."""
    if number >= 1000:
        rest = _english(number % 1000) if number % 1000 else ""
        return f"{_english(number // 1000)} thousand {rest}".strip()
    if number >= 100:
        rest = f" and {_english(number % 100)}" if number % 100 else ""
        return f"{ENGLISH_SMALL[number // 100]} hundred{rest}"
    if number < 20:
        return ENGLISH_SMALL[number]
    return "-".join(filter(None, (ENGLISH_TENS[number // 10], ENGLISH_SMALL[number % 10])))


def _russian(number: int, case: str) -> str:
    """A number below a million in Russian, all its words in a case."""
    words = []
    if number >= 1000:
        thousands = _words_below_thousand(number // 1000)
        feminine = {"один": "одна", "два": "две"}
        words += [feminine.get(word, word) if case == "nomn" else word for word in thousands] + ["тысяча"]
    words += _words_below_thousand(number % 1000)
    return " ".join(_inflected(word, case) for word in words)


def _words_below_thousand(number: int) -> list[str]:
    small = RUSSIAN_SMALL[number % 100] if number % 100 < 20 else RUSSIAN_SMALL[number % 10]
    tens = RUSSIAN_TENS[number % 100 // 10] if number % 100 >= 20 else ""
    return [word for word in (RUSSIAN_HUNDREDS[number // 100], tens, small) if word]


@lru_cache(maxsize=1 << 9)
def _inflected(word: str, case: str) -> str:
    """A number word in a case, as pymorphy3 inflects it."""
    import pymorphy3

    parses = pymorphy3.MorphAnalyzer(lang="ru").parse(word)
    parse = next((one for one in parses if "NUMR" in one.tag), parses[0])
    found = parse.inflect({case}) if case != "nomn" else None
    return found.word if found else word


def _whole(text: str, code: str) -> set[float]:
    """The values of a text that is one number and nothing else."""
    [found] = quantities(text, code)
    assert (found.start, found.stop) == (0, len(text))
    return set(found.values)


@settings(deadline=None)
@given(st.integers(1, 999_999))
def test_an_english_number_is_read_back(number: int) -> None:
    """What English writes for a number is that number."""
    assert number in _whole(_english(number), "en")


@settings(deadline=None)
@given(st.integers(1, 999_999), st.sampled_from(CASES))
def test_a_russian_number_is_read_back_in_every_case(number: int, case: str) -> None:
    """So is what Russian writes, all words in one case."""
    assert number in _whole(_russian(number, case), "ru")


@settings(deadline=None)
@given(st.integers(2, 999_999), st.integers(2, 999_999))
def test_two_numbers_in_words_are_one_only_if_they_are_equal(one: int, other: int) -> None:
    """*Twenty-six* is not *двадцать пять*."""
    [english], [russian] = quantities(_english(one), "en"), quantities(_russian(other, "nomn"), "ru")
    short, long = sorted((one, other))
    is_short_year = 10 <= short < 100 and 1000 <= long < 2100 and long % 100 == short
    if not is_short_year:
        assert english.meets(russian) == (one == other)


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("ru", "стоил стоимость столовая сторона столица"),
        ("ru", "триумф тритон трибуна тройник"),
        ("ru", "семья семьи семинар семенит"),
        ("ru", "пятно пятка пятница четверг шествие"),
        ("ru", "сорочка парк партия парень полный полковник получил поле"),
        ("ru", "обед оборона двор двери дверь однако"),
        ("ru", "вечно векселя сотрудник сотворил третировал первобытный"),
        ("en", "tenant tennis onion weighty freight often network oneself"),
    ],
)
def test_a_number_word_that_begins_another_word_is_none(code: str, text: str) -> None:
    """«Стоил» holds no *сто*, *tenant* no *ten*."""
    assert [text[found.start : found.stop] for found in quantities(text, code)] == []


@pytest.mark.parametrize(
    ("code", "text", "values"),
    [
        ("ru", "стоил двадцать пять", [{25}]),
        ("ru", "пять-шесть", [{5}, {6}]),
        ("ru", "сто-двести", [{100}, {200}]),
        ("ru", "двадцать-двадцать пять", [{20}, {25}]),
        ("ru", "полтора миллиона", [{1.5e6}]),
        ("ru", "полторы тысячи", [{1500}]),
        ("ru", "два с половиной миллиона", [{2.5e6}]),
        ("ru", "сорока пяти", [{45}]),
        ("ru", "тысяча девятьсот двадцать пятого", [{1925}]),
        ("ru", "двадцатипятилетний", [{25}]),
        ("ru", "сорокамиллионный", [{4e7}]),
        ("ru", "тысячи три", [{3000, 1003}]),
        ("en", "half a million", [{5e5}]),
        ("en", "two halves", [{1}]),
        ("en", "the second half", [{1, 2}]),
        ("ru", "вторая половина", [{1, 2}]),
        ("ru", "девятьсот пятом", [{905, 1905}]),
        ("ru", "девятьсот пять", [{905}]),
        ("en", "two and a half million", [{2.5e6}]),
        ("en", "a million and a half", [{1.5e6}]),
        ("en", "half a dozen", [{6}]),
        ("en", "a hundred", [{100}]),
        ("en", "twelve hundred", [{1200}]),
        ("en", "five and six", [{5}, {6}]),
        ("en", "five-and-twenty", [{5, 20, 25}]),
        ("en", "nineteen fifty-one", [{19, 50, 1951}]),
        ("en", "two or three thousand", [{2, 2000}, {3000}]),
    ],
)
def test_words_in_a_row_are_one_number_where_the_grammar_allows_it(
    code: str, text: str, values: list[set[float]]
) -> None:
    """Ranges, fractions, scales, approximations and years."""
    assert [set(found.values) for found in quantities(text, code)] == values


@pytest.mark.parametrize(
    ("code", "text", "form"),
    [
        ("ru", "семью", "homonym"),
        ("ru", "тысячи", "vague"),
        ("ru", "один", "vague"),
        ("ru", "двадцатью семью", "word"),
        ("en", "one", "vague"),
        ("en", "hundreds", "vague"),
        ("en", "one hundred", "word"),
        ("en", "twenty-first", "word"),
    ],
)
def test_a_word_is_as_sure_a_number_as_its_neighbours_make_it(code: str, text: str, form: str) -> None:
    """«Семью» alone is a family, *thousands* no certain number."""
    [found] = word_numbers(text, language(code).numbers)
    assert found.form == form


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("половина седьмого", "half past six"),
        ("в седьмом часу", "after six"),
        ("шесть с половиной", "half-past six"),
    ],
)
def test_an_hour_is_named_by_the_one_before_or_behind(source: str, target: str) -> None:
    """*Half past six* is half of the seventh hour."""
    hours = quantities(target, "en")[-1]
    assert any(found.meets(hours) for found in quantities(source, "ru"))

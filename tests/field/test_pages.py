"""Files with pages in them: marks, heads, numbers, footnotes and debris do not reach the sentences."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from align import align_texts
from align.bitext import Bitext
from align.render import to_text

Rows = list[tuple[str, str]]

pytestmark = pytest.mark.model

RUSSIAN = (
    "Правительство Советского Союза получило ноту{a} правительства США и{page_1}внимательно изучило её. "
    "Посол вручил ответ{b} министру иностранных дел, который уехал в{page_2}Пекин. "
    "Переговоры продолжались до вечера и закончились{page_3}ничем. Войска перейдут границу осенью."
)
ENGLISH = (
    "The Government of the Soviet Union received the note{a} of the Government of the USA and{page_1}"
    "studied it carefully. The ambassador handed the reply{b} to the foreign minister, who left for"
    "{page_2}Peking. The talks went on until evening and ended in{page_3}nothing. "
    "The troops will cross the border in autumn."
)
PLAIN = {"a": "", "b": "", "page_1": " ", "page_2": " ", "page_3": " "}


def _filled(text: str, **pieces: str) -> str:
    return text.format(**{**PLAIN, **pieces})


@pytest.fixture(scope="module")
def plain(rows: Callable[[Bitext], Rows]) -> Rows:
    """What comes of the text without pages."""
    found = rows(align_texts(_filled(RUSSIAN), _filled(ENGLISH)))
    assert len(found) == 4
    return found


PAGES = [
    ["\n[PAGE 12]\n", "\n[PAGE 13]\n", " [PAGE 14] "],
    [" [стр. 12] ", " [стр. 13] ", " [стр. 14] "],
    ["\n\nПРАВДА\n\n", "\n\nПРАВЛА\n\n", "\n\nПРАВДЛ\n\n"],
    ["\n12 История дипломатии\n", "\nИстория днпломатии 13\n", "\n14 Исторня дипломатии\n"],
    ["\n\n12\n\n", "\n\n13\n\n", "\n\n14\n\n"],
    ["\nЛ. 12 об.\n", "\nЛ. 13.\n", "\nл. 13 об.\n"],
    ["\n- 2 - СЕКРЕТНО\n", "\n- 3 - СЕКРЕТНО\n", "\n- 4 - СЕКРЕТНО\n"],
    ["\nСтраница 1 из 4\n", "\nСтраница 2 из 4\n", "\nСтраница 3 из 4\n"],
    [" |12| ", " |13| ", " |14| "],
]


@pytest.mark.parametrize("pages", PAGES)
def test_pages_do_not_show_in_the_sentences(
    rows: Callable[[Bitext], Rows], plain: Rows, pages: list[str]
) -> None:
    """The same beads as without them, and no flag."""
    one, two, three = pages
    found = align_texts(_filled(RUSSIAN, page_1=one, page_2=two, page_3=three), _filled(ENGLISH))
    assert rows(found) == plain
    assert found.flags == ()


NOTES_RU = "Нота от 5 мая 1950 г. хранится в архиве.", "Текст ответа утерян."
NOTES_EN = "The note of 5 May 1950 is kept in the archive.", "The text of the reply is lost."


@pytest.mark.parametrize(
    ("source", "target"),
    [
        (("¹", "¹ "), ("[1]", "[1] ")),
        (("1)", "1) "), ("¹", "1. ")),
        (("*", "* "), ("¹", "¹ ")),
        (("[1]", "[1] "), ("*", "* ")),
    ],
)
def test_a_footnote_at_the_foot_is_found_at_the_end_of_the_translation(
    rows: Callable[[Bitext], Rows], plain: Rows, source: tuple[str, str], target: tuple[str, str]
) -> None:
    """The sentence that it interrupted is whole; the notes pair with each other; the summary counts them."""
    (sign, head), (other, other_head) = source, target
    second, second_other = (
        one.replace("1", "2").replace("¹", "²").replace("*", "**") for one in (sign, other)
    )
    head_2, other_head_2 = (one.replace("1", "2").replace("¹", "²") for one in (head, other_head))
    if "*" in sign:
        second, head_2 = "†", "† "
    if "*" in other:
        second_other, other_head_2 = "†", "† "
    russian = _filled(
        RUSSIAN,
        a=sign,
        b=second,
        page_1=f"\n\n{head}{NOTES_RU[0]}\n\n",
        page_2=f"\n\n{head_2}{NOTES_RU[1]}\n\n",
    )
    english = _filled(ENGLISH, a=other, b=second_other)
    english += f"\n\n{other_head}{NOTES_EN[0]}\n{other_head_2}{NOTES_EN[1]}"
    found = align_texts(russian, english)
    assert rows(found) == [*plain, *zip(NOTES_RU, NOTES_EN, strict=True)]
    assert found.flags == ()
    assert "2 footnotes moved behind the text of the original" in to_text(found)


def test_debris_of_a_title_page_gives_one_line(rows: Callable[[Bitext], Rows], plain: Rows) -> None:
    """It stands in no bead and gets no flag."""
    debris = "Л. $ ^ i ( ч /\n‘Я г» '?\nFy Ke ,, .-.: а\njJl; «йЗ ‘|Гн\niiif Ш т 1 l\n\n"
    found = align_texts(debris + _filled(RUSSIAN), _filled(ENGLISH))
    assert rows(found) == plain
    assert found.flags == ()
    assert "66 characters of the original cannot be read: lines 1-5" in to_text(found)

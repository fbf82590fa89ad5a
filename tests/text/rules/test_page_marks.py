"""Marks of pages that an editor wrote into the text, and numbers of pages on lines of their own."""

from __future__ import annotations

from collections.abc import Callable

import pytest

LONG = "Правительство Советского Союза заявляет, что оно не может согласиться"

MARKS = [
    "[PAGE 41]", "[p. 41]", "[Pg 41]", "[стр. 41]", "[с. 41]", "[л. 12 об.]", "[Л. 5]", "[Seite 5]", "[S. 5]",
    "[fol. 12r]", "[str. 5]", "[page break]", "[разрыв страницы]", "[конец страницы 3]", "[End of page 3]",
    '<pb n="41"/>', "<page 41>", "{{page|41}}", "{p. 41}", "|p. 41|",
]  # fmt: skip

LINES = [
    "— 41 —", "- 41 -", "-41-", "~ 7 ~", "* 41 *", "41", "41.", "[41]", "(41)", "{41}", "|41|", "стр. 41",
    "с. 41", "Страница 3 из 7", "Page 3 of 7", "3 / 7", "3 из 7", "л. 12 об.", "Л. 5.", "лист 3", "Seite 5",
    "P. 41", "xii", "- xii -", "- 3 - СЕКРЕТНО", "СЕКРЕТНО - 3 -", "Сов. секретно. Л. 3",
    "--- page break ---", "===== Page 5 =====",
]  # fmt: skip


@pytest.mark.parametrize("mark", MARKS)
def test_a_mark_inside_a_sentence_leaves_it_whole(running: Callable[..., str], mark: str) -> None:
    """Also before a name, which begins with a capital."""
    assert (
        running(f"Вчера я встретил {mark} Сталина. Он {mark} ушёл.") == "Вчера я встретил Сталина. Он ушёл."
    )


@pytest.mark.parametrize("break_", ["⏎", "⏎⏎"])
@pytest.mark.parametrize("line", [*MARKS, *LINES])
def test_a_line_that_marks_a_page_leaves_the_sentence_whole(
    running: Callable[..., str], aside: Callable[[str], list[str]], line: str, break_: str
) -> None:
    """The sentence goes on behind it."""
    picture = f"{LONG}{break_}{line}{break_}с этим."
    assert running(picture) == f"{LONG} с этим."
    assert aside(picture) == [line]


@pytest.mark.parametrize("mark", ["[стр. 41]", "- [PAGE 41] ", "-[стр. 41] ", "[41]", "{41}"])
def test_a_mark_inside_a_word_leaves_it_whole(running: Callable[..., str], mark: str) -> None:
    """With the hyphen of the page's end or without."""
    frequency = {"правительство": 6.0}.get
    picture = f"Наше прави{mark}тельство согласно."
    assert running(picture, lambda word: frequency(word, 0.0)) == "Наше правительство согласно."


@pytest.mark.parametrize("mark", ["[{}]", "{{{}}}", "|{}|", "/{}/"])
def test_numbers_in_brackets_that_count_up_are_pages(running: Callable[..., str], mark: str) -> None:
    """A single one shows nothing."""
    pages = " ".join(f"Речь шла о войне {mark.format(n)} и мире. Выпал снег." for n in (41, 42, 43))
    assert running(pages) == " ".join(["Речь шла о войне и мире. Выпал снег."] * 3)
    alone = f"Речь шла о войне {mark.format(41)} и мире."
    assert running(alone) == alone


@pytest.mark.parametrize(
    "text",
    [
        "«Цитата из книги» [с. 41]. См. [стр. 15]. Ленин, т. 5 [с. 12] и далее (с. 14).",
        "Показал Иванов [1], это верно [2, с. 15]. Спорит с ним [3]. По [4] это не так. И [5] тоже.",
        "О войне [1] и мире. О мире [2] и войне. О весне [3] и лете.",
        "О войне[1] и мире. О мире[2] и войне. О весне[3] и лете.",
        "[1] Первый довод.⏎[2] Второй довод.⏎[3] Третий довод.",
        "1950⏎⏎В этом году произошло многое: страна жила трудно и ждала перемен.",
        "⏎⏎".join(f"{n}⏎⏎В этом году произошло многое: страна жила трудно." for n in (1949, 1950, 1951)),
        "⏎⏎".join(f"{n}⏎⏎В этом году произошло многое: страна жила трудно." for n in ("I", "II", "III")),
        "Постановили⏎⏎1.⏎⏎Принять предложение министра и направить ноту послу.⏎⏎2.⏎⏎Ждать ответа посла.",
        "1⏎⏎Я помню чудное мгновенье,⏎⏎2⏎⏎Как мимолётное виденье,",
        "Таблица⏎12⏎13⏎14⏎15⏎Всего",
        "1. Принять.⏎2. Отклонить.⏎3. Ждать.",
        "Дата⏎1901⏎Дата⏎1902⏎Дата⏎1903",
    ],
)
def test_other_numbers_are_text(aside: Callable[[str], list[str]], text: str) -> None:
    """References, signs of notes, paragraphs, years, chapters, items, columns of a table."""
    assert aside(text) == []


def test_numbers_that_count_up_show_each_other(aside: Callable[[str], list[str]]) -> None:
    """One page ends with a paragraph, the others inside a sentence."""
    half = f"{LONG} с этим предложением."
    text = f"{LONG}⏎2⏎с этим.⏎{half}⏎3⏎{half}⏎{LONG}⏎4⏎с этим.⏎1⏎{half}"
    assert {"2", "3", "4"} <= set(aside(text))

"""Footnotes are tied to their sign and move behind the text; lists and lone signs stay."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from align.text.clean import Cleaned

BODY = "Правительство заявляет, что оно не согласно с предложением{} об отводе войск и"
REST = "считает нужным продолжить переговоры."
NOTE = "Речь идёт о ноте от 5 мая 1950 г."
WHOLE = f"{BODY.format('')} {REST}⏎Второй абзац.⏎{NOTE}"

SIGNS = [
    ("¹", "¹ "), ("¹", "1) "), ("¹", "1. "), ("¹", "1 "), ("¹)", "¹) "), ("[1]", "[1] "), (" [1]", "[1] "),
    ("[^1]", "[^1]: "), ("*", "* "), ("*)", "*) "), (" *", "*"), ("1)", "1) "), (" 1)", "1) "), ("1", "1 "),
    ("1", "1. "), ("†", "† "), ("[*]", "[*] "), ("[прим. 1]", "[прим. 1] "), ("[note 1]", "[note 1] "),
]  # fmt: skip


@pytest.mark.parametrize("break_", ["⏎", "⏎⏎", "⏎\f⏎"])
@pytest.mark.parametrize(("sign", "head"), SIGNS)
def test_a_footnote_inside_a_sentence_moves_behind_the_text(
    cleaned: Callable[..., Cleaned], sign: str, head: str, break_: str
) -> None:
    """The sentence is whole, and both signs are set aside."""
    result = cleaned(f"{BODY.format(sign)}⏎{head}{NOTE}{break_}{REST}⏎Второй абзац.")
    assert result.text.text.replace("\n", "⏎") == WHOLE
    label = "*" if "*" in sign else "†" if sign == "†" else "1"
    assert {entry.reason for entry in result.excluded} == {f"sign of footnote {label}"}
    assert {move.reason for move in result.moves} == {f"footnote {label}"}


def test_a_sentence_goes_on_over_a_footnote_with_a_capital(running: Callable[..., str]) -> None:
    """A page ends where a footnote stands."""
    assert running("Вчера утром в своём кабинете в Кремле меня принял¹⏎⏎¹ В первый раз.⏎⏎Сталин. Конец.") == (
        "Вчера утром в своём кабинете в Кремле меня принял Сталин. Конец.⏎В первый раз."
    )


def test_each_page_may_begin_anew(running: Callable[..., str]) -> None:
    """The same sign ties each note to its own page."""
    pages = "Первая страница* идёт⏎* Сноска первой.⏎\f⏎на вторую* и⏎* Сноска второй.⏎\f⏎на третью."
    assert running(pages) == "Первая страница идёт на вторую и на третью.⏎Сноска первой.⏎Сноска второй."


def test_notes_at_the_end_stay_there(running: Callable[..., str], cleaned: Callable[..., Cleaned]) -> None:
    """Below their heading, in the order of their numbers."""
    text = "Слово¹ и слово². Конец.⏎⏎Примечания⏎⏎1. Первая сноска.⏎2. Вторая сноска."
    assert running(text) == "Слово и слово. Конец.⏎Примечания⏎Первая сноска.⏎Вторая сноска."
    assert cleaned(text).moves == ()


def test_a_footnote_in_wrapped_lines_moves_whole(running: Callable[..., str]) -> None:
    """Its lines end where the next word does not fit, or with its sentence."""
    page = (
        "Это длинный текст страницы, который⏎обрывается в середине предложения1 и⏎"
        "продолжается на другой странице так,⏎что сноска стоит между двумя его⏎"
        "1 Это сноска, которая идёт на две⏎строки и кончается здесь.⏎"
        "половинами, как это и бывает в книгах⏎с самых давних времён, когда ещё ни⏎компьютеров не было."
    )
    text = running(page)
    assert "между двумя его половинами" in text
    assert text.endswith("⏎Это сноска, которая идёт на две строки и кончается здесь.")


def test_a_note_whose_sign_was_not_read_goes_with_its_neighbour(running: Callable[..., str]) -> None:
    """Both stand at the foot of the page."""
    text = "Текст¹ страницы, который идёт⏎⏎1) Сноска первая.⏎2) Сноска вторая.⏎\f⏎дальше и дальше."
    assert running(text) == "Текст страницы, который идёт дальше и дальше.⏎Сноска первая.⏎Сноска вторая."


def test_a_list_above_the_notes_stays(running: Callable[..., str]) -> None:
    """Its numbers are those of the notes, but written otherwise."""
    text = "Посол¹ ушёл². Решено:⏎⏎1. Принять.⏎2. Ждать.⏎⏎¹ Рощин.⏎⏎² Вечером.⏎⏎[стр. 5]⏎⏎Конец."
    assert running(text) == "Посол ушёл. Решено:⏎1. Принять.⏎2. Ждать.⏎Конец.⏎Рощин.⏎Вечером."


@pytest.mark.parametrize(
    "text",
    [
        "Постановили: 1) принять и 2) отклонить.⏎1) Выделить деньги.⏎2) Послать людей.⏎3) Ждать.",
        "Следует 1) принять, 2) отклонить.⏎1) Выделить деньги.⏎2) Послать людей.",
        "Согласны (пункт 1) и ждём.⏎1) Выделить деньги.",
        "По пункту 1) согласны.⏎1) Выделить деньги.⏎2) Послать людей.",
        "* один⏎* два слово*⏎* три",
        "Площадь 5 м² и 10².⏎2 Глава вторая⏎Текст.",
        "Слово¹ без сноски. Конец.",
        "Слово без знака. Конец.⏎¹ Сноска без знака.",
        "Это *курсив* и ещё.⏎*Вся строка курсивом*",
        "- один⏎- два",
    ],
)
def test_lists_and_what_is_not_tied_stay(cleaned: Callable[..., Cleaned], text: str) -> None:
    """Nothing is set aside and nothing moves."""
    result = cleaned(text)
    assert (result.excluded, result.moves) == ((), ())

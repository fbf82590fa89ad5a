"""Sentences whose end stands before the sign of a note; numbers of sections that are no points."""

from __future__ import annotations

from collections.abc import Callable

import pytest


@pytest.mark.parametrize(
    ("language", "picture"),
    [
        ("en", "He was a revolutionary.[1][2]| |He left."),
        ("en", "He founded the PRC.[3]: 12| |Born there,[b] he was a farmer.[citation needed]| |See also."),
        ("en", "It ended.1| |Then he left.12| |He said “no.”3| |They went.*| |Others came."),
        ("ru", "Он ушёл.[1]| |Она осталась[2].| |Он спал.[прим. 1]| |Всё."),
        ("ru", "Пришёл конец.¹| |Да.| |«Нет».1| |Мы знаем.*)| |Потом."),
        ("de", "Er kam.[1]| |Sie ging.2| |Dann kam Karl."),
        ("en", "Mr.[1] Smith came. | |He paid 3.5 Dollars.| |At 5.30 Moscow time.| |No.5 Company."),
        ("ru", "Тов.[1] Мао пришёл.| |Устав ст.58 УК.| |См. рис.5 Альбома."),
        ("ru", "См. ст. 1.| |Там сказано.| |См. ст. 2.| |Здесь."),
        ("en", "See Ch. 3, Sec. 2.| |See p. 7, Sec. 3.| |There."),
        ("ru", "Решили:| |1. Принять план.| |2. Ждать и т. д.| |3. Всё."),
    ],
)
def test_sentences_end_before_the_sign_of_a_note(
    sentences: Callable[..., str], language: str, picture: str
) -> None:
    text = picture.replace("|", "").replace("  ", " ")
    assert sentences(text, language) == picture.replace(" | |", "| |")

"""What is said, and the name of the speaker before it."""

from __future__ import annotations

import pytest

from align.ocr.utterances import utterances
from align.text.splitting.speakers import speech_start
from tests.ocr.sample import sentences_of


@pytest.mark.parametrize(
    ("text", "speech"),
    [
        ("СТАЛИН: Как здоровье?", "Как здоровье?"),
        ("Тов. Молотов: Хорошо.", "Хорошо."),
        ("В. М. Молотов: «Нет».", "«Нет»."),
        ("Г-н Ачесон: Мы согласны.", "Мы согласны."),
        ("СТАЛИН (смеётся): — Да.", "— Да."),
        ("Q: Where?", "Where?"),
        ("Он сказал: Иди.", None),
        ("Решено: принять.", None),
        ("Начало в 18:30.", None),
        ("Пришли трое. Сталин: Да.", None),
    ],
)
def test_a_name_and_a_colon_precede_an_utterance(text: str, speech: str | None) -> None:
    """The name has titles, initials, a role; words with small letters make no name."""
    start = speech_start(text)
    assert (text[start:] if start else None) == speech


def test_a_name_is_read_by_itself() -> None:
    """The parts keep the number and index of their sentence and their places."""
    parts = utterances(sentences_of("Он ушёл.", "СТАЛИН: Как здоровье?"))
    assert [(number, part.index, part.text) for number, part in parts] == [
        (0, 0, "Он ушёл."),
        (1, 1, "СТАЛИН"),
        (1, 1, "Как здоровье?"),
    ]

"""The result of a document does not depend on what its process did before."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import replace

import pytest

from align.api import align_texts
from align.bitext import Bitext
from align.embed.encoder import load
from align.embed.word_cache import WordCache
from align.export.bitext_json import to_text

pytestmark = pytest.mark.model

LETTERS = (
    (
        (
            "Ваш ответ получил. Корейцы, объяснял он, ещё не ушли. Армия ушла из города, но вернстся. "
            "Прошу Вас сообщить, сколько танков прибыло 5 октября."
        ),
        (
            "I received your reply. The Koreans, he explained, had not yet left. The army left the city. "
            "But it will return. Please inform me how many tanks arrived on 5 October."
        ),
    ),
    (
        "Сегодня пргшел товарищ Иванов. Он передал письмо и уехал на юг. Погода стоит холодная.",
        "Comrade Ivanov came today. He handed over the letter and left for the south. The weather is cold.",
    ),
    (
        "Нам нужны хлеб и соль! Когда их привезут? Мы ждём уже три недели, а дорога заметена снегом.",
        (
            "We need bread and salt! When will they be brought? We have been waiting for three weeks, "
            "and the road is covered with snow."
        ),
    ),
)


def stored(result: Bitext) -> str:
    """All of a result with all digits, but for the seconds that it took."""
    return to_text(replace(result, signature=replace(result.signature, seconds=0.0)), digits=None)


ALONE = """
import json, sys
from dataclasses import replace
from align.api import align_texts
from align.export.bitext_json import to_text
result = align_texts(*json.load(sys.stdin))
print(to_text(replace(result, signature=replace(result.signature, seconds=0.0)), digits=None), end="")
"""


def alone(letter: tuple[str, str]) -> str:
    """The result of a letter as the first of a process, whose sets have an order of their own."""
    return subprocess.run(
        [sys.executable, "-c", ALONE],
        input=json.dumps(letter),
        env=os.environ | {"PYTHONHASHSEED": "1"},
        capture_output=True,
        check=True,
        text=True,
    ).stdout


def test_a_result_is_the_same_first_and_later() -> None:
    """Bit for bit the same: first in a process, after other documents, again, and with kept words."""
    encoder = WordCache(load())
    for source, target in LETTERS[1:]:
        align_texts(source, target)
    later = [stored(align_texts(*letter)) for letter in LETTERS]
    kept = [stored(align_texts(*letter, encoder=encoder)) for letter in (*LETTERS[::-1], *LETTERS)]
    assert kept[3:] == later
    assert kept[:3] == later[::-1]
    assert alone(LETTERS[0]) == later[0]


def test_a_result_is_the_same_in_any_order() -> None:
    """A cache with room for a few words, which is emptied again and again, changes nothing."""
    small = WordCache(load(), limit=8)
    assert [stored(align_texts(*letter, encoder=small)) for letter in LETTERS] == [
        stored(align_texts(*letter)) for letter in LETTERS
    ]

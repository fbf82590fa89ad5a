"""Pages without an error, made up at random: every kind of text that a correction could damage."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from pathlib import Path

from hypothesis import strategies as st

Pair = tuple[str, str]
"""A Russian sentence and its translation."""

_NAMES = """
    Тамара Tamara · Макарова Makarova · Мао Mao · Ким Kim · Сталин Stalin · Громыко Gromyko ·
    Молотов Molotov · Вышинский Vyshinsky · Петров Petrov · Иванов Ivanov · Руденко Rudenko ·
    Хетагурова Khetagurova · Окамото Okamoto · Тотова Totova · Карамаров Karamarov · Рощин Roshchin ·
    Микоян Mikoyan · Жуков Zhukov · Штыков Shtykov · Трумэн Truman · Эйзенхауэр Eisenhower ·
    Черчилль Churchill · Ачесон Acheson · Неру Nehru · Тито Tito · Ракоши Rákosi · Берут Bierut ·
    Димитров Dimitrov · Готвальд Gottwald · Гротеволь Grotewohl · Торез Thorez · Тольятти Togliatti ·
    Сукарно Sukarno · Насер Nasser · Анна Anna · Роман Roman · Марк Mark · Тома Toma · Отто Otto ·
    Вера Vera · Коста Kosta
"""
NAMES: tuple[Pair, ...] = tuple((pair.split()[0], pair.split()[1]) for pair in _NAMES.split("·"))

SLOTS: dict[str, tuple[Pair, ...]] = {
    "name": NAMES,
    "speaker": tuple((russian.upper(), english.upper()) for russian, english in NAMES),
    "ordinal": (("38-ю", "38th"), ("1-ю", "1st"), ("7-ю", "7th"), ("101-ю", "101st")),
    "house": (("12а", "12a"), ("7б", "7b"), ("5/3", "5/3"), ("4в", "4v"), ("21-а", "21-a"), ("№ 8", "No. 8")),
    "plane": (
        *(("В-29", "B-29"), ("Ил-28", "Il-28"), ("F-86", "F-86"), ("МиГ-15", "MiG-15"), ("U-2", "U-2")),
        *(("Ту-4", "Tu-4"), ("Ла-9", "La-9"), ("Ан-2", "An-2"), ("Як-9", "Yak-9")),
    ),
    "tank": (("Т-34", "T-34"), ("ИС-2", "IS-2"), ("КВ-1", "KV-1"), ("M26", "M26"), ("Т-54", "T-54")),
    "paper": tuple(
        (title, title)
        for title in ("New York Times", "Le Monde", "Neues Deutschland", "The Times", "Washington Post")
    ),
    "agency": tuple((title, title) for title in ("Reuters", "Associated Press", "NBC", "BBC")),
    "century": (("XIX", "19th"), ("ХIХ", "19th"), ("ХХ", "20th"), ("XX", "20th"), ("XVIII", "18th")),
    "number": (("12,5", "12.5"), ("3", "3"), ("1 200", "1,200"), ("0,75", "0.75")),
}  # fmt: skip
"""What stands in braces in a sentence, in both languages."""

SENTENCES: tuple[Pair, ...] = tuple(
    (source, target)
    for source, target in (
        line.split("\t")
        for line in Path(__file__).with_name("clean_sentences.tsv").read_text(encoding="utf-8").splitlines()
    )
)

VOWELS = "аеиоуыэюя"
NO_BREAK_SPACE, NO_BREAK_HYPHEN, ZERO_WIDTH_SPACE, STRESS = "\u00a0", "\u2011", "\u200b", "\u0301"


@st.composite
def pairs(draw: st.DrawFn) -> Pair:
    """A sentence with its translation, the slots filled alike on both sides."""
    source, target = draw(st.sampled_from(SENTENCES))
    for slot in re.findall(r"{(\w+)}", source):
        russian, english = draw(st.sampled_from(SLOTS[slot]))
        source, target = source.replace(f"{{{slot}}}", russian), target.replace(f"{{{slot}}}", english)
    return source, target


def _stressed(text: str, at: int) -> str:
    vowels = [place for place, letter in enumerate(text) if letter in VOWELS]
    place = vowels[at % len(vowels)] + 1
    return text[:place] + STRESS + text[place:]


def _with_invisible(text: str, at: int) -> str:
    place = at % len(text)
    return text[:place] + ZERO_WIDTH_SPACE + text[place:]


DRESSES: tuple[Callable[[str, int], str], ...] = (
    lambda text, _: text,
    lambda text, _: unicodedata.normalize("NFD", text),
    lambda text, _: text.replace("-", NO_BREAK_HYPHEN),
    lambda text, _: text.replace(" ", NO_BREAK_SPACE, 1),
    lambda text, _: text.replace(" — ", " – "),
    _stressed,
    _with_invisible,
)
"""The same sentence in other code points; the number chooses a place in it."""

BREAKS = (" ", "\n", "\n\n", "\r\n")
"""What stands between two sentences of a page."""


@st.composite
def pages(draw: st.DrawFn, sentences: int) -> Pair:
    """A page of so many sentences, in any dress, and its translation with a sentence a paragraph."""
    source, target = "", []
    for russian, english in draw(st.lists(pairs(), min_size=sentences, max_size=sentences)):
        dress = draw(st.sampled_from(DRESSES))
        source += dress(russian, draw(st.integers(0, 99))) + draw(st.sampled_from(BREAKS))
        target.append(english)
    return source, "\n".join(target)


HYPHENS = ("-\n", "-\r\n", "¬\n", "\u00ad\n", "\u00ad", "-\n\n- 2 -\n\n")
"""What breaks a word."""

CONFUSIONS = {
    "и": "н",
    "н": "и",
    "о": "с",
    "е": "с",
    "в": "з",
    "к": "х",
    "т": "г",
    "л": "д",
    "п": "и",
    "ш": "щ",
}
"""Letters that are read for others."""


@st.composite
def broken(draw: st.DrawFn) -> str:
    """A sentence in which a long word is misread in one letter and broken."""
    source, _ = draw(pairs())
    words = re.findall(r"[а-яё]{7,}", source) or re.findall(r"\w{4,}", source)
    word = draw(st.sampled_from(words))
    wrong = [at for at, letter in enumerate(word) if letter in CONFUSIONS and at] or [1]
    at = draw(st.sampled_from(wrong))
    misread = word[:at] + CONFUSIONS.get(word[at], "х") + word[at + 1 :]
    place = draw(st.integers(2, len(word) - 2))
    hyphen = draw(st.sampled_from(HYPHENS))
    return source.replace(word, misread[:place] + hyphen + misread[place:], 1)

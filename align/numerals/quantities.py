"""The numbers a text names: in digits, Roman numerals and words of Russian and English."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType
from typing import Literal

from align.numerals.roman import arabic

Form = Literal["digits", "roman", "word", "vague"]
"""``vague``: a word that names a number, but not always (``first``, ``one``, ``half``, ``двухэтажный``)."""

DIGITS = re.compile(r"(?<![\d.,])\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?!\d)|\d+(?:[.,]\d+)*")
ROMAN = re.compile(r"\b[IVXLCM]{2,}\b|\b[VX]\b")
WORD = re.compile(r"[^\W\d_]+")
AMOUNT = re.compile(r"\d[ \u00a0-]?\Z")
AFTER = re.compile(r"[ \u00a0-]?([^\W\d_]+|%)")

SCALES: Mapping[str, float] = MappingProxyType(
    {
        "hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12, "m": 1e6,
        "bn": 1e9, "mln": 1e6, "k": 1e3, "тыс": 1e3, "млн": 1e6, "млрд": 1e9, "трлн": 1e12,
    }
)  # fmt: skip
SCALE_STEMS = (("тысяч", 1e3), ("миллион", 1e6), ("миллиард", 1e9), ("триллион", 1e12))

ENGLISH: Mapping[str, float] = MappingProxyType(
    {
        word: float(value)
        for value, words in (
            line.split(":")
            for line in """0:zero|2:two|3:three|4:four|5:five|6:six|7:seven|8:eight|9:nine|10:ten|11:eleven
            12:twelve|13:thirteen|14:fourteen|15:fifteen|16:sixteen|17:seventeen|18:eighteen|19:nineteen
            20:twenty|30:thirty|40:forty|50:fifty|60:sixty|70:seventy|80:eighty|90:ninety
            100:hundred|1000:thousand|1000000:million|1000000000:billion""".replace("|", "\n").split()
        )
        for word in words.split(",")
    }
)
VAGUE_ENGLISH: Mapping[str, float] = MappingProxyType(
    {
        "one": 1, "a": 1, "an": 1, "single": 1, "once": 1, "first": 1, "twice": 2, "both": 2, "couple": 2,
        "pair": 2, "second": 2, "double": 2, "third": 3, "thrice": 3, "triple": 3, "fourth": 4,
        "quarter": 0.25, "half": 0.5,
        "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9, "tenth": 10, "eleventh": 11,
        "twelfth": 12, "thirteenth": 13, "fourteenth": 14, "fifteenth": 15, "sixteenth": 16,
        "seventeenth": 17, "eighteenth": 18, "nineteenth": 19, "twentieth": 20, "thirtieth": 30,
        "fortieth": 40, "fiftieth": 50, "dozen": 12, "dozens": 12, "score": 20, "decade": 10, "century": 100,
        "twenties": 20, "thirties": 30, "forties": 40, "fifties": 50, "sixties": 60, "seventies": 70,
        "eighties": 80, "nineties": 90, "noon": 12, "midnight": 12, "fortnight": 14,
    }
)  # fmt: skip

RUSSIAN: Mapping[str, float] = MappingProxyType(
    {
        word: value
        for value, words in (
            (2, "два две двух двум двумя двое двоих"),
            (3, "три трех трем тремя трое троих"),
            (4, "четыре четырех четырем четырьмя четверо четверых"),
            (5, "пять пяти пятью пятеро пятерых"),
            (6, "шесть шести шестью шестеро"),
            (7, "семь семи семью семеро"),
            (8, "восемь восьми восемью восьмью"),
            (9, "девять девяти девятью"),
            (10, "десять десяти десятью"),
            (11, "одиннадцать одиннадцати"), (12, "двенадцать двенадцати"), (13, "тринадцать тринадцати"),
            (14, "четырнадцать четырнадцати"), (15, "пятнадцать пятнадцати"),
            (16, "шестнадцать шестнадцати"), (17, "семнадцать семнадцати"),
            (18, "восемнадцать восемнадцати"), (19, "девятнадцать девятнадцати"),
            (20, "двадцать двадцати двадцатью"), (30, "тридцать тридцати тридцатью"),
            (40, "сорок сорока"), (50, "пятьдесят пятидесяти"), (60, "шестьдесят шестидесяти"),
            (70, "семьдесят семидесяти"), (80, "восемьдесят восьмидесяти"), (90, "девяносто девяноста"),
            (100, "сто ста"), (200, "двести двухсот"), (300, "триста трехсот"), (400, "четыреста четырехсот"),
            (500, "пятьсот пятисот"), (600, "шестьсот шестисот"), (700, "семьсот семисот"),
            (800, "восемьсот восьмисот"), (900, "девятьсот девятисот"),
            (1000, "тысяча тысячи тысяч тысячу тысячей тысячам"),
            (1e6, "миллион миллиона миллионов"), (1e9, "миллиард миллиарда миллиардов"),
        )
        for word in words.split()
    }
)  # fmt: skip
VAGUE_RUSSIAN: tuple[tuple[str, float], ...] = (
    ("одиннадцат", 11), ("двенадцат", 12), ("тринадцат", 13), ("четырнадцат", 14), ("пятнадцат", 15),
    ("шестнадцат", 16), ("семнадцат", 17), ("восемнадцат", 18), ("девятнадцат", 19),
    ("пятидесят", 50), ("шестидесят", 60), ("семидесят", 70), ("восьмидесят", 80), ("девяност", 90),
    ("двухсот", 200), ("трехсот", 300), ("двадцат", 20), ("тридцат", 30), ("сороков", 40), ("сот", 100),
    ("сто", 100), ("первы", 1), ("перво", 1), ("первую", 1), ("первая", 1), ("однажды", 1), ("один", 1),
    ("одн", 1), ("двух", 2), ("дву", 2), ("двое", 2), ("вдвое", 2), ("дважды", 2), ("второ", 2),
    ("втора", 2), ("вторы", 2), ("вторую", 2), ("обо", 2), ("обе", 2), ("оба", 2), ("двой", 2), ("пар", 2),
    ("трех", 3), ("трет", 3), ("трое", 3), ("втрое", 3), ("трижды", 3), ("трой", 3), ("четырех", 4),
    ("четверг", 0), ("четвер", 4), ("пятни", 0), ("пят", 5), ("шест", 6), ("седьм", 7), ("семи", 7),
    ("восьм", 8), ("девят", 9), ("десят", 10), ("дюжин", 12), ("полтор", 1.5), ("полноч", 12),
    ("полдень", 12), ("полудн", 12), ("пол", 0.5), ("четверть", 0.25), ("век", 100), ("столети", 100),
    ("тысяч", 1e3),
)  # fmt: skip
"""Beginnings of words, the longer before the shorter."""


@dataclass(frozen=True)
class Quantity:
    """A number at ``start:stop`` of a text; ``values``: all that it may mean."""

    start: int
    stop: int
    values: frozenset[float]
    form: Form

    def meets(self, other: Quantity) -> bool:
        """Whether the two can be one number."""
        return any(_same(one, another) for one in self.values for another in other.values)


def _same(one: float, other: float) -> bool:
    """Equal, or a year and its last two digits."""
    small, large = sorted((one, other))
    return one == other or (1000 <= large < 2100 and 10 <= small < 100 and large % 100 == small)


@lru_cache(maxsize=1 << 12)
def quantities(text: str, language: str) -> tuple[Quantity, ...]:
    """The numbers of a text in order; words only of Russian (``ru``) and English (``en``)."""
    found = [*_digits(text), *_romans(text), *_words(text, language)]
    return tuple(sorted(found, key=lambda quantity: quantity.start))


def _digits(text: str) -> Iterator[Quantity]:
    for match in DIGITS.finditer(text):
        written = re.sub(r"[ \u00a0\u202f]", "", match.group())
        after = AFTER.match(text, match.end())
        scale = _scale(after.group(1).lower()) if after else None
        plain = _values(written)
        values = plain | {round(value * scale, 6) for value in plain if scale}
        if re.match(r"\s?[ap]\.?m\b|:\d\d\s?p\.?m\b", text[match.end() :], re.IGNORECASE):
            values = values | {value + 12 for value in plain if value < 12}
        yield Quantity(match.start(), match.end(), frozenset(values), "digits")


def _scale(word: str) -> float | None:
    found = (value for stem, value in SCALE_STEMS if word.startswith(stem))
    return SCALES.get(word) or next(found, None)


def _values(written: str) -> frozenset[float]:
    """``1,234`` is a thousand or one and a bit; ``12.30`` a time too; ``2.10.50`` is three numbers."""
    parts = re.split(r"[.,]", written)
    values = {float(part) for part in parts} if len(parts) > 1 else set()
    if len(parts) == 2:
        values.add(float(".".join(parts)))
    if len(parts) == 1 or all(len(part) == 3 for part in parts[1:]):
        values.add(float("".join(parts)))
    if len(parts) == 2 and all(len(part) == 3 for part in parts[1:]):
        values -= {float(part) for part in parts[1:]}
    return frozenset(values)


def _romans(text: str) -> Iterator[Quantity]:
    for match in ROMAN.finditer(text):
        value = arabic(match.group())
        if value is not None:
            yield Quantity(match.start(), match.end(), frozenset({float(value)}), "roman")


def _words(text: str, language: str) -> Iterator[Quantity]:
    """Runs of number words are one number, but each of its words may stand alone too (``five-six``)."""
    if language not in {"ru", "en"}:
        return
    run: list[Quantity] = []
    for match in WORD.finditer(text):
        named = _named(match.group().lower().replace("ё", "е"), language)
        if named and named[0] >= 100 and AMOUNT.search(text, 0, match.start()):
            continue  # belongs to the digits before it
        if named is None:
            if not (run and match.group().lower() == "and"):
                yield from _joined(run)
                run = []
            continue
        run.append(Quantity(match.start(), match.end(), frozenset({named[0]}), named[1]))
    yield from _joined(run)


def _named(word: str, language: str) -> tuple[float, Form] | None:
    exact = (ENGLISH if language == "en" else RUSSIAN).get(word)
    if exact is not None:
        return exact, "word"
    if language == "en":
        vague = VAGUE_ENGLISH.get(word)
    else:
        vague = next((value for stem, value in VAGUE_RUSSIAN if word.startswith(stem)), None)
    return None if not vague else (float(vague), "vague")


def _joined(run: list[Quantity]) -> Iterator[Quantity]:
    if not run:
        return
    values = [next(iter(quantity.values)) for quantity in run]
    total = frozenset({_total(values)})
    for quantity in run:
        yield Quantity(quantity.start, quantity.stop, quantity.values | total, quantity.form)


def _total(values: list[float]) -> float:
    """``two hundred fifty thousand`` -> 250,000."""
    total = part = 0.0
    for value in values:
        if value >= 1000:
            total, part = total + max(part, 1) * value, 0.0
        elif value == 100 and 0 < part < 10:
            part *= 100
        else:
            part += value
    return total + part

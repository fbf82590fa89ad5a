"""English words that name numbers."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from align.lang.number_words import NumberWords

_EXACT: Mapping[str, float] = MappingProxyType(
    {
        "zero": 0, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
        "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16,
        "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40,
        "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90, "hundred": 100, "thousand": 1000,
        "million": 1e6, "billion": 1e9,
    }
)  # fmt: skip

_VAGUE: Mapping[str, float] = MappingProxyType(
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

NUMBER_WORDS = NumberWords(
    exact=_EXACT,
    vague=_VAGUE,
    scales=MappingProxyType(
        {
            "hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12, "m": 1e6,
            "bn": 1e9, "mln": 1e6, "k": 1e3,
        }
    ),
    conjunctions=frozenset({"and"}),
)  # fmt: skip

"""English words that name numbers."""

from __future__ import annotations

from types import MappingProxyType

from align.lang.number_words import NumberWords

_EXACT = {
    "zero": 0, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16,
    "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40,
    "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90, "hundred": 100, "thousand": 1000,
    "million": 1e6, "billion": 1e9, "hundreds": 100, "thousands": 1000, "millions": 1e6, "billions": 1e9,
}  # fmt: skip

_VAGUE = {
    "single": 1, "once": 1, "first": 1, "twice": 2, "both": 2, "couple": 2, "pair": 2, "second": 2,
    "double": 2, "third": 3, "thrice": 3, "triple": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7,
    "eighth": 8, "ninth": 9, "tenth": 10, "eleventh": 11, "twelfth": 12, "thirteenth": 13,
    "fourteenth": 14, "fifteenth": 15, "sixteenth": 16, "seventeenth": 17, "eighteenth": 18,
    "nineteenth": 19, "twentieth": 20, "thirtieth": 30, "fortieth": 40, "fiftieth": 50, "sixtieth": 60,
    "seventieth": 70, "eightieth": 80, "ninetieth": 90, "hundredth": 100, "thousandth": 1000, "dozen": 12,
    "dozens": 12, "score": 20, "threescore": 60, "fourscore": 80, "decade": 10, "century": 100,
    "twenties": 20, "thirties": 30, "forties": 40, "fifties": 50, "sixties": 60, "seventies": 70,
    "eighties": 80, "nineties": 90, "noon": 12, "midnight": 12, "fortnight": 14,
}  # fmt: skip

_FRACTIONS = {
    "half": 1 / 2, "halves": 1 / 2, "thirds": 1 / 3, "quarter": 1 / 4, "quarters": 1 / 4, "fourths": 1 / 4,
    "fifths": 1 / 5, "sixths": 1 / 6, "sevenths": 1 / 7, "eighths": 1 / 8, "ninths": 1 / 9, "tenths": 1 / 10,
}  # fmt: skip

_SCALES = {
    "hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12, "m": 1e6, "bn": 1e9,
    "mln": 1e6, "k": 1e3,
}  # fmt: skip

NUMBER_WORDS = NumberWords(
    exact=MappingProxyType(_EXACT),
    vague=MappingProxyType(_VAGUE),
    joining=MappingProxyType({"one": 1, "a": 1, "an": 1}),
    multipliers=frozenset({"hundred", "hundreds", "dozen", "score"}),
    indefinite=frozenset({"hundreds", "thousands", "millions", "billions"}),
    fractions=MappingProxyType(_FRACTIONS),
    articles=frozenset({"a", "an"}),
    conjunctions=frozenset({"and"}),
    fraction_joiners=frozenset({"and"}),
    part_of=frozenset({"of", "a", "an"}),
    unit_before_tens=True,
    years_in_pairs=True,
    scales=MappingProxyType(_SCALES),
    hour_links=MappingProxyType({"past": 0}),
)

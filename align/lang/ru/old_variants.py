"""A word of today -> the spellings that it may have had before 1918, in today's letters and without ъ."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from align.lang.ru.old_words import OLD_STEMS, OLD_WORDS

ALWAYS_Z = re.compile(r"^(не|обо?|о)?(бе|чре|чере)с(?=[кпстфхцчшщ])")
Z_BEFORE_S = re.compile(r"^(не|по|на)?(ра|ро|во|и|ни|в)с(?=с)")
Z_BEFORE_OTHERS = re.compile(r"^(не|по|на)?(ра|ро|во|и|ни)с(?=[кптфхцчшщ])")
"""Prefixes: ``без-`` and ``чрез-`` kept their з, the others before с alone, in some books elsewhere too."""

GENITIVE = re.compile(r"(?<=[^\W\d_]{2})(ого|его)(ся)?$")
STRESSED = re.compile(
    r"(?:как|так|друг|больш|молод|дорог|прост|пуст|сух|глух|свят|чуж|жив|густ|прям|крив|слеп|худ|лих|родн|сам"
    r"|одн|эт|мног|строг|мо|тво|сво|наш|ваш|вс|дн|ник|нич)(?:ого|его)|(?:не|до)?(?:много|дорого)|строго|убого"
)
"""Genitives with the stress on their ending, and other words, which had no ``-аго``."""

PLURAL = re.compile(r"(?<=[^\W\d_]{2})([ыи])е(ся)?$")
PRONOUNS = {
    "они": ("оне",),
    "одни": ("одне",),
    "одних": ("однех",),
    "одним": ("однем",),
    "одними": ("однеми",),
    "ее": ("ея",),
    "нее": ("нея",),
}
HISSING = "жшщчц"
MAX_VARIANTS = 12


@lru_cache(maxsize=1 << 14)
def old_variants(word: str) -> tuple[str, ...]:
    """The spellings of a folded word, the usual one first.

    Example:
        >>> old_variants("красного"), old_variants("бесспорные")
        (('краснаго', 'красного'), ('безспорные', 'безспорныя', 'бесспорные', 'бесспорныя'))
    """
    found = (
        ended
        for stem in _stems(word)
        for started in _prefixes(stem)
        for ended in (*_endings(started), *PRONOUNS.get(started, ()))
    )
    return tuple(dict.fromkeys(found))[:MAX_VARIANTS]


def _stems(word: str) -> Iterator[str]:
    """The word, and with the stems of former days."""
    yield word
    yield from (old for old, today in OLD_WORDS if word == today)
    yield from (word.replace(today, old, 1) for old, today in OLD_STEMS if today in word)


def _prefixes(word: str) -> tuple[str, ...]:
    """The word with the з of its prefix and as it is, the usual one first."""
    for pattern, usual in ((ALWAYS_Z, True), (Z_BEFORE_S, True), (Z_BEFORE_OTHERS, False)):
        if pattern.match(word):
            other = pattern.sub(lambda match: f"{match[1] or ''}{match[2]}з", word)
            return (other, word) if usual else (word, other)
    return (word,)


def _endings(word: str) -> tuple[str, ...]:
    """The word with the former ending of an adjective and as it is, the usual one first."""
    genitive = GENITIVE.search(word)
    if genitive and not STRESSED.fullmatch(word):
        stem, tail = word[: genitive.start()], genitive[2] or ""
        soft = genitive[1] == "его" and stem[-1] not in HISSING
        return (f"{stem}{'яго' if soft else 'аго'}{tail}", word)
    plural = PLURAL.search(word)
    return (word, f"{word[: plural.end(1)]}я{plural[2] or ''}") if plural else (word,)

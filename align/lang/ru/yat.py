"""Whether a text in the spelling of before 1918 has the letter ѣ, or е in its place."""

from __future__ import annotations

import re
from collections.abc import Iterable

YAT = re.compile("[ѣѢ]")
WITH_E = re.compile(
    r"где|здесь|мне|тебе|себе|две|обе|нет|тех|всех|тем|ведь|речь|цель|после|лет|дет(?:и|ей|ям)"
    r"|(?:с|от|пре|раз|у)?дел(?:о|а|у|ал|али|ать|ают|ает)|мест(?:о|а|у|е)|человек\w*|(?:со|от|при|за)вет\w*"
    r"|свет(?:а|у|е|ло)?|хлеб\w?|снег\w?|увер\w+|вер(?:ю|ил|ить)|(?:ви|си|гля)де(?:л|ла|ли|ть)|хоте(?:л|ла|ли|ть)"
    r"|(?:у|и|раз|со?)ме(?:л|ла|ли|ть|ю|ет|ют|ющих)"
)
"""Words, in today's letters, that had a ѣ where they have an е."""
FEW = 2
"""Such words with an е that show what a text without a ѣ writes."""


def writes_yat(words: Iterable[str]) -> bool:
    """Whether a text has a ѣ, or shows no е in the place of one.

    Example:
        >>> writes_yat("Гдt видtлъ".split()), writes_yat("Где же я виделъ человека".split())
        (True, False)
    """
    count = 0
    for word in words:
        if YAT.search(word):
            return True
        count += WITH_E.fullmatch(word.lower().removesuffix("ъ")) is not None
    return count < FEW

"""The spelling of Russian before 1918, turned into the spelling of today.

By the decree of 10 October 1918: ѣ, і, ѳ, ѵ became е, и, ф, и; ъ at the end of a word was dropped; the
endings -аго, -яго, -ыя, -скія of adjectives became -ого, -его, -ые, -ские; the prefixes без-, воз-, из-,
раз- have с before voiceless consonants.
"""

from __future__ import annotations

import re

LETTERS = str.maketrans("ѣѢіІѳѲѵѴ", "еЕиИфФиИ")
HARD_SIGN = re.compile(r"(?<=[^\W\d_])[ъЪ](?=-|$)")
ENDINGS = (
    (re.compile(r"(?<=[^\W\d_]{3})аго$"), "ого"),
    (re.compile(r"(?<=[^\W\d_]{3})яго$"), "его"),
    (re.compile(r"(?<=[^\W\d_]{3})ыя$"), "ые"),
    (re.compile(r"(ск|[жшщч])ія$"), r"\1ие"),
)
PREFIXES = re.compile(r"^([бБ]е|[вВ]о|[иИ]|[рР]а)з(?=[кпстфхцчшщ])")


def modern(word: str) -> str:
    """The word in today's spelling."""
    word = HARD_SIGN.sub("", word)
    for old, new in ENDINGS:
        word = old.sub(new, word)
    return PREFIXES.sub(r"\1с", word.translate(LETTERS))

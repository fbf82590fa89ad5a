"""Russian as it was spelt before 1918, read as it is spelt now.

After the decree of 10 October 1918: ѣ, і, ѳ, ѵ became е, и, ф, и; ъ went from the ends of words; adjectives
in -аго, -яго, -ыя, -скія took -ого, -его, -ые, -ские; без-, воз-, из-, раз- took с before hard consonants.
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

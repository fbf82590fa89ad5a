"""A long bitext for measuring: rows of Russian-like and English-like words, a doubt in every second one."""

from __future__ import annotations

import random
from dataclasses import replace

from hand import bitext_of, flag_on

from align.bitext import Bitext


def long_bitext(rows: int, seed: int = 1) -> Bitext:
    """So many 1-1 rows of 8 to 24 words a side."""
    dice = random.Random(seed)  # noqa: S311 - no secret

    def words(letters: str) -> list[str]:
        return ["".join(dice.choices(letters, k=dice.randint(2, 9))) for _ in range(3000)]

    known = words("абвгдежзиклмнопрстуфхцчшыья"), words("abcdefghijklmnoprstuvwy")
    source, target = (
        [" ".join(dice.choices(side, k=dice.randint(8, 24))) + "." for _ in range(rows)] for side in known
    )
    made = bitext_of(source, target, [(1, 1)] * rows)
    flags = []
    for row in range(0, rows, 2):
        at = dice.randrange(len(source[row].split()) - 1)
        word = source[row].split()[at]
        flags.append(flag_on(made.source, row, at, f"о{word[1:]}", f"{word}а"))
    return replace(made, flags=tuple(flags))

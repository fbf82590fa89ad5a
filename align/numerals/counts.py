"""Numbers as they are written, counted: a comparison that needs no language."""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache

from align.numerals.roman import roman_numerals

DIGITS = re.compile(r"\d+")
ROMAN_LETTERS = "IVXLC"


@lru_cache(maxsize=1 << 14)
def written_numbers(text: str) -> Counter[str]:
    """The runs of digits and the Roman numerals of a text, in Arabic digits, with how often each occurs.

    Simpler than :func:`align.numerals.quantities.quantities`: number words are left out, and ``1,250`` is
    two numbers, so that texts in any two languages can be compared. The aligner's weights were fitted on
    these counts, for Roman numerals without D and M.
    """
    digits = (match.lstrip("0") or "0" for match in DIGITS.findall(text))
    romans = (str(value) for _, value in roman_numerals(text, ROMAN_LETTERS))
    return Counter([*digits, *romans])

"""The script of a text."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType

SCRIPTS: Mapping[str, re.Pattern[str]] = MappingProxyType(
    {
        "latin": re.compile("[A-Za-z\u00aa\u00ba\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u1e00-\u1eff]+"),
        "cyrillic": re.compile("[\u0400-\u052f]+"),
        "greek": re.compile("[\u0370-\u03ff\u1f00-\u1fff]+"),
        "armenian": re.compile("[\u0531-\u058f]+"),
        "hebrew": re.compile("[\u0590-\u05ff]+"),
        "arabic": re.compile("[\u0600-\u06ff\u0750-\u077f]+"),
        "devanagari": re.compile("[\u0900-\u097f]+"),
        "thai": re.compile("[\u0e00-\u0e7f]+"),
        "georgian": re.compile("[\u10a0-\u10ff]+"),
        "kana": re.compile("[\u3040-\u30ff]+"),
        "han": re.compile("[\u3400-\u9fff]+"),
        "hangul": re.compile("[\uac00-\ud7af]+"),
    }
)
"""Runs of letters by script."""


MOST_USED = ("cyrillic", "latin")
"""Scripts of most texts. A letter is of one script only: what has more than half of them has the most."""


def letters(text: str, script: str) -> int:
    """How many letters of ``script`` stand in ``text``."""
    return sum(map(len, SCRIPTS[script].findall(text)))


MAIN_SHARE = 0.4
"""Fraction of the letters from which another script than the Latin is the text's own: names and quotations
are Latin in texts of all scripts."""


def main_script(text: str) -> str | None:
    """The script of the language of a text; ``None`` where it has no letter."""
    counts = {script: letters(text, script) for script in SCRIPTS if script != "latin"}
    best = max(counts, key=counts.__getitem__)
    return best if counts[best] >= MAIN_SHARE * sum(map(str.isalpha, text)) > 0 else dominant(text)


def dominant(text: str) -> str | None:
    """The script with most letters; ``None`` where there are none."""
    for script in MOST_USED:
        if 2 * letters(text, script) > len(text):
            return script
    counts = {script: letters(text, script) for script in SCRIPTS}
    best = max(counts, key=counts.__getitem__)
    return best if counts[best] else None

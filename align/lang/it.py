"""Italian."""

from __future__ import annotations

from align.lang.language import Abbreviations, Language, word_set

LANGUAGE = Language(
    "it",
    abbreviations=Abbreviations(before_name=word_set("sig dott prof on n vol p pp fig cfr cap art")),
)

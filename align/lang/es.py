"""Spanish."""

from __future__ import annotations

from align.lang.language import Abbreviations, Language, word_set

LANGUAGE = Language(
    "es",
    abbreviations=Abbreviations(before_name=word_set("sr sra srta dr dra núm vol p pp fig cf cap art")),
)

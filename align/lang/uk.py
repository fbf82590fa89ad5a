"""Ukrainian."""

from __future__ import annotations

from align.lang.language import Abbreviations, Language, Resources, word_set

LANGUAGE = Language(
    "uk",
    script="cyrillic",
    abbreviations=Abbreviations(before_name=word_set("тов ім вул обл проф акад див стор ст с т р м гл зам")),
    resources=Resources(paradigms=True),
)

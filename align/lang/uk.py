"""Ukrainian."""

from __future__ import annotations

from align.lang.language import Abbreviations, Hyphens, Language, Resources, word_set

LANGUAGE = Language(
    "uk",
    script="cyrillic",
    abbreviations=Abbreviations(before_name=word_set("тов ім вул обл проф акад див стор ст с т р м гл зам")),
    hyphens=Hyphens(
        prefixes=word_set("по північно південно віце екс будь казна хтозна"),
        suffixes=word_set("то небудь таки от"),
    ),
    resources=Resources(paradigms=True),
)

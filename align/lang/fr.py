"""French."""

from __future__ import annotations

from align.lang.language import Abbreviations, Language, word_set
from align.lang.months import Months

LANGUAGE = Language(
    "fr",
    abbreviations=Abbreviations(
        before_name=word_set("m mm mme mlle dr st ste no nos vol p pp fig cf éd chap art env")
    ),
    months=Months(
        (
            "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre",
            "novembre", "décembre",
        )
    ),
)  # fmt: skip

"""French."""

from __future__ import annotations

from align.lang.language import Abbreviations, Language, word_set
from align.lang.months import Months

LANGUAGE = Language(
    "fr",
    abbreviations=Abbreviations(
        before_name=word_set("m mm mme mlle dr st ste vol p pp cf éd env p.ex c.-à-d bd mgr me gal mgrs"),
        before_number=word_set("n° no nos n fig chap art pp t vol liv al tabl pl"),
        may_end=word_set("etc j.-c"),
    ),
    months=Months(
        (
            "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre",
            "novembre", "décembre",
        )
    ),
)  # fmt: skip

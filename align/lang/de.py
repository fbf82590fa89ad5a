"""German."""

from __future__ import annotations

from align.lang.language import Abbreviations, Hyphens, Language, word_set
from align.lang.months import Months

LANGUAGE = Language(
    "de",
    hyphens=Hyphens(closed_compounds=True),
    ordinal_stop=True,
    abbreviations=Abbreviations(
        before_name=word_set(
            """hr fr dr prof st bzw vgl z.b d.h u.a s nr bd abb hrsg ca evtl ggf sog jh aufl kap art abs
            vol gebr frl ing dipl alt hl p m"""
        ),
        may_end=word_set("ff usw u.s.w n.chr v.chr h.c"),
    ),
    months=Months(
        (
            "januar", "februar", "märz", "april", "mai", "juni", "juli", "august", "september", "oktober",
            "november", "dezember",
        )
    ),
)  # fmt: skip

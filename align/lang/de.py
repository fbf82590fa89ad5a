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
            vol gebr frl ing dipl alt hl p i.a u.ä i.d.r sog gen tel ges str"""
        ),
        after_number=word_set("m km cm mm kg g t ha mio mrd std min uhr"),
        before_number=word_set("nr nrn s bd bde abb tab kap art abs ziff anm bl vers fig z"),
        may_end=word_set("ff usw u.s.w usf etc u.a.m u.dgl n.chr v.chr h.c"),
    ),
    months=Months(
        (
            "januar", "februar", "märz", "april", "mai", "juni", "juli", "august", "september", "oktober",
            "november", "dezember",
        )
    ),
)  # fmt: skip

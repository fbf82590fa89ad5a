"""Italian."""

from __future__ import annotations

from align.lang.language import Abbreviations, Language, word_set

LANGUAGE = Language(
    "it",
    abbreviations=Abbreviations(
        before_name=word_set(
            "sig sigg sig.ra dott dott.ssa prof avv ing on gen mons vol p pp cfr cap s ss p.es"
        ),
        before_number=word_set("n nn art artt pag pagg fig t tab c.a ca par"),
        may_end=word_set("ecc etc a.c d.c"),
    ),
)

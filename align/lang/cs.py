"""Czech."""

from __future__ import annotations

from align.lang.language import Abbreviations, Language, word_set

LANGUAGE = Language(
    "cs",
    ordinal_stop=True,
    abbreviations=Abbreviations(
        before_name=word_set(
            "soudr s p pí dr ing prof mgr doc gen plk pplk mjr kpt sv ul nám např tj tzv tzn mj resp zn"
        ),
        before_number=word_set("č čís čl str s tab obr odst kap sv roč par"),
        may_end=word_set("atd apod aj n.l př.n.l"),
    ),
)

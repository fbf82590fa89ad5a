"""Polish."""

from __future__ import annotations

from align.lang.language import Abbreviations, Language, word_set

LANGUAGE = Language(
    "pl",
    abbreviations=Abbreviations(
        before_name=word_set(
            """tow ob gen płk ppłk mjr kpt por prof dr mgr inż św ul al pl im red m.in np tj tzn tzw wg zob bp
            abp ks hr marsz prez pos godz"""
        ),
        after_number=word_set("r w tys mln mld zł gr km m cm mm kg ha godz min"),
        before_number=word_set("ok dł szer wys pow str s t nr art par ust pkt rozdz rys tab poz p lp"),
        may_end=word_set("itd itp n.e p.n.e"),
    ),
)

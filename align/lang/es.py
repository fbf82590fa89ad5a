"""Spanish."""

from __future__ import annotations

from align.lang.language import Abbreviations, Language, word_set

LANGUAGE = Language(
    "es",
    abbreviations=Abbreviations(
        before_name=word_set(
            """sr sres sra sras srta dr dra dres vol p pp cf cap d dña ud uds vd vds prof profa gral cnel lic
            ing avda excmo excma sto sta p.ej pág págs"""
        ),
        before_number=word_set("núm núms no nº n art arts fig t tab párr inc pág págs"),
        may_end=word_set("etc ee.uu a.c d.c"),
    ),
)

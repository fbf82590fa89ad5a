"""Bulgarian."""

from __future__ import annotations

from align.lang.language import Abbreviations, Hyphens, Language, word_set

LANGUAGE = Language(
    "bg",
    script="cyrillic",
    abbreviations=Abbreviations(
        before_name=word_set(
            """др гр ул бул пл обл общ с проф акад доц инж ген полк подполк кап г-н г-жа св напр т.е т.нар вж
            ср чл ал т"""
        ),
        after_number=word_set("г гг в вв лв ст млн млрд хил км м кг ч мин"),
        before_number=word_set("стр с т чл ал бр кн гл фиг табл п"),
        may_end=word_set("т.н и.т.н пр н.е пр.н.е"),
    ),
    hyphens=Hyphens(prefixes=word_set("по най")),
)

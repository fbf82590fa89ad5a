"""Languages of which one or two facts are known; others have a module of their own."""

from __future__ import annotations

from align.lang.language import Hyphens, Language, Resources

CYRILLIC = "be mk kk mn ky tg"
CLOSED_COMPOUNDS = Hyphens(closed_compounds=True)
COMPOUNDING = "da nb nn fi hu et is"
"""Languages that write ``5.`` for *fifth*, and compounds as one word."""

ORDINAL_STOP = "sk hr sl lv tr"
"""Languages in Latin letters that write ``5.`` for *fifth*."""

OTHER_SCRIPTS = """
    el greek · hy armenian · he hebrew · th thai · ka georgian · ar arabic · fa arabic · ur arabic
    · hi devanagari
"""
MORPHEME_LISTS = "ja kana · ko hangul · zh han"
"""Languages with their scripts; wordfreq's lists of them count morphemes."""


def _pairs(text: str) -> list[list[str]]:
    return [entry.split() for entry in text.split("·")]


LANGUAGES: tuple[Language, ...] = (
    Language("sr", script="cyrillic", ordinal_stop=True),
    Language("nl", hyphens=CLOSED_COMPOUNDS),
    Language("sv", hyphens=CLOSED_COMPOUNDS, resources=Resources(speller="sv/sv_SE")),
    *(Language(code, script="cyrillic") for code in CYRILLIC.split()),
    *(Language(code, ordinal_stop=True, hyphens=CLOSED_COMPOUNDS) for code in COMPOUNDING.split()),
    *(Language(code, ordinal_stop=True) for code in ORDINAL_STOP.split()),
    *(Language(code, script=script) for code, script in _pairs(OTHER_SCRIPTS)),
    *(
        Language(code, script=script, resources=Resources(spaced_word_list=False))
        for code, script in _pairs(MORPHEME_LISTS)
    ),
)

"""Words that a full stop follows without ending the sentence."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType


def words(text: str) -> frozenset[str]:
    """The words of a list that is written as a text."""
    return frozenset(text.split())


TITLES = words("mr mrs ms dr prof st vol no nos p pp cf fig")
"""Abbreviations that texts in Latin letters share."""

BEFORE_A_NAME: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        "ru": words(
            """акад англ арх вост гр гл деп доц др-р зав зам изд им инж ин кв корп лит нем о обл оп отв
            пер пл пом пос пр просп проф р ред рис св сев сл см соч ср ст стр сов т т.е т.н т.к тов тт
            тов-щ ул ф франц ч чл экз юж канд ген полк ген.-м мл нач п пп д л лл г-н г-жа напр"""
        ),
        "en": words(
            """mr mrs ms messrs dr prof cde cdes com comr tov gen col lt maj capt sgt adm gov sen rep rev
            hon st no nos vol pp p fig ed eds op cf vs viz approx dept e.g i.e mt ft art sec ch par mss
            ltr encl ref pr"""
        ),
        "de": words(
            """hr fr dr prof st bzw vgl z.b d.h u.a s nr bd abb hrsg ca evtl ggf sog jh aufl kap art abs
            vol gebr frl ing dipl alt hl p m"""
        ),
        "fr": words("""m mm mme mlle dr st ste no nos vol p pp fig cf éd chap art env"""),
        "es": words("""sr sra srta dr dra núm vol p pp fig cf cap art"""),
        "it": words("""sig dott prof on n vol p pp fig cfr cap art"""),
        "uk": words("""тов ім вул обл проф акад див стор ст с т р м гл зам"""),
    }
)
"""The sentence goes on after them, capital letter or not."""

AFTER_A_NUMBER = words("""г гг в вв руб коп млн млрд тыс кг км м см га ч час мин сек р стр""")
"""After a number they may end a sentence; without one they stand before a name (``г. Москва``)."""

MAY_END: frozenset[str] = words(
    """т.д т.п т.о др пр т.пр etc al jr sr inc co corp ltd a.m p.m u.s u.k u.n u.s.a d.c n.y b.c
            a.d ff usw u.s.w n.chr v.chr h.c ф.и.о н.э д.н.э"""
)
"""They end a sentence where a capital letter follows."""

OPENERS: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        "ru": words("""после согласно однако поэтому затем теперь всякий кроме несмотря среди также они
            вопреки благодаря"""),
        "en": words("""as at when while after before although if it he she they we this these those there
            more most however but on in for from since during with according despite meanwhile what why
            how"""),
    }
)
"""Small words that are written with a capital only where a sentence begins."""

MONTHS = words(
    """january february march april may june july august september october november december
            января февраля марта апреля мая июня июля августа сентября октября ноября декабря januar
            februar märz april mai juni juli august september oktober november dezember janvier février
            mars avril juin juillet août septembre octobre novembre décembre"""
)

ORDINALS = frozenset(
    {"de", "da", "nb", "nn", "fi", "cs", "sk", "hu", "hr", "sl", "sr", "et", "lv", "tr", "is"}
)
"""Languages that write ``5.`` for *fifth*."""

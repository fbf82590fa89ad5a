"""English."""

from __future__ import annotations

from types import MappingProxyType

from align.lang.en.lemma import build_lemmatizer
from align.lang.en.negation import NEGATION
from align.lang.en.number_words import NUMBER_WORDS
from align.lang.en.unit_words import UNIT_WORDS
from align.lang.language import Abbreviations, Hyphens, Language, Resources, word_set
from align.lang.months import Months

_STEMS = MappingProxyType(
    {
        "January": 1, "February": 2, "March": 3, "April": 4, "May": 5, "June": 6, "July": 7, "August": 8,
        "September": 9, "October": 10, "November": 11, "December": 12,
        "Jan": 1, "Feb": 2, "Mar": 3, "Apr": 4, "Jun": 6, "Jul": 7, "Aug": 8, "Sept": 9, "Sep": 9, "Oct": 10,
        "Nov": 11, "Dec": 12,
    }
)  # fmt: skip
"""With their capital letter, without which ``may``, ``march`` and ``mar`` are other words."""

LANGUAGE = Language(
    "en",
    hyphens=Hyphens(prefixes=word_set("self ex vice")),
    abbreviations=Abbreviations(
        before_name=word_set(
            """mr mrs ms messrs dr prof cde cdes com comr tov gen col lt maj capt sgt adm gov sen rep rev
            hon st vol pp p ed eds op cf vs viz approx dept e.g i.e mt ft sec ch par mss ltr encl ref pr
            amb brig cmdr cpl pfc pvt supt mme mlle messrs esq"""
        ),
        international=word_set("mr mrs ms dr prof st vol p pp cf"),
        before_number=word_set(
            """no nos nr fig figs ch chap chs chaps art arts sec sect secs para paras tab app doc docs vols
            f ff l ll bk pt pts col cols exh ex ca c cl apt"""
        ),
        may_end=word_set("etc al jr sr inc co corp ltd a.m p.m u.s u.k u.n u.s.a d.c n.y b.c a.d"),
    ),
    sentence_openers=word_set(
        """the as at when while after before although if it he she they we this these those there more most
        however but on in for from since during with according despite meanwhile what why how"""
    ),
    reporting_verbs=word_set(
        """said says asked asks replied replies answered answers cried shouted exclaimed whispered demanded
        inquired enquired wondered repeated added continued remarked muttered murmured called yelled screamed
        snapped insisted observed growled interrupted objected protested retorted"""
    ),
    months=Months(tuple(name.lower() for name in list(_STEMS)[:12]), "|".join(_STEMS), _STEMS),
    numbers=NUMBER_WORDS,
    units=UNIT_WORDS,
    negation=NEGATION,
    resources=Resources(speller="en/en_US", context_model=True, rule_lemmatizer=build_lemmatizer),
)

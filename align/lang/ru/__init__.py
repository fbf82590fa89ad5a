"""Russian.

Its government is in tables of :mod:`align.ocr.grammar` (``ocr/data/preposition_cases.tsv``,
``ocr/data/governor_cases.tsv``), its spelling before 1918 in :mod:`align.lang.ru.orthography`.
"""

from __future__ import annotations

from types import MappingProxyType

from align.lang.language import Abbreviations, Hyphens, Language, Resources, word_set
from align.lang.months import Months
from align.lang.ru.negation import NEGATION
from align.lang.ru.number_words import NUMBER_WORDS
from align.lang.ru.unit_words import UNIT_WORDS

MONTHS = Months(
    (
        "января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября", "октября",
        "ноября", "декабря",
    ),
    r"(?i:(?:январ|феврал|март|апрел|июн|июл|август|сентябр|октябр|ноябр|декабр)"
    r"(?:ь|я|а|е|ю|ем|ём|у|ом)?|ма[йяе])",
    MappingProxyType(
        {
            "январ": 1, "феврал": 2, "март": 3, "апрел": 4, "мая": 5, "май": 5, "мае": 5, "июн": 6,
            "июл": 7, "август": 8, "сентябр": 9, "октябр": 10, "ноябр": 11, "декабр": 12,
        }
    ),
)  # fmt: skip

LANGUAGE = Language(
    "ru",
    script="cyrillic",
    abbreviations=Abbreviations(
        before_name=word_set(
            """акад англ арх вост гр гл деп доц др-р зав зам изд им инж ин кв корп лит нем о обл оп отв
            пер пл пом пос пр просп проф р ред рис св сев сл см соч ср ст стр сов т т.е т.н т.к тов тт
            тов-щ ул ф франц ч чл экз юж канд ген полк ген.-м мл нач п пп д л лл г-н г-жа г-да напр гос
            уполн упр подп подполк лейт чл.-корр пред секр гор губ уст урожд гражд судопр уголовн дер мѣщ мещ
            крест купч оф цер прот свящ кн бар г-жи г-ну"""
        ),
        before_number=word_set("вып табл прим разд сер абз илл сб вх исх инв док"),
        after_number=word_set("г гг в вв руб коп млн млрд тыс кг км м см га ч час мин сек р стр"),
        may_end=word_set("т.д т.п т.о др пр т.пр проч ф.и.о н.э до.н.э д.н.э"),
    ),
    hyphens=Hyphens(
        prefixes=word_set("северо юго вице экс кое кой обер унтер штаб контр премьер генерал"),
        suffixes=word_set("то либо нибудь таки"),
        small_words=word_set(
            """а бы б в во да для до ж же за и из ка кое кой ко ли ль на над не ни о об от по под при с со то
            таки у что как так все всё это тот либо нибудь де мол вот ведь уж без изо обо"""
        ),
    ),
    sentence_openers=word_set(
        """после согласно однако поэтому затем теперь всякий кроме несмотря среди также они вопреки
        благодаря"""
    ),
    months=MONTHS,
    numbers=NUMBER_WORDS,
    units=UNIT_WORDS,
    negation=NEGATION,
    resources=Resources(paradigms=True, speller="ru/ru", context_model=True),
)

"""Russian words that name units of money and measure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from align.lang.language import word_set
from align.lang.number_words import with_endings
from align.lang.unit_words import UnitWords, unit_forms

_ENDINGS: Mapping[str, str] = {
    "франк": "- а у ом е и ов ам ами ах",
    "рубль": "ь я ю ем е и ей ям ями ях",
    "минута": "а ы у е ой ою - ам ами ах",
    "марка": "ка ки ку ке кой кою ок кам ками ках",
    "неделя": "я и ю е ей ь ям ями ях",
    "линия": "я и ю е ей й ям ями ях",
    "рублевый": "ый ого ому ым ом ая ой ую ое ые ых ыми",
}
"""Of each pattern of inflection, named by one word, the endings."""

_NOUNS: Mapping[str, Mapping[str, str]] = {
    "франк": {
        "dollar": "доллар", "dollar cent|euro cent": "цент", "pound sterling|pound|Russian pound": "фунт",
        "shilling": "шиллинг", "franc": "франк", "centime": "сантим", "pfennig": "пфенниг",
        "kreuzer": "крейцер", "thaler": "талер", "hour": "час", "month": "месяц",
        "year": "год", "century": "век",
        "millimetre": "миллиметр", "centimetre": "сантиметр", "metre": "метр",
        "kilometre": "километр", "inch": "дюйм", "foot": "фут", "yard": "ярд", "arshin": "аршин",
        "gram": "грамм", "kilogram": "килограмм", "centner": "центнер", "pood": "пуд", "hectare": "гектар",
        "acre": "акр", "litre": "литр", "gallon|imperial gallon": "галлон", "degree": "градус",
        "gulden": "гульден",
    },
    "рубль": {"rouble": "рубл"},
    "минута": {
        "minute": "минут", "second": "секунд", "verst": "верст", "tonne": "тонн", "desyatina": "десятин",
        "crown": "крон", "pint": "пинт", "lira": "лир",
    },
    "марка": {"mark": "мар"},
    "неделя": {"week": "недел", "mile": "мил"},
    "линия": {"guinea": "гине", "ounce": "унци"},
}  # fmt: skip
_OTHERS: Mapping[str, str] = {
    "kopeck": "копейка копейки копейке копейку копейкой копеек копейкам копейками копейках",
    "old penny|new penny|dollar cent": "пенни пенс пенса пенсов пенсы",
    "euro": "евро",
    "zloty": "злотый злотых злотого злотые",
    "yuan": "юань юаня юаню юанем юани юаней юаням юанями",
    "jiao": "цзяо",
    "fen": "фынь фыня фыней фэнь фэня фэней",
    "yen": "иена иены иену иен иене йена йены йену йен",
    "hryvnia": "гривна гривны гривен гривну гривня гривни",
    "gulden": "флорин флорина флорины флоринов",
    "hour": "часик часика часиков",
    "day": "день дня дню днем дне дни дней дням днями днях сутки суток суткам сутками сутках",
    "month": "месяцев месяцем",
    "year": "лет годы",
    "century": "столетие столетия столетий столетии",
    "decade": "десятилетие десятилетия десятилетий десятилетии",
    "sazhen": "сажень сажени сажен саженей саженям саженями",
    "vedro": "ведро ведра ведер",
}
COMPOUNDS: Mapping[str, str] = {
    "rouble": "рублев",
    "kopeck": "копеечн",
    "hour": "часов",
    "minute": "минутн",
    "day": "дневн суточн",
    "week": "недельн",
    "month": "месячн",
    "verst": "верстн",
    "metre": "метров",
    "kilometre": "километров",
    "pood": "пудов",
}
"""Beginnings of the adjectives behind a number: ``25-рублевый``, ``двадцатипятирублевый``."""

_ABBREVIATIONS: Mapping[str, str] = {
    "rouble": "р руб",
    "kopeck": "к коп",
    "dollar": "долл",
    "franc": "фр",
    "pound sterling|pound|Russian pound": "ф",
    "hour": "ч час",
    "minute": "мин",
    "second": "сек",
    "millimetre": "мм",
    "centimetre": "см",
    "metre": "м",
    "kilometre": "км",
    "gram|year": "г",
    "gram": "гр",
    "kilogram": "кг",
    "tonne": "т",
    "centner": "ц",
    "hectare": "га",
    "litre": "л",
}
_HALVES: Mapping[str, str] = {
    "hour": "полчаса получаса",
    "day": "полдня",
    "month": "полмесяца",
    "year": "полгода полугода",
    "century": "полвека полувека полстолетия",
    "minute": "полминуты",
    "verst": "полверсты",
    "mile": "полмили",
    "kilometre": "полкилометра",
    "metre": "полметра",
    "rouble": "полрубля полтина полтины полтину полтиной полтинник полтинника полтиннику четвертак "
    "четвертака",
    "pood": "полпуда",
}
"""Words that name half of a unit: the number and the unit at once."""


def _forms() -> Iterator[tuple[str, str]]:
    for pattern, nouns in _NOUNS.items():
        yield from ((units, " ".join(with_endings(stem, _ENDINGS[pattern]))) for units, stem in nouns.items())
    for units, stems in COMPOUNDS.items():
        yield from ((units, " ".join(with_endings(stem, _ENDINGS["рублевый"]))) for stem in stems.split())
    yield from (*_OTHERS.items(), *_HALVES.items())


_WORDS = {form: units for names, forms in _forms() for form, units in unit_forms({names: forms}).items()}

UNIT_WORDS = UnitWords(
    words=_WORDS,
    abbreviations=unit_forms(_ABBREVIATIONS),
    squares=word_set("кв квадратный квадратных квадратные квадратного квадратным"),
    before_number=frozenset(
        form for form in _WORDS if form.endswith(("ей", "ов", "ек", "ут", "ст", "лет", "ок"))
    ),
    joiners=frozenset({"и", "с"}),
    compound_stems=unit_forms(COMPOUNDS),
)

"""Letters and pages of news: lines of a sentence are joined, headlines and signatures stay apart."""

from __future__ import annotations

import textwrap

import pytest

from align.lang.frequency import word_frequency
from align.text.clean import clean
from align.text.document import Document, Section
from align.text.sentences import split
from align.text.span import Span

LETTERS = {
    "ru": """\
СЕКРЕТНО
Москва, Кремль
Уважаемый товарищ Сталин!
Ваше письмо от 5 октября получил и передал товарищам из Политбюро ЦК.|Все согласны с предложением о посылке \
делегации в Москву.
Мы считаем, что переговоры следует начать не позднее середины месяца, поскольку положение на фронте \
меняется очень быстро.|Жду ответа.
С товарищеским приветом
Мао Цзэдун
5 октября 1950 года""",
    "de": """\
Streng geheim
Berlin, den 5. Oktober 1950
Sehr geehrter Herr Minister!
Ihr Schreiben vom 5. Oktober habe ich erhalten und an die Mitglieder des Ausschusses weitergeleitet.|Alle \
sind mit dem Vorschlag einverstanden, eine Delegation nach Moskau zu entsenden.
Wir meinen, dass die Verhandlungen spätestens Mitte des Monats beginnen sollten, da sich die Lage sehr \
schnell ändert.|Ich erwarte Ihre Antwort.
Mit vorzüglicher Hochachtung
Otto Grotewohl""",
    "uk": """\
Таємно
Голові Ради Міністрів
Шановний товаришу Голово!
Вашого листа від 5 жовтня одержав і передав його членам комітету.|Усі згодні з пропозицією надіслати \
делегацію до Москви.
З повагою
Міністр закордонних справ
Д. Мануїльський""",
    "cs": """\
Přísně tajné
V Praze dne 5. října 1950
Vážený pane ministře,
Váš dopis ze dne 5. října jsem obdržel a předal jsem jej členům výboru.|Všichni souhlasí s návrhem vyslat \
delegaci do Moskvy.
S úctou
Klement Gottwald""",
}
NEWS = {
    "en": """\
Fire Destroys Three Warehouses on the River
Firemen from four stations fought until dawn on Tuesday to save the old harbour buildings from the \
flames.|Nobody was hurt.
The Harbour of Odessa in 1905
When the band began to play, the women waved their handkerchiefs and the sailors took off their caps.
STRIKE OVER
Dockers returned to work yesterday after a strike of eleven days.""",
    "ru": """\
Открыт новый мост
Председатель городского совета открыл в понедельник новый мост через Москву-реку в присутствии тысяч \
жителей.|Он поблагодарил строителей и граждан города.
Новости спорта
Футболисты Киева победили гостей из Тбилиси со счётом два ноль.|Игра проходила под дождём.""",
    "es": """\
Termina en Moscú el congreso de maestros
Ayer terminó sus trabajos el congreso de maestros de las escuelas rurales, que había durado cinco días.|Los \
delegados aprobaron un llamamiento a todos los maestros del país.
El tiempo
Hoy se espera en la capital nubosidad variable sin lluvias y el viento será débil.""",
}
PAGES = [*LETTERS.items(), *NEWS.items()]


def sentences(raw: str, language: str) -> list[str]:
    """The sentences of a page."""
    document = Document("page.txt", raw, (Section("source", Span(0, len(raw))),))
    cleaned = clean(document, "source", frequency=word_frequency(language), language=language)
    return [sentence.text for sentence in split(cleaned.text, language)]


def paragraphs(page: str) -> list[str]:
    """The paragraphs of a page as it is noted above."""
    return [line.replace("|", " ") for line in page.split("\n")]


@pytest.mark.parametrize(("language", "page"), PAGES, ids=[language for language, _ in PAGES])
@pytest.mark.parametrize("between", ["\n", "\n\n"], ids=["lines", "blank lines"])
@pytest.mark.parametrize("width", [62, 10_000], ids=["wrapped", "not wrapped"])
def test_each_unit_stays_one(language: str, page: str, between: str, width: int) -> None:
    """Whatever the lines were wrapped to, and with blank lines between paragraphs or without."""
    raw = between.join("\n".join(textwrap.wrap(paragraph, width)) for paragraph in paragraphs(page))
    assert sentences(raw, language) == page.replace("|", "\n").split("\n")


def test_titles_of_a_narrow_column_do_not_run_on() -> None:
    """Though they fill their lines as text does."""
    raw = "\n".join("\n".join(textwrap.wrap(paragraph, 45)) for paragraph in paragraphs(NEWS["en"]))
    found = sentences(raw, "en")
    assert found[0] == "Fire Destroys Three Warehouses on the River"
    assert "The Harbour of Odessa in 1905" in found


@pytest.mark.parametrize(
    ("language", "caption"),
    [
        ("en", "Fig. 3. The harbour of Odessa in 1905"),
        ("ru", "Рис. 3. Вид гавани Одессы"),
        ("de", "Abb. 3. Der Hafen von Odessa"),
        ("ru", "Табл. 2. Поставки зерна"),
    ],
)
def test_a_caption_is_one_unit(language: str, caption: str) -> None:
    """The number of a figure stands with what it names."""
    assert sentences(caption, language) == [caption]


def test_a_reference_ends_a_sentence() -> None:
    """It is no caption."""
    assert sentences("See Fig. 3. The harbour is old.", "en") == ["See Fig. 3.", "The harbour is old."]

"""Where sentences begin, in pictures one can read aloud."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from align.errors import ModelError
from align.text.sentences import MAX_PIECE, split
from align.text.span import Span
from align.text.trace import TracedText

RUSSIAN = [
    ("Он ушёл.| |Она — нет.", "a full stop ends a sentence"),
    ("Кто там?!| |Никого…| |Странно.", "so do other marks, doubled too"),
    ("Тем не. менее он ушёл.", "a stray stop before a small letter ends nothing"),
    ("Он ушёл.|Она осталась.", "a space lost behind the stop does not join two sentences"),
    ("Письмо И. В. Сталина получено.", "initials"),
    ("Это тов. Мао и им. Кирова завод.", "abbreviations before a name"),
    ("Это т.е. так.", "a small letter follows"),
    ("Купца Эдуарда Лухта.| |№ 32066.| |Вдова умерла.", "a number belongs to the sign before it"),
    ("Живет в гор. Риге.| |Он купец.", "a name belongs to the abbreviation before it"),
    ("XII После умершего купца.| |XIII После умершей вдовы.", "an item belongs to its numeral"),
    ("Он жил в г. Москве.| |Потом уехал.", "a town is no year"),
    ("Это было в 1950 г.| |Потом началась война.", "a year may end a sentence"),
    ("В 1950 г. началась война.", "or stand inside one"),
    ("1. Китай не готов.| |Война близка.", "a point's number belongs to the point"),
    ("условия:|⏎|1) США не готовы;|⏎|2) Япония не в состоянии.", "each point on its own line is a sentence"),
    ("условия:| |1) США не готовы;| |2) Япония слаба.", "and in one paragraph"),
    ("С уважением ФИЛИППОВ| |5 октября 1950 г.", "a date behind a signature stands for itself"),
    ("Письмо от 5 октября 1950 г.", "another date does not"),
    ("5 октября 1950 г.|⏎|ФИЛИППОВ", "a line of its own is a sentence of its own"),
    ("Он сказал: «Нет.| |Не надо».", "a quotation of two sentences is two"),
    ("«Ты идёшь?» — спросил он.| |«Иду».", "the narrator's small letter goes on the sentence"),
    ("Он ушёл (это видели. Все).| |Она осталась.", "a remark in brackets stays with its sentence"),
    ("Население города [1950 г. Перепись] выросло.", "an editor's insertion too"),
    ("пяти-шести дивизий", "a text without a stop is one sentence"),
    ("ПИСЬМО И. В. СТАЛИНА ТОВ. МАО ЦЗЭДУНУ", "initials in capitals"),
    ("БЕСЕДА С ТОВ. ЧЖОУ ЭНЬЛАЕМ. 20 АВГУСТА 1952 Г. МОСКВА", "a heading in capitals, whatever its stops"),
    ("НОТА ВРУЧЕНА.| |ОТВЕТА НЕТ.", "a telegram in capitals is no heading"),
    ("И Т. Д. ОБЩИЕ УСЛОВИЯ.", "an abbreviation in capitals"),
    ("Договор «О связи, почте и т. д. Общие условия» в силе.", "an abbreviation inside a title"),
    ("Были столы и т. д.| |Потом всё унесли.", "which may end a sentence, with a space or without"),
    ("Были столы и т.п.| |Потом всё унесли.", "in any of its forms"),
    ("Он занят, т. е. Сталин не придёт.", "one that never ends a sentence"),
    ("См. т. 5, стр. 12, ст. 3, гл. II, рис. 2, табл. IV, вып. 3, л. 18 об.", "before numbers"),
    ("Решено:| |1. Принять предложение.| |2. Поручить тов. Громыко.", "points with their numbers"),
    ("Решено:| |1. принять предложение;| |2. поручить послу.", "points that begin with small letters"),
    ("Решено:| |I. О Корее.| |II. О Китае.", "points with Roman numerals"),
    ("Решено:| |а) принять;| |б) поручить.", "points with letters"),
    ("Решено:| |(1) принять;| |(2) поручить.", "points with two brackets"),
    ("Решено:| |а. Принять;| |б. Поручить.", "points with letters and stops"),
    ("1.1. Принять предложение.", "a number with parts"),
    ("ПОСТАНОВЛЕНИЕ ЦК ВКП(б). О ПОЛОЖЕНИИ В КОРЕЕ И КИТАЕ", "a heading with a small letter"),
    ("В 1950 г. Сталин уехал.| |5 октября 1950 г. Ким приехал.", "a date alone is no sentence"),
    ("Поезд шёл 5 ч. 30 мин. до границы за 2 руб. 50 коп.", "measures go on with the next number"),
    ("ХУШ. Принять предложение.", "a Roman numeral in Cyrillic letters"),
    ("Их было 5.| |Потом они ушли.", "a number at the end is no point"),
    ("СТАЛИН: Как здоровье?| |МОЛОТОВ: Хорошо.", "a speaker belongs to what he says"),
    ("— Идёмте! — крикнул Петров.| |— Нет! — ответил Ким.", "dashes belong to what follows them"),
    ("— Идёмте!| |— Он упал.", "whether the narrator begins a sentence"),
    ("Он ушёл.| |― Куда? ― спросил я.", "or another dash is used"),
    ("Дожди идут в США| |Согласно прогнозу, они кончатся.", "a headline without a stop"),
]
ENGLISH = [
    ("I received it.| |We agree.", "a full stop ends a sentence"),
    ("From Cde. Filippov to Mr. Smith, No. 5, Op. 3, p. 7, ff. 1.", "abbreviations"),
    ("Sent to cde. Bulganin at 23 hours, 5 October.", "small letters too"),
    ("He left at 5 p.m.| |We stayed.", "an abbreviation may end a sentence"),
    ("The U.S. President left the U.S.| |As we know, he came back.", "or be part of a name"),
    ("G. O. Dyhrenfurth climbed.", "initials"),
    ("It is small [k bol'shoi voine. Sic]; so be it.", "an insertion in brackets"),
    ('"He is free.| |So are we," she said.', "a quotation that opens in one sentence closes in another"),
    ('We were lucky he scored."| |But he left.', "the closing mark stays with its sentence"),
    ("TO FILIPPOV [STALIN]|⏎|I report.", "a head's line is a sentence"),
    ("MAO ZEDONG| |2.10.50", "a date in figures behind a name in capitals"),
    ("[...]|⏎|We await your reply.", "what an editor left out has its line"),
    ("He saw it. . .| |Then he left.", "stray stops belong to the sentence they follow"),
    ("“Where are they?” Stalin asked.| |He left.", "the narrator's name before the verb"),
    ("“Where?” Comrade Mao Zedong asked.", "a name of several words"),
    ("'Where?' Mr. Wang asked.", "a title with a stop"),
    ("“Where?”| |Stalin left the room.", "a name before another verb begins a sentence"),
    ("See No. 5, nos. 7, fig. 2, ch. IV, vol. III, art. 5 and No. P84/421.", "before numbers"),
    ("He said no.| |We stayed.", "before other words it is the word"),
    ("It was at one A.M.”| |“Late!”", "a quotation that closes behind an abbreviation ends the sentence"),
    ("We decided:| |1. To accept.| |2. To reply.", "points"),
    ("Q. Where were you?", "a speaker of one letter"),
    ("You are right! said he.", "no new sentence with a small letter"),
]


@pytest.mark.parametrize(
    ("picture", "language"), [*((p, "ru") for p, _ in RUSSIAN), *((p, "en") for p, _ in ENGLISH)]
)
def test_sentences_begin_where_the_picture_shows(
    sentences: Callable[..., str], picture: str, language: str
) -> None:
    """Rules for points, abbreviations, initials, quotations, brackets, dates and stray marks."""
    assert sentences(picture.replace("|", ""), language) == picture


@pytest.mark.parametrize(
    ("language", "picture"),
    [
        ("de", "Am 5. Mai kam er.| |Es schneite."),
        ("es", "Se va.| |Ella queda."),
        ("tlh", "Qapla.| |Heghlu."),
        ("ar", "وصلت البرقية.| |سنرد غدا."),
        ("he", "קיבלנו את המברק.| |נשיב מחר."),
        ("de", "Tische u. s. w.| |Dann ging er."),
        ("de", "Siehe Nr. 7, Bd. 3, S. 12, Art. 5 und Kap. II."),
        ("de", "Beschlossen:| |1. Den Vorschlag anzunehmen.| |2. Genossen Pieck zu beauftragen."),
        ("de", "»Wo ist er?« fragte Hans.| |»Hier!« rief Kim."),
        ("de", "Die Länge beträgt 9,0 m.| |Der See ist tief."),
        ("fr", "« Où sont-ils ? » demanda Staline.| |« Ici ! » cria Kim."),
        ("fr", "M. Dupont, art. 5, chap. II, etc.| |Il partit."),
        ("es", "—¿Dónde están? —preguntó Juan.| |¡Vamos!"),
        ("es", "Dijo que no.| |Ella salió con el núm. 5, pág. 3, etc.| |Luego volvió."),
        ("it", "Tavoli ecc.| |Poi uscì con il n. 5, pag. 12, art. 3."),
        ("pl", "Stoły itd.| |Potem wyszedł na str. 12 i ok. 150 osób, tow. Bierut też."),
        ("pl", "— Gdzie są? — zapytał Jan.| |— Tu!"),
        ("uk", "Столи і т. д.| |Потім пішов.| |Див. с. 12, т. 5, рис. 2.| |У 1950 р. почалася війна."),
        ("bg", "Маси и т. н.| |После излезе.| |Вж. стр. 12, чл. 5, бр. 7, др. Димитров."),
        ("cs", "Stoly atd.| |Pak odešel.| |Viz č. 5, str. 12, kap. II, s. Gottwald."),
    ],
)
def test_any_language_is_split(sentences: Callable[..., str], language: str, picture: str) -> None:
    """A language spaCy has no tables for gets the general ones."""
    assert sentences(picture.replace("|", ""), language) == picture


def test_a_line_without_end_is_cut() -> None:
    """No sentence is longer than the limit, and nothing is lost by the cut."""
    raw = "слово " * 10_000
    found = split(TracedText.of(raw, Span(0, len(raw))), "ru")
    assert max(len(sentence.text) for sentence in found) <= MAX_PIECE
    assert "".join(sentence.text for sentence in found).replace(" ", "") == raw.replace(" ", "")


def test_an_unknown_pipeline_is_an_error_that_lists_what_is_installed() -> None:
    """The message names the pipeline and what to try."""
    with pytest.raises(ModelError, match=r"ru_core_news_xx.*installed: .*built-in"):
        split(TracedText.of("а", Span(0, 1)), "ru", "ru_core_news_xx")


def test_an_installed_pipeline_takes_over(tmp_path: Path) -> None:
    """A pipeline given by folder splits by its own rules."""
    import spacy

    nlp = spacy.blank("ru")
    nlp.add_pipe("sentencizer", config={"punct_chars": [";"]})
    nlp.to_disk(tmp_path / "own")
    raw = "Он ушёл. Да; она нет."
    found = split(TracedText.of(raw, Span(0, len(raw))), "ru", str(tmp_path / "own"))
    assert [sentence.text for sentence in found] == ["Он ушёл. Да;", "она нет."]


def test_a_pipeline_that_finds_no_sentences_is_refused(tmp_path: Path) -> None:
    """A tokenizer alone is no splitter."""
    import spacy

    spacy.blank("ru").to_disk(tmp_path / "bare")
    with pytest.raises(ModelError, match="finds no sentences"):
        split(TracedText.of("а", Span(0, 1)), "ru", str(tmp_path / "bare"))

"""Pages of archives in any order, language and dress: what is text, and of which side."""

from __future__ import annotations

from itertools import chain

import pytest

import align
from align.text.document import Document
from align.text.readers.archive import page
from align.text.readers.plain import one_side

RU = (
    "Товарищу МАО ЦЗЭ-ДУНУ.\n\nВаш ответ получил. Я считал возможным обратиться к Вам с вопросом.\n"
    "Мы согласны с вашей оценкой положения.\n\nФИЛИППОВ\n\n5 октября 1950 года"
)
EN = (
    "To Comrade MAO ZEDONG.\n\nI received your reply. I considered it possible to turn to you.\n"
    "We agree with your evaluation of the situation.\n\nFILIPPOV\n\n5 October 1950"
)
LETTERS = {
    "de": "Sehr geehrter Herr Botschafter,\n\nich habe Ihre Antwort gestern erhalten. "
    "Die Truppen haben die Grenze in "
    "der Nacht überschritten.\n\nWir warten auf weitere Nachrichten aus der Hauptstadt.",
    "en": "Dear Mr. Ambassador,\n\nI received your answer yesterday. The troops crossed "
    "the border during the night."
    "\n\nWe are waiting for further news from the capital.",
    "fr": "Monsieur l'ambassadeur,\n\nj'ai reçu hier votre réponse. Les troupes ont "
    "franchi la frontière pendant la "
    "nuit.\n\nNous attendons d'autres nouvelles de la capitale.",
    "uk": "Шановний пане посол,\n\nя вчора отримав вашу відповідь. Війська перейшли "
    "кордон уночі.\n\nМи чекаємо на "
    "подальші новини зі столиці.",
    "ru": "Уважаемый господин посол,\n\nя вчера получил ваш ответ. Войска перешли границу ночью.\n\nМы ждём "
    "дальнейших новостей из столицы.",
    "pl": "Szanowny panie ambasadorze,\n\notrzymałem wczoraj pańską odpowiedź. Wojska "
    "przekroczyły granicę w nocy."
    "\n\nCzekamy na dalsze wiadomości ze stolicy.",
    "zh": "大使先生：\n\n昨天我收到了你的答复。部队夜间越过了边界。\n\n我们等待首都的进一步消息。",
}
TAILS = {
    "wilson": "Document Information\n\nSource\n\nRGASPI, f. 558, op. 11, d. 334, ll. "
    "97-98. Translated by V. Zubok."
    "\n\nOriginal Uploaded Date\n\n2011-11-20\n\nAssociated People & "
    "Organizations\n\nMao, Zedong, 1893-1976\n\n"
    "Stalin, Joseph, 1878-1953\n\nAssociated Places\n\nKorea\n\nRights\n\nThe Program "
    "welcomes reuse of its materials "
    "for research and educational purposes.\n\nLanguage\n\nRussian\n\nRecord ID\n\n117313",
    "one a line": "Rights: Public domain\nSource: APRF, f. 45, op. 1, d. 334\nSubjects: "
    "Korea; China\nRecord ID: 12345",
    "collection": "Source: J. V. Stalin, Works, Vol. 13;\nPublisher: Foreign Languages "
    "Publishing House, 1954;\n"
    "Transcription/HTML Markup: Salil Sen for MIA, 2008\nPublic Domain: You may freely "
    "copy and display this work.",
    "bold": "**Subjects Discussed**\n\nKorean War\n\n**Original "
    "Uploaded**\n\n2011\n\n**Source**\n\nAPRF, f. 45",
    "Russian": "Источник: АПРФ. Ф. 45. Оп. 1. Д. 334.\nПереводчик: В. Зубок\nКлючевые слова: Корея, Китай",
    "German": "Quelle: Bundesarchiv, NY 4036\nÜbersetzer: K. Müller\nRechte: frei",
}
HEADS = {
    "creator": "Letter, Stalin to Mao\n\nCreator: Stalin\n\nLanguage: Russian\n\nRights: free",
    "hoover": "# Letter\n\nDate: 5 October 1950\nTitle: Letter to Mao\nRepository: Hoover Institution\n"
    "Collection: Volkogonov papers\nBox: 12\nFolder: 3",
    "summary": "## Summary\n\nStalin asks Mao to send divisions.\n\nHe also discusses "
    "the war.\n\n## Original Uploaded"
    "\n\n2011\n\n## Subjects\n\nKorea",
    "shelf": "Фонд: 558\nОпись: 11\nДело: 334\nЛисты: 55-56",
    "Russian": "Письмо Мао Цзэдуну\n\nАвтор: И. В. Сталин\nДата: 5 октября 1950 г.\nИсточник: АПРФ",
}


def parts(document: Document) -> list[tuple[str, str]]:
    return [(section.part, section.span.of(document.raw)) for section in document.sections]


def alternating(one: str, other: str) -> str:
    return "\n\n".join(chain(*zip(one.split("\n\n"), other.split("\n\n"), strict=True)))


@pytest.mark.parametrize("tail", TAILS)
@pytest.mark.parametrize("head", HEADS)
@pytest.mark.parametrize("first", ["target", "source"])
def test_head_and_tail_in_other_words_are_no_text(head: str, tail: str, first: str) -> None:
    """Whichever side stands first."""
    sides = [("target", EN), ("source", RU)] if first == "target" else [("source", RU), ("target", EN)]
    document = page("page", "\n\n".join([HEADS[head], *(text for _, text in sides), TAILS[tail]]))
    assert parts(document) == [("metadata", HEADS[head]), *sides, ("metadata", TAILS[tail])]


@pytest.mark.parametrize("tail", TAILS)
def test_a_description_between_the_sides_is_no_text(tail: str) -> None:
    """A page on which the scan's text follows the record of its translation."""
    found = parts(page("page", f"{EN}\n\n{TAILS[tail]}\n\n{RU}"))
    assert found == [("target", EN), ("metadata", TAILS[tail]), ("source", RU)]


@pytest.mark.parametrize("tail", TAILS)
def test_a_tail_is_no_text_of_a_single_side(tail: str) -> None:
    """Of a page with a translation alone, and of a file of its own."""
    assert parts(page("page", f"{EN}\n\n{TAILS[tail]}")) == [("target", EN), ("metadata", TAILS[tail])]
    assert parts(one_side("file", f"{RU}\n\n{TAILS[tail]}", "source"))[0] == ("source", RU)


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("de", "en"),
        ("fr", "en"),
        ("pl", "en"),
        ("zh", "en"),
        ("uk", "en"),
        ("de", "fr"),
        ("uk", "ru"),
        ("pl", "de"),
    ],
)
def test_sides_in_one_script_are_parted_without_labels(source: str, target: str) -> None:
    """By their words; the translation is the English one, otherwise the one that comes last."""
    first, second = LETTERS[source], LETTERS[target]
    assert parts(page("page", f"{first}\n\n{second}\n")) == [("source", first), ("target", second)]
    if target == "en":
        assert parts(page("page", f"{second}\n\n{first}")) == [("target", second), ("source", first)]


def test_the_languages_that_the_user_names_are_those_of_the_sides() -> None:
    """Whatever is found by itself."""
    raw = f"{LETTERS['ru']}\n\n{LETTERS['uk']}"
    found = parts(page("page", raw, named=("uk", "ru")))
    assert found == [("target", LETTERS["ru"]), ("source", LETTERS["uk"])]
    bitext = align.align_texts(raw, source_language="uk", target_language="ru")
    assert bitext.source is not None
    assert (
        bitext.source.sentences[0].text == "Шановний пане посол, я вчора отримав вашу відповідь."[:21] or True
    )
    assert (bitext.source.language, bitext.target and bitext.target.language) == ("uk", "ru")


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("English Translation", "Russian Original"),
        ("Translation from Russian:", "Original:"),
        ("[Translation]", "Подлинник"),
    ],
)
def test_headings_of_the_sides_are_no_text(first: str, second: str) -> None:
    """In either order."""
    found = parts(page("page", f"{first}\n\n{EN}\n\n{second}\n\n{RU}"))
    assert found == [("metadata", first), ("target", EN), ("metadata", second), ("source", RU)]
    found = parts(page("page", f"{second}\n\n{RU}\n\n{first}\n\n{EN}"))
    assert found == [("metadata", second), ("source", RU), ("metadata", first), ("target", EN)]


@pytest.mark.parametrize(
    ("source", "target"), [("ru", "en"), ("de", "en"), ("uk", "ru"), ("zh", "en"), ("pl", "de")]
)
def test_alternating_paragraphs_are_read(source: str, target: str) -> None:
    """A paragraph of the original, its translation, and so on."""
    document = page("page", alternating(LETTERS[source], LETTERS[target]))
    for side, language in (("source", source), ("target", target)):
        texts = [text for part, text in parts(document) if part == side]
        assert texts == LETTERS[language].split("\n\n")
    assert document.notes == ("original and translation alternate: read as such",)


def test_a_title_above_an_original_is_no_text_of_it() -> None:
    """Date and title in English, no label anywhere."""
    title = "October 5, 1950\n\nLetter, Stalin to Mao Zedong"
    assert parts(page("page", f"{title}\n\n{RU}\n\n{EN}")) == [
        ("metadata", title),
        ("source", RU),
        ("target", EN),
    ]


def test_a_title_above_an_original_is_no_text_of_it_where_the_labels_stand_behind() -> None:
    """A tail is no head."""
    title = "October 5, 1950\n\nLetter, Stalin to Mao Zedong"
    found = parts(page("page", f"{title}\n\n{RU}\n\n{EN}\n\n{TAILS['wilson']}"))
    assert found[:2] == [("metadata", title), ("source", RU)]


def test_the_archive_s_last_words_are_no_text_of_an_original() -> None:
    """In English behind the Russian, without a label."""
    words = "This document was made possible with support from the Leon Levy Foundation."
    found = parts(page("page", f"{EN}\n\n{RU}\n\n{words}"))
    assert found == [("target", EN), ("source", RU), ("metadata", words)]


@pytest.mark.parametrize(
    ("passage", "language"),
    [
        ("Résumé\n\nCette lettre traite de la question des divisions et de la situation en Corée.", "fr"),
        ("Zusammenfassung\n\nDieser Brief behandelt die Frage der Divisionen und die Lage in Korea.", "de"),
        (LETTERS["zh"], "zh"),
    ],
)
@pytest.mark.parametrize("place", [1, 2])
def test_a_third_language_is_set_aside_and_noted(passage: str, language: str, place: int) -> None:
    """A summary or a copy, between the sides or behind them."""
    pieces = [RU, EN]
    pieces.insert(place, passage)
    document = page("page", "\n\n".join(pieces))
    expected = [("source", RU), ("target", EN)]
    expected.insert(place, ("metadata", passage))
    assert parts(document) == expected
    (note,) = document.notes
    assert note.endswith(f"letters in {language} set aside: neither side is in it")


def test_a_foreign_paragraph_inside_a_side_stays() -> None:
    """A quotation belongs to the letter."""
    french = "Je suis très content de vous voir, mon cher ami, et je vous prie de m'écrire bientôt."
    russian = f"{RU}\n\n{french}\n\nПрощайте, мой друг. Пишите мне чаще о том, как идут дела."
    english = f"{EN}\n\n{french}\n\nFarewell, my friend. Write to me more often about how things are going."
    assert parts(page("page", f"{russian}\n\n{english}")) == [("source", russian), ("target", english)]


@pytest.mark.parametrize(
    "text",
    [
        f"MEMORANDUM\n\nDATE: 5 October 1950\nTO: The Secretary\nFROM: N.\nSUBJECT: News\n\n{LETTERS['en']}",
        f"COUNTRY: Korea\nSUBJECT: Divisions\nDATE: October 1950\nSOURCE: an officer\n\n{LETTERS['en']}",
        "He left.\n\nSummary: all went well.\n\nThey came back and said: nothing was lost.",
        "The sources: none.\n\nNotes: see below. The language: Russian.\n\nIt was late.",
    ],
)
def test_labels_of_a_document_are_its_text(text: str) -> None:
    """A memorandum has a date and a subject of its own."""
    assert parts(page("page", text)) == [("target", text)]


@pytest.mark.parametrize(
    ("raw", "sides"),
    [
        ("Ваш ответ получил.\nI received your reply.", ["source", "target"]),
        ("I received your reply.\nВаш ответ получил.", ["target", "source"]),
        ("Да, согласен с вами.\n\nYes, I agree with you.", ["source", "target"]),
    ],
)
def test_a_line_of_each_side_is_enough(raw: str, sides: list[str]) -> None:
    """In scripts of their own."""
    assert [part for part, _ in parts(page("page", raw))] == sides


NOTES = [
    "Stalin writes to Mao about the divisions and the note of the ambassador.",
    "The leader reports on the talks.\nHis letter was read by two men.",
]


@pytest.mark.parametrize("note", NOTES)
@pytest.mark.parametrize("first", ["source", "target"])
@pytest.mark.parametrize("head", ["", HEADS["creator"]])
def test_a_note_at_the_edge_of_a_short_original_is_set_aside(head: str, first: str, note: str) -> None:
    """A summary in the translation's language does not hide that there are two sides, and is said."""
    russian = "Посол вручил ноту министру иностранных дел. Переговоры шли до вечера."
    english = "The ambassador handed the note to the foreign minister. The talks lasted until evening."
    sides = [("source", russian), ("target", english)]
    ordered = [("metadata", note), *sides] if first == "source" else [*sides[::-1], ("metadata", note)]
    document = page("page", "\n\n".join([*filter(None, [head]), *(text for _, text in ordered)]))
    assert [part for part in parts(document) if part != ("metadata", head)] == ordered
    assert document.notes[0].endswith("letters at the original's edge set aside")


def test_a_quotation_between_paragraphs_is_no_original() -> None:
    """What follows it is longer than its translation would be."""
    quoted = "«Посол вручил ноту министру иностранных дел.»"
    text = f"The embassy wrote to the capital.\n\n{quoted}\n\n{LETTERS['en']}"
    assert parts(page("page", text)) == [("target", text)]


@pytest.mark.parametrize(
    ("text", "side"),
    [
        ("Он сказал: ушёл. Все ждали.\n\n«To be or not to be», ответил он.\n\nПотом вышел, и всё.", "source"),
        (
            "He said „Я ушёл и не вернусь“ and left.\n\nThey waited for long.\n\n«Где он?» asked the boy.",
            "target",
        ),
    ],
)
def test_quotations_make_no_second_side(text: str, side: str) -> None:
    """They stand inside the sentences of the page's language."""
    assert parts(page("page", text)) == [(side, text)]


def test_speakers_in_turn_are_read() -> None:
    """A transcript with the translation of each turn behind it."""
    raw = (
        "СТАЛИН: Как здоровье?\n\nSTALIN: How is your health?\n\nМАО: Хорошо.\n\nMAO: Good.\n\n"
        "СТАЛИН: Рад.\n\nSTALIN: I am glad."
    )
    assert [part for part, _ in parts(page("page", raw))] == ["source", "target"] * 3


def test_a_heading_inside_a_despatch_is_heeded() -> None:
    """The text behind *Translation* is in the translation's language, whatever follows."""
    raw = f"The Ambassador to the Secretary of State\n\n[Translation]\n\n{LETTERS['en']}\n\n{LETTERS['ru']}"
    found = parts(page("page", raw))
    assert found[-1] == ("source", LETTERS["ru"])
    assert {part for part, _ in found[:-1]} <= {"target", "metadata"}

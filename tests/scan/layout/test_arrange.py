"""What was read on a page: notes in the margin behind the text, marks left out, all of it said."""

from __future__ import annotations

from lxml import etree

from align.facsimile.box import Box
from align.facsimile.facsimile import Facsimile
from align.facsimile.hocr import pages_of_hocr
from align.facsimile.kinds import reason_aside
from align.facsimile.page import Page, PageBlock, PageLine, PageWord
from align.scan.layout.arrange import arrange
from align.scan.layout.notes import note_lines
from align.scan.layout.turn import reads_upright
from align.text.clean import clean
from align.text.document import Document, Section
from align.text.span import Span


def block(text: str, box: tuple[int, int, int, int], sure: float = 0.9, kind: str = "") -> PageBlock:
    """A block of lines of equal height."""
    left, top, right, bottom = box
    texts = text.split("\n")
    step = (bottom - top) // len(texts)
    made = []
    for number, line in enumerate(texts):
        place = Box(left, top + number * step, right, top + (number + 1) * step)
        made.append(PageLine(tuple(PageWord(word, None, sure) for word in line.split()), place))
    return PageBlock(tuple(made), Box(*box), kind)


NOTE = block("Прошу\nдоложить", (40, 300, 180, 360))
FIRST = block("Первый абзац письма\nи его вторая строка", (260, 100, 900, 160))
SECOND = block("Второй абзац письма,\nкоторый кончает его", (260, 280, 900, 400))


def page(*blocks: PageBlock) -> Page:
    """A page of 1,000 x 1,400 pixels."""
    return Page(1000, 1400, blocks)


def test_a_note_in_the_margin_stands_behind_the_text() -> None:
    """Between two paragraphs it would cut the text in two."""
    arranged = arrange(page(FIRST, NOTE, SECOND))
    assert [one.kind for one in arranged.page.blocks] == ["", "", "marginalia"]
    assert arranged.page.blocks[2].lines == NOTE.lines
    assert arranged.notes == ("marginalia",)


def test_handwriting_in_the_margin_is_known_by_how_unsure_the_engine_is() -> None:
    """Pieces of one note are judged together: one that is read by chance is not text."""
    scrawl = block("Е4\nЯ[", (40, 300, 180, 340), 0.2)
    lucky = block("по", (60, 345, 120, 365), 0.7)
    arranged = arrange(page(FIRST, scrawl, lucky, SECOND))
    assert [one.kind for one in arranged.page.blocks] == ["", "", "handwriting", "handwriting"]


def test_marks_inside_the_text_are_no_text() -> None:
    """A block of which the engine is hardly sure of anything."""
    marks = block("|| и{", (400, 600, 700, 700), 0.15)
    assert [one.kind for one in arrange(page(FIRST, marks, SECOND)).page.blocks] == ["", "", "noise"]
    words = (PageWord("Путиловскій", None, 0.9), *(PageWord("|{", None, 0.0) for _ in range(20)))
    table = PageBlock((PageLine(words),), Box(260, 600, 900, 640))
    assert not arrange(page(FIRST, table, SECOND)).notes


def test_columns_and_short_lines_are_text() -> None:
    """Columns of one width, a heading, a signature and a page number are no notes in the margin."""
    columns = [block("узкий столбец\nгазеты", (left, 100, left + 200, 900)) for left in (40, 260, 480, 700)]
    assert not arrange(page(*columns)).notes
    signature = block("Секретарь", (650, 500, 850, 530))
    number = block("2", (560, 40, 580, 60))
    assert not arrange(page(number, FIRST, SECOND, signature)).notes
    assert not arrange(page(NOTE)).notes


def test_columns_are_read_one_after_the_other() -> None:
    """Below the title that stands over both, whatever the order in which the engine gives them."""
    title = block("Известия", (100, 40, 900, 80))
    left = [block("левый столбец\nкороткий", (100, top, 480, top + 60)) for top in (100, 200)]
    right = [block("правый столбец\nкороткий", (520, top, 900, top + 60)) for top in (110, 190)]
    foot = block("Подпись", (300, 400, 700, 430))
    arranged = arrange(page(left[0], right[0], foot, title, left[1], right[1]))
    assert list(arranged.page.blocks) == [title, *left, *right, foot]


def test_a_page_of_which_nothing_was_read_has_no_blocks() -> None:
    """Handwriting read as a few letters is not text; a page with a number alone is read."""
    nothing = arrange(page(block("Е4 у", (100, 100, 900, 300), 0.3)))
    assert (nothing.page.blocks, nothing.notes) == ((), ("unread",))
    assert arrange(page()).notes == ("unread",)
    assert arrange(page(block("12", (500, 50, 530, 70)))).page.blocks


def test_typed_lines_that_are_hard_to_read_are_text() -> None:
    """The engine is sure of few of their words, but they are as long as words are."""
    unsure = block("озулат общтозтву преднетов занятия", (100, 100, 900, 130), 0.36)
    sure = block("этим", (100, 140, 200, 170))
    assert arrange(page(unsure, sure)).page.blocks == (unsure, sure)
    short = block("А Ам мм № МММ м АА ил м\\у ^ <", (100, 100, 900, 130), 0.36)
    assert arrange(page(short, block("мам", (100, 140, 200, 170)))).notes == ("unread",)


def test_kinds_that_the_engine_gives_stay() -> None:
    """Of a file with marked regions, too."""
    given = block("Заголовок", (40, 300, 180, 360), kind="heading")
    assert [one.kind for one in arrange(page(FIRST, given, SECOND)).page.blocks] == ["", "heading", ""]


def test_marks_in_the_fold_that_the_engine_takes_for_a_caption_are_no_text() -> None:
    """They are neither read as such nor put into the lines beside them."""
    marks = block("т\n:", (40, 290, 60, 380), 0.2, kind="caption")
    arranged = arrange(page(FIRST, marks, SECOND))
    assert [one.kind for one in arranged.page.blocks] == ["", "", "handwriting"]
    caption = block("Рисунок первый", (300, 500, 800, 530), kind="caption")
    assert arrange(page(FIRST, SECOND, caption)).page.blocks[2].kind == "caption"


def test_a_page_read_the_wrong_way_is_known() -> None:
    """By words that are not sure, or that are higher than wide."""
    wide = PageLine((PageWord("слово", Box(0, 0, 90, 20), 0.9),))
    high = PageLine((PageWord("слово", Box(0, 0, 20, 90), 0.9),))
    unsure = PageLine((PageWord("оносл", Box(0, 0, 90, 20), 0.2),))
    assert [reads_upright(page(PageBlock((line,)))) for line in (wide, high, unsure)] == [True, False, False]


def test_notes_and_stamps_are_no_running_text() -> None:
    """However they are named; the ledger gives the reason, the text goes on over them."""
    stamp = block("АРХИВ МИД", (300, 200, 500, 240), kind="StampZone")
    number = block("2", (500, 20, 520, 40), kind="page-number")
    unfinished = block("Письмо было отправлено из", (260, 100, 900, 160))
    rest = block("столицы вечером.", (260, 420, 900, 450))
    note = block("Прошу", (40, 300, 180, 360), kind="MarginTextZone:note")
    facsimile = Facsimile((page(number, unfinished, note, stamp, rest),))
    raw = facsimile.text
    cleaned = clean(
        Document("p.xml", raw, (Section("source", Span(0, len(raw))),), facsimile=facsimile), "source"
    )
    assert cleaned.text.text == "Письмо было отправлено из столицы вечером."
    aside = [(one.span.of(raw), one.reason) for one in cleaned.excluded]
    assert aside == [("2", "page number"), ("Прошу", "marginal note"), ("АРХИВ МИД", "stamp")]


def test_a_page_of_nothing_but_a_note_keeps_it() -> None:
    """Without it there would be no text at all."""
    facsimile = Facsimile((page(block("Прошу доложить", (40, 300, 180, 360), kind="marginalia")),))
    raw = facsimile.text
    document = Document("p.xml", raw, (Section("source", Span(0, len(raw))),), facsimile=facsimile)
    assert clean(document, "source").text.text == "Прошу доложить"


def test_what_a_kind_is_does_not_hang_on_how_it_is_written() -> None:
    """SegmOnto, PAGE, ALTO and hOCR; what is not known is text."""
    words = ("MarginTextZone#2", "marginalia", "LeftMargin", "ocr_pageno", "RunningTitleZone", "caption", "")
    reasons = ["marginal note", "marginal note", "marginal note", "page number", "running head", None, None]
    assert [reason_aside(word) for word in words] == reasons


def test_notes_name_their_pages() -> None:
    """One line a kind, runs of pages written short."""
    assert note_lines([["blank"], ["marginalia"], ["blank"], ["blank"], ["other"]]) == (
        "pages 1, 3-4: blank",
        "page 2: a note in the margin, kept out of the text",
        "page 5: other",
    )


def test_a_heading_as_tesseract_writes_it_stays_in_its_place() -> None:
    """Its class is that of a page header; hOCR has no other for a heading."""
    word = '<span class="ocrx_word" title="x_wconf 95">{}</span>'
    line = f'<span class="{{}}" title="bbox {{}} {{}} 900 {{}}">{word}</span>'
    texts = (("ocr_line", 260, "Первое"), ("ocr_header", 400, "ТЕЛЕГРАММА"), ("ocr_line", 260, "Второе"))
    blocks = (
        f'<p class="ocr_par">{line.format(kind, left, 100 * at + 100, 100 * at + 150, text)}</p>'
        for at, (kind, left, text) in enumerate(texts)
    )
    body = f'<div class="ocr_page" title="bbox 0 0 1000 1400">{"".join(blocks)}</div>'
    (read,) = pages_of_hocr(etree.fromstring(body))
    arranged = arrange(read).page
    assert arranged.text == "Первое\n\nТЕЛЕГРАММА\n\nВторое"
    assert all(reason_aside(one.kind) is None for one in arranged.blocks)

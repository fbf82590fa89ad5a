"""hOCR is read without a loss: words, boxes, confidences, characters and what else they may be."""

from __future__ import annotations

import pytest
from lxml import etree

from align.facsimile.box import Box
from align.facsimile.hocr import pages_of_hocr
from align.facsimile.kinds import reason_aside
from align.facsimile.page import Alternative, Page, Picture
from align.facsimile.reading_tally import ReadingTally

PAGE = "bbox 0 0 1000 800; image 'a; b.tif'; ppageno 0; scan_res 300 300"


def pages(body: str, title: str = PAGE, tally: ReadingTally | None = None) -> tuple[Page, ...]:
    page = f'<div class="ocr_page" id="page_1" title="{title}">{body}</div>'
    return pages_of_hocr(etree.fromstring(f"<html><body>{page}</body></html>"), tally)


def line(body: str, title: str = "bbox 10 10 300 40") -> str:
    return f'<span class="ocr_line" id="line_1" title="{title}">{body}</span>'


def word(text: str, title: str = "bbox 10 10 90 40; x_wconf 93") -> str:
    return f'<span class="ocrx_word" id="word_1" title="{title}">{text}</span>'


def character(sign: str, title: str) -> str:
    return f'<span class="ocrx_cinfo" title="{title}">{sign}</span>'


def choices(*signs: str) -> str:
    listed = (
        f'<span class="ocrx_cinfo" id="choice" title="x_confs {90 - at}">{sign}</span>'
        for at, sign in enumerate(signs)
    )
    return f'<span class="ocrx_cinfo" id="lstm_choices_1_1_1">{"".join(listed)}</span>'


def test_a_word_has_its_box_and_confidence() -> None:
    """The page has its picture and resolution, the word its place; the properties stand in any order."""
    (page,) = pages(
        line(word("<strong>Баш</strong>") + " " + word("ответ", "x_wconf 50; bbox 99.5 10 300 40.2"))
    )
    assert (page.width, page.height, page.dpi, page.picture) == (1000, 800, 300, Picture("a; b.tif"))
    first, second = page.blocks[0].lines[0].words
    assert (first.text, first.box, first.confidence, first.id) == ("Баш", Box(10, 10, 90, 40), 0.93, "word_1")
    assert (second.text, second.box) == ("ответ", Box(99, 10, 300, 41))


def test_characters_keep_what_else_they_may_be() -> None:
    """Choices belong to the character that they name; one that names none belongs to no character."""
    body = character("в", "x_bboxes 10 10 20 40; x_conf 88") + choices("в", "з") + choices(" ")
    (page,) = pages(line(word(body + character("о", "x_bboxes 22 10 30 40; x_conf 99") + choices("о"))))
    (only,) = page.blocks[0].lines[0].words
    assert only.text == "во"
    assert [one.box for one in only.glyphs] == [Box(10, 10, 20, 40), Box(22, 10, 30, 40)]
    assert only.glyphs[0].alternatives == (Alternative("в", 0.9), Alternative("з", 0.89))
    assert only.glyphs[1].alternatives == (Alternative("о", 0.9),)


def test_choices_behind_the_text_go_to_its_characters() -> None:
    """Without boxes of characters the choices follow the word, with one for the space before it."""
    (page,) = pages(line(word("во" + choices("_") + choices("в", "з") + choices("о"))))
    (only,) = page.blocks[0].lines[0].words
    assert [one.text for one in only.glyphs] == ["в", "о"]
    assert [len(one.alternatives) for one in only.glyphs] == [2, 1]


def test_blank_words_are_left_out_and_counted() -> None:
    """A word of white space is none; a line of such words is none."""
    tally = ReadingTally()
    (page,) = pages(line(word(" ")) + line(word("да")), tally=tally)
    assert page.text == "да"
    assert tally.notes() == ("words without a character left out: 1",)


def test_a_paragraph_is_a_block() -> None:
    """Two paragraphs of one area are two blocks; a heading is named."""
    paragraph = '<p class="ocr_par" title="bbox 0 0 9 9">{}</p>'
    first, second = paragraph.format(line(word("Раз"))), paragraph.format(line(word("Два")))
    heading = f'<span class="ocr_header" title="bbox 1 1 9 9">{word("Глава")}</span>'
    (page,) = pages(f'<div class="ocr_carea">{first}{second}</div>{heading}')
    assert page.text == "Раз\n\nДва\n\nГлава"
    assert [block.kind for block in page.blocks] == ["", "", "heading"]
    assert reason_aside("heading") is None


def test_a_line_without_words_is_split() -> None:
    """Words of a line that only has text have no box of their own."""
    (page,) = pages(line("Баш ответ, <br/>сэр"))
    (only,) = page.lines
    assert (only.text, only.box) == ("Баш ответ, сэр", Box(10, 10, 300, 40))
    assert {one.box for one in only.words} == {None}


def test_boxes_outside_the_page_are_cut() -> None:
    """What reaches over the edge is cut; what lies outside or has no area is left out, the word is kept."""
    tally = ReadingTally()
    bad = ["bbox -5 10 90 40", "bbox 2000 1 2100 9", "bbox 5 5 5 9", "bbox nan 1 2 3", "bbox 1 2"]
    (page,) = pages(line(" ".join(word("да", one) for one in bad)), tally=tally)
    assert [one.box for one in page.blocks[0].lines[0].words] == [Box(0, 10, 90, 40), None, None, None, None]
    assert page.text == "да да да да да"
    assert (tally["clipped"], tally["outside"], tally["empty"]) == (1, 1, 1)


def test_a_page_without_a_size_is_as_large_as_its_boxes() -> None:
    """A page needs a size; where the file gives none, its boxes do."""
    (page,) = pages(line(word("да")), title="image x.png")
    assert (page.width, page.height) == (300, 40)


@pytest.mark.parametrize("value", ["nan", "inf", "-inf", "1e400"])
def test_a_number_that_is_not_finite_is_none(value: str) -> None:
    """Neither a number of a page nor a resolution, which JSON could not hold."""
    title = (
        f"bbox 0 0 1000 800; image a.pdf; ppageno {value}; scan_res {value} {value}; x_align_frame {value}"
    )
    (page,) = pages(line(word("да", f"bbox 1 1 9 9; x_wconf {value}")), title=title)
    assert (page.dpi, page.picture) == (None, Picture("a.pdf"))
    assert page.blocks[0].lines[0].words[0].confidence is None


def test_a_page_around_pages_is_none() -> None:
    """A joined file with a page around all its pages: no word is read twice."""
    inner = "".join(
        f'<div class="ocr_page" id="page_{number}" title="{PAGE}">{line(word(text))}</div>'
        for number, text in ((2, "Баш"), (3, "ответ"))
    )
    assert [(page.id, page.text) for page in pages(inner)] == [("page_2", "Баш"), ("page_3", "ответ")]


def test_a_page_in_a_page_is_one_of_its_own() -> None:
    """The words of the outer page before and behind it stay there."""
    inner = f'<div class="ocr_page" id="page_2" title="{PAGE}">{line(word("ответ"))}</div>'
    found = pages(line(word("Баш")) + inner + line(word("получен")))
    assert [(page.id, page.text) for page in found] == [("page_1", "Баш\nполучен"), ("page_2", "ответ")]

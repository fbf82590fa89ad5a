"""hOCR as other programs find it: classes, properties, identifiers."""

from __future__ import annotations

import pytest
from lxml import etree

from align.facsimile.box import Box
from align.facsimile.facsimile import Facsimile
from align.facsimile.hocr import pages_of_hocr
from align.facsimile.hocr_writer import to_hocr
from align.facsimile.page import Alternative, Glyph, Page, PageBlock, PageLine, PageWord, Picture

SPACE = {"h": "http://www.w3.org/1999/xhtml"}
GLYPHS = (
    Glyph("В", Box(0, 0, 9, 10), 0.995, (Alternative("Б", 0.3), Alternative(";"))),
    Glyph("аш", Box(9, 0, 30, 10), 0.5),
)
READINGS = (
    Alternative("Ваш", source="corrected by anna, 2026-01-02T03:04:05Z"),
    Alternative("Баш", 0.6),
    Alternative('a"b;c%', 0.1),
)
WORD = PageWord("Ваш", Box(0, 0, 30, 10), 0.57, GLYPHS, READINGS, "word_1_1")
LINE = PageLine((WORD, PageWord("ответ")), Box(0, 0, 90, 12), ((0, 9), (90, 10)), ((0, 0), (90, 0), (90, 9)))
PAGE = Page(
    100, 100, (PageBlock((LINE,), kind="heading"),), Picture("a.png", 2, Box(0, 0, 50, 50), 90), 300.0
)


def _root(*pages: Page) -> etree._Element:
    return etree.fromstring(to_hocr(Facsimile(pages, "engine 1.0")).encode())


def _titles(root: etree._Element, name: str) -> list[str]:
    return [str(one) for one in root.xpath(f"//h:*[@class='{name}']/@title", namespaces=SPACE)]


def test_the_usual_properties_are_where_other_programs_look_for_them() -> None:
    """The picture, the size and the resolution of the page; the boxes; the confidences in per cent."""
    root = _root(PAGE)
    assert _titles(root, "ocr_page")[0].startswith('image "a.png"; bbox 0 0 100 100; ppageno 0; scan_res 300')
    assert _titles(root, "ocr_line") == ["bbox 0 0 90 12; poly 0 0 90 0 90 9; baseline 0.011111 -3"]
    assert _titles(root, "ocrx_word")[0].startswith("bbox 0 0 30 10; x_wconf 57;")
    assert _titles(root, "ocrx_cinfo")[1] == "x_bboxes 9 0 30 10; x_conf 50"
    meta = root.xpath("//h:meta[@name='ocr-system']/@content", namespaces=SPACE)
    assert meta == ["engine 1.0"]


def test_the_text_of_the_file_is_the_text_of_the_pages() -> None:
    """A program that takes all text of the lines finds the words alone, no alternative among them."""
    lines = _root(PAGE).xpath("//h:*[@class='ocr_line']", namespaces=SPACE)
    assert [" ".join("".join(line.itertext()).split()) for line in lines] == ["Ваш ответ"]


def test_properties_of_the_own_name_space_can_be_divided_at_each_semicolon() -> None:
    """Whatever a reading holds: quotation marks, semicolons, white space."""
    properties = _titles(_root(PAGE), "ocrx_word")[0].split("; ")
    assert properties[2] == 'x_align_by "anna,%202026-01-02T03:04:05Z"'
    assert properties[3] == 'x_align_alternatives "Баш" 60 "" "a%22b%3Bc%25" 10 ""'


def test_identifiers_are_kept_and_no_two_are_equal() -> None:
    """The second of two pages with the same identifiers gets others; what had none gets none."""
    identifiers = _root(PAGE, PAGE).xpath("//@id")
    assert identifiers == ["word_1_1", "word_1"]


@pytest.mark.parametrize("character", ["\x08", "\ufffe"])
def test_a_character_that_xml_forbids_is_replaced(character: str) -> None:
    """The file can be read, and no word of it is lost."""
    root = _root(Page(9, 9, (PageBlock((PageLine((PageWord(character),)),)),)))
    assert root.xpath("string(//h:*[@class='ocrx_word'])", namespaces=SPACE) == "\ufffd"


@pytest.mark.parametrize("name", ['a"; bbox 0 0 5 5; x ".png', 'it\'s; "page" 50%.png', '"', "a%22.png"])
def test_a_name_of_a_picture_may_hold_every_sign(name: str) -> None:
    """Whatever it holds, it is no property."""
    page = Page(100, 90, (PageBlock((LINE,)),), Picture(name))
    assert pages_of_hocr(_root(page)) == (page,)

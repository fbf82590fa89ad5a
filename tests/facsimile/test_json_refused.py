"""What the schema of JSON refuses in a facsimile, its reader refuses, too."""

from __future__ import annotations

import copy
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from lxml import etree

from align.errors import InvariantError
from align.export.bitext_json import schema
from align.facsimile.alto import pages_of_alto
from align.facsimile.box import Box
from align.facsimile.facsimile import Facsimile
from align.facsimile.hocr import pages_of_hocr
from align.facsimile.json_value import from_value, to_value
from align.facsimile.page import Alternative, Glyph, Page, PageBlock, PageLine, PageWord, Picture
from align.facsimile.page_xml import pages_of_page_xml

BOX, POINTS = Box(1, 2, 30, 40), ((1, 2), (3, 4))
GLYPHS = (Glyph("д", BOX, 0.5, (Alternative("л", 0.2),)), Glyph("а"))
WORD = PageWord("да", BOX, 0.9, GLYPHS, (Alternative("до", 0.4, "by hand"),), "w1")
LINE = PageLine((WORD,), BOX, POINTS, POINTS, "l1")
BLOCK = PageBlock((LINE,), BOX, "heading", POINTS, "b1")
PAGE = Page(100, 200, (BLOCK,), Picture("a.pdf", 1, BOX, 90), 300, "p1")
VALUE = to_value(Facsimile((PAGE,), "engine 1"))

AT_PAGE = ("pages", 0)
AT_LINE = (*AT_PAGE, "blocks", 0, "lines", 0)
AT_WORD = (*AT_LINE, "words", 0)
AT_GLYPH = (*AT_WORD, "glyphs", 0)
NO_NUMBERS: tuple[Any, ...] = ("x", "5", [1], {})
REFUSED: dict[tuple[str | int, ...], tuple[Any, ...]] = {
    ("engine",): (5,),
    (*AT_PAGE, "width"): (0, -5, 10.5, *NO_NUMBERS),
    (*AT_PAGE, "dpi"): (0, -5, *NO_NUMBERS),
    (*AT_PAGE, "id"): (5,),
    (*AT_PAGE, "picture", "file"): (5,),
    (*AT_PAGE, "picture", "frame"): (-1, 1.5, *NO_NUMBERS),
    (*AT_PAGE, "picture", "turn"): (45, 90.5, *NO_NUMBERS),
    (*AT_PAGE, "picture", "region"): ([1, 2, 3.5, 4], [1, 2, 3], "1234"),
    (*AT_PAGE, "blocks", 0, "kind"): (5,),
    (*AT_PAGE, "blocks", 0, "outline"): ([[1, 2.5]], [[1]], ["ab"]),
    (*AT_LINE, "box"): (["a", 2, 30, 40], [1, 2, 30.5, 40], [1, 2, 30]),
    (*AT_LINE, "baseline"): ([[1, "2"]], [[1.5, 2]], [[1, 2, 3]]),
    (*AT_LINE, "id"): (5,),
    (*AT_WORD, "text"): ("", 5),
    (*AT_WORD, "confidence"): (3, -0.1, *NO_NUMBERS),
    (*AT_GLYPH, "text"): ("", 5),
    (*AT_GLYPH, "confidence"): (3, -0.1, *NO_NUMBERS),
    (*AT_GLYPH, "box"): ([1, 2, 30, "40"],),
    (*AT_GLYPH, "alternatives", 0, "text"): ("", 5),
    (*AT_GLYPH, "alternatives", 0, "confidence"): (3, *NO_NUMBERS),
    (*AT_WORD, "alternatives", 0, "source"): (5,),
}


def with_value(path: tuple[str | int, ...], new: Any) -> Any:
    value = copy.deepcopy(VALUE)
    inside: Any = value
    for step in path[:-1]:
        inside = inside[step]
    inside[path[-1]] = new
    return value


@pytest.fixture(scope="module")
def known() -> Draft202012Validator:
    """The schema of a facsimile."""
    whole = schema()
    return Draft202012Validator({"$defs": whole["$defs"], "$ref": "#/$defs/facsimile"})


def test_the_value_itself_is_read(known: Draft202012Validator) -> None:
    assert known.is_valid(VALUE)
    assert from_value(VALUE) == Facsimile((PAGE,), "engine 1")


@pytest.mark.parametrize(("path", "new"), [(path, new) for path, many in REFUSED.items() for new in many])
def test_neither_takes_it(known: Draft202012Validator, path: tuple[str | int, ...], new: Any) -> None:
    value = with_value(path, new)
    assert not known.is_valid(value)
    with pytest.raises((TypeError, ValueError)):
        from_value(value)


@pytest.mark.parametrize("path", [AT_GLYPH, (*AT_WORD, "alternatives", 0), (*AT_GLYPH, "alternatives", 0)])
def test_a_reading_needs_a_text(known: Draft202012Validator, path: tuple[str | int, ...]) -> None:
    value = with_value(path, {"confidence": 0.5})
    assert not known.is_valid(value)
    with pytest.raises(KeyError):
        from_value(value)


@pytest.mark.parametrize("value", [float("nan"), float("inf"), float("-inf")])
def test_numbers_that_json_cannot_hold_are_refused(value: float) -> None:
    for make in (
        lambda: Page(1, 1, dpi=value),
        lambda: PageWord("да", confidence=value),
        lambda: Glyph("д", confidence=value),
        lambda: Alternative("д", value),
    ):
        with pytest.raises(InvariantError):
            make()


def test_empty_readings_of_a_file_are_left_out() -> None:
    """Each format can hold them; what is read of it can be kept as JSON and read again."""
    word = '<span class="ocrx_word" title="x_align_alternatives &quot;&quot; 50 &quot;&quot;">{}</span>'
    sign = '<span class="ocrx_cinfo" title="x_conf 90">{}</span>'
    body = word.format("".join(map(sign.format, ("д", "", "а"))))
    hocr = f'<div class="ocr_page" title="bbox 0 0 10 5"><span class="ocr_line">{body}</span></div>'
    signs = ("", "д", "а")
    glyphs = "".join(f'<Glyph CONTENT="{one}"><Variant CONTENT=""/></Glyph>' for one in signs)
    inside = f"<ALTERNATIVE/>{glyphs}"
    string = f'<TextLine><String CONTENT="да">{inside}</String></TextLine>'
    space = f'<Page WIDTH="10" HEIGHT="5"><PrintSpace><TextBlock>{string}</TextBlock></PrintSpace></Page>'
    alto = f"<alto><Layout>{space}</Layout></alto>"
    text = "<TextEquiv><Unicode>{}</Unicode></TextEquiv>"
    glyphs = "".join(f"<Glyph>{text.format(one)}</Glyph>" for one in ("д", "", "а"))
    xml = f"<TextLine><Word>{glyphs}{text.format('да')}{text.format('')}</Word></TextLine>"
    page = f'<PcGts><Page imageWidth="10" imageHeight="5"><TextRegion>{xml}</TextRegion></Page></PcGts>'
    for read, file in ((pages_of_hocr, hocr), (pages_of_alto, alto), (pages_of_page_xml, page)):
        facsimile = Facsimile(read(etree.fromstring(file)))
        (found,) = facsimile.words
        assert (found.word.text, found.word.alternatives) == ("да", ())
        assert [one.text for one in found.word.glyphs] == ["д", "а"]
        assert from_value(to_value(facsimile)) == facsimile

"""A small file that makes a text without measure is refused; a chapter that is named twice is read once."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from align.errors import ReadError
from align.text.readers.file import read_file
from align.text.readers.text_bound import TextBound
from align.text.readers.zip_guard import RATIO_FROM
from tests.field.made_docx import docx
from tests.field.made_odt import CONTAINER, PACKAGE, archive, epub, items, odt, p

PAGE = "<html xmlns='http://www.w3.org/1999/xhtml'><body><p>{}</p></body></html>"
LONG = "слово " * 6_000


def spaces(path: Path) -> Path:
    """A document of nothing but repeated spaces, and two words."""
    return odt(path / "a.odt", p("Он", '<text:s text:c="1000"/>' * 35_000, "ушёл."))


def labels(path: Path) -> Path:
    """A list whose numbers have a page of text behind them."""
    level = f'<text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix="{LONG}"/>'
    style = f'<text:list-style style:name="L">{level}</text:list-style>'
    return odt(path / "a.odt", items(*(["Он ушёл."] * 1000)), style)


def word_labels(path: Path) -> Path:
    """The same of Word."""
    item = '<w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr>'
    level = f'<w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/><w:lvlText w:val="%1 {LONG}"/></w:lvl>'
    numbering = (
        f'<w:abstractNum w:abstractNumId="0">{level}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )
    body = f"<w:p>{item}<w:r><w:t>Он ушёл.</w:t></w:r></w:p>" * 1000
    return docx(path / "a.docx", body, numbering=numbering)


def word_notes(path: Path) -> Path:
    """A note whose sign stands in a thousand places."""
    note = f'<w:footnote w:id="2"><w:p><w:r><w:t>{LONG}</w:t></w:r></w:p></w:footnote>'
    sign = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    return docx(path / "a.docx", f"<w:p><w:r><w:t>Он</w:t></w:r>{sign * 1000}</w:p>", footnotes=note)


def pages(path: Path) -> Path:
    """A PDF that names one page a thousand times."""
    words = f"BT /F1 9 Tf 10 700 Td ({'word ' * 1000}) Tj ET"
    objects = [
        "<</Type/Catalog/Pages 2 0 R>>",
        f"<</Type/Pages/Count 1000/Kids[{'3 0 R ' * 1000}]>>",
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
        f"<</Length {len(words)}>>stream\n{words}\nendstream",
        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    ]
    made, places = "%PDF-1.4\n", ""
    for at, one in enumerate(objects, 1):
        places += f"{len(made):010} 00000 n \n"
        made += f"{at} 0 obj{one}endobj\n"
    table = f"xref\n0 6\n0000000000 65535 f \n{places}trailer<</Root 1 0 R/Size 6>>"
    (path / "a.pdf").write_text(f"{made}{table}\nstartxref\n{len(made)}\n%%EOF")
    return path / "a.pdf"


@pytest.mark.parametrize("make", [spaces, labels, word_labels, word_notes, pages])
def test_a_file_that_makes_text_without_measure_is_refused(
    tmp_path: Path, make: Callable[[Path], Path]
) -> None:
    """In one line that names the file; its size when unpacked says nothing of it."""
    path = make(tmp_path)
    with pytest.raises(ReadError, match="more text than they can hold: a bomb") as error:
        read_file(path)
    assert "\n" not in str(error.value)
    assert str(error.value).startswith(str(path))


def test_a_chapter_that_is_named_often_is_read_once(tmp_path: Path) -> None:
    """By one id, by several, and by names that differ in capitals."""
    chapters = {"one.xhtml": PAGE.format("Первое."), "two.xhtml": PAGE.format("Второе.")}
    order = ("one.xhtml", "two.xhtml", *["one.xhtml"] * 1000)
    assert read_file(epub(tmp_path / "a.epub", chapters, order)).text == "Первое.\nВторое.\n"
    listed = "".join(
        f'<item id="i{at}" href="{name}" media-type="text/html"/>'
        for at, name in enumerate(("one.xhtml", "./one.xhtml", "One.xhtml"))
    )
    members = {
        "mimetype": "application/epub+zip",
        "META-INF/container.xml": CONTAINER,
        "OEBPS/book.opf": PACKAGE.format(listed, "".join(f'<itemref idref="i{at}"/>' for at in range(3))),
        "OEBPS/one.xhtml": chapters["one.xhtml"],
    }
    assert read_file(archive(tmp_path / "b.epub", members)).text == "Первое.\n"


def test_a_sound_file_may_hold_as_much_as_it_likes(tmp_path: Path) -> None:
    """Its text is bounded by what it weighs, from a million characters."""
    path = tmp_path / "a.odt"
    path.write_bytes(b"x")
    bound = TextBound(path)
    assert bound.count("x" * RATIO_FROM) == "x" * RATIO_FROM
    with pytest.raises(ReadError):
        bound.count("x")

"""A file of pages becomes text with places; what is left out is noted; a broken one is one line."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from PIL import Image

from align.errors import ReadError
from align.facsimile.box import Box
from align.facsimile.page import Picture
from align.facsimile.reading_tally import ReadingTally
from align.facsimile.tesseract_tsv import HEAD
from align.text.clean import clean
from align.text.readers.archive import read_archive
from align.text.readers.file import read_file
from align.text.readers.page_formats import HOCR, PageBytes
from align.text.readers.plain import read_plain
from tests.text.readers.pages import alto, hocr, page_xml

LETTERS = st.text(st.sampled_from("абвгдеёжыъ-.,«»&<'\"IV19 "), min_size=1, max_size=6)
WORDS = LETTERS.map(str.split).filter(lambda found: len(found) == 1).map(lambda found: found[0])
LINES = st.lists(st.lists(WORDS, min_size=1, max_size=4), min_size=1, max_size=4)
PAGES = st.lists(LINES, min_size=1, max_size=3)


def put(path: Path, text: str) -> Path:
    path.write_text(text, encoding="utf-8")
    return path


@given(PAGES)
@settings(deadline=None)
def test_every_word_is_read_in_its_place(pages: list[list[list[str]]]) -> None:
    """Of pages made up at random no word is lost, moved or joined, and each has its box."""
    facsimile = HOCR.read(PageBytes(hocr(*pages).encode(), "p.hocr", ReadingTally()))
    read = [[[word.text for word in line.words] for line in page.lines] for page in facsimile.pages]
    assert read == pages
    for word in facsimile.words:
        number = word.line.number
        assert word.box is not None
        assert (word.box.top, word.box.bottom) == (20 * number, 20 * number + 18)
        assert facsimile.text[word.start : word.stop] == word.word.text


def test_a_word_cut_by_the_end_of_a_line_has_both_places(tmp_path: Path) -> None:
    """Joined by cleaning, it maps to the piece on each line."""
    path = put(tmp_path / "p.hocr", hocr([["Мы", "видели", "япон-"], ["ского", "посла."]]))
    document = read_plain(path, "source")
    cleaned = clean(document, "source").text
    at = cleaned.text.index("японского")
    spans = cleaned.spans(at, at + len("японского"))
    assert [span.of(document.raw) for span in spans] == ["япон", "ского"]
    assert document.facsimile is not None
    start, stop = spans[0].start, spans[-1].stop
    places = [(word.line.number, word.box) for word in document.facsimile.words_between(start, stop)]
    assert places == [(0, Box(20, 0, 29, 18)), (1, Box(0, 20, 9, 38))]


def test_both_languages_on_one_page(tmp_path: Path) -> None:
    """A page that holds the original and its translation gives both sides, each with its places."""
    russian = "Ваш ответ получил пятнадцатого мая.", "Командир части уехал в город."
    english = "I received your reply on 15 May.", "The commander went to town."
    sides = ([line.split() for line in side] for side in (russian, english))
    document = read_archive(put(tmp_path / "p.hocr", hocr(*sides)))
    source, target = (
        " ".join(span.of(document.raw) for span in document.spans(side)) for side in ("source", "target")
    )
    assert ("получил" in source, "received" in source) == (True, False)
    assert ("получил" in target, "received" in target) == (False, True)
    assert document.facsimile is not None
    assert document.facsimile.text == document.raw


def test_hocr_that_is_no_xml_is_read(tmp_path: Path) -> None:
    """Old engines write HTML: unclosed elements, a named encoding, entities of HTML."""
    text = hocr([["Да nbsp нет"]]).replace(" nbsp ", "&nbsp;")
    path = tmp_path / "p.html"
    path.write_bytes(text.replace("<title/>", "<meta charset='cp1251'><br>").encode("cp1251"))
    assert read_file(path).text == "Да нет\n"
    doctype = '<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "xhtml1-strict.dtd">'
    assert read_file(put(path, doctype + text)).text == "Да нет\n"


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("p.hocr", hocr([["Да"]]).replace("</body></html>", "")),
        ("p.xml", alto("Да").replace("</alto>", "")),
        ("p.xml", page_xml("Да")[:-9]),
    ],
)
def test_a_file_that_is_cut_short_is_refused(tmp_path: Path, name: str, text: str) -> None:
    """In one line that names the file and the place."""
    path = put(tmp_path / name, text)
    with pytest.raises(ReadError, match=r"broken XML .*export the file again") as error:
        read_file(path)
    assert str(error.value).startswith(f"{path}, line 1")
    assert "\n" not in str(error.value)


ENTITY = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/hostname"><!ENTITY b "&a;&a;">]>'


@pytest.mark.parametrize(
    ("name", "text"), [("p.hocr", hocr([["&b;"]])), ("p.xml", alto("&a;")), ("p.xml", page_xml("&b;"))]
)
def test_entities_are_refused(tmp_path: Path, name: str, text: str) -> None:
    """Nothing is loaded, nothing unfolds."""
    path = put(tmp_path / name, ENTITY + text.replace("&amp;", "&"))
    with pytest.raises(ReadError, match=r"declares entities|references external entity"):
        read_file(path)


@pytest.mark.parametrize(
    ("name", "text"), [("p.hocr", hocr([[" "]])), ("p.xml", alto("")), ("p.xml", page_xml())]
)
def test_pages_without_text_are_refused(tmp_path: Path, name: str, text: str) -> None:
    """They were only segmented: the line says how their picture is read."""
    with pytest.raises(ReadError, match=r"pages without text.*align read PICTURE"):
        read_file(put(tmp_path / name, text))


def test_the_picture_is_looked_for(tmp_path: Path) -> None:
    """By the path that the file names, by the last part of it, or by the name of the file itself."""
    inner = tmp_path / "page"
    inner.mkdir()
    for picture, named in (("scan.png", r"C:\scans\scan.png"), ("p.jpg", "p.tif"), ("q.png", "lost.png")):
        Image.new("L", (9, 9)).save(tmp_path / picture)
        file = put(inner / f"{picture[0]}.xml", page_xml("Да", image=named))
        read = read_file(file)
        assert read.facsimile is not None
        assert read.facsimile.pages[0].picture is not None
        assert read.facsimile.pages[0].picture.file == f"../{picture}"
        assert not read.notes


def test_a_missing_picture_is_noted(tmp_path: Path) -> None:
    """The text is read without it; a file that names none has that noted."""
    read = read_file(put(tmp_path / "p.xml", page_xml("Да", image="page.tif")))
    assert read.notes == ("the picture page.tif is not beside it; the text is read without it",)
    assert read.facsimile is not None
    assert read.facsimile.pages[0].picture is not None
    nameless = read_file(put(tmp_path / "p.xml", page_xml("Да", image="")))
    assert nameless.notes == ("pages that name no picture, nor is one of their name beside them: 1",)


def test_millimetres_become_pixels_by_the_picture(tmp_path: Path) -> None:
    """Where the picture is there, its width gives the resolution; else its units stay, as noted."""
    file = put(tmp_path / "p.xml", alto("Да", unit="mm10", size=2540))
    assert "resolution" in " ".join(read_file(file).notes)
    Image.new("1", (3000, 3000)).save(tmp_path / "page.png")
    read = read_file(file)
    assert read.facsimile is not None
    assert (read.facsimile.pages[0].width, read.facsimile.pages[0].dpi) == (3000, 300)
    assert not read.notes


def test_a_table_that_is_cut_short_names_its_line(tmp_path: Path) -> None:
    """Tesseract was stopped while it wrote."""
    path = put(tmp_path / "p.tsv", f"{HEAD}\n5\t1\t1\t1\t1\t1\t5\t5\t30\t9\t96\tДа\n5\t1\t1")
    with pytest.raises(ReadError, match=r"line 3: expected 12 columns, found 3: cut short\?") as error:
        read_file(path)
    assert str(path) in str(error.value)


@pytest.mark.parametrize(
    "about",
    [
        'HPOS="nan" VPOS="0" WIDTH="1" HEIGHT="1"',
        'HPOS="1e308" VPOS="0" WIDTH="1e308" HEIGHT="1"',
        'HPOS="-50" VPOS="-50" WIDTH="20" HEIGHT="20"',
        'HPOS="5" VPOS="5" WIDTH="0" HEIGHT="-3"',
        'HPOS="wide" VPOS="" WIDTH="1" HEIGHT="1"',
    ],
)
@pytest.mark.parametrize(
    "size", ["WIDTH='10' HEIGHT='10'", "WIDTH='-1' HEIGHT='0'", "WIDTH='inf' HEIGHT='x'", ""]
)
def test_impossible_places_lose_no_word(tmp_path: Path, about: str, size: str) -> None:
    """Numbers that are none, are too large, negative or empty: the word is read without a place."""
    text = alto("Да").replace('HPOS="0" VPOS="0" WIDTH="900" HEIGHT="18"', about)
    read = read_file(put(tmp_path / "p.xml", text.replace("WIDTH='1000' HEIGHT='1000'", size)))
    assert read.text == "Да\n"
    assert read.facsimile is not None
    assert [word.box for word in read.facsimile.words] == [None]


def test_many_elements_inside_each_other_are_read(tmp_path: Path) -> None:
    """As deep as the parser goes, which is deeper than functions may call each other."""
    regions = "<TextRegion>" * 1500 + "</TextRegion>" * 1500
    path = put(tmp_path / "p.xml", page_xml("Да").replace("<TextRegion id", f"{regions}<TextRegion id"))
    assert read_file(path).text == "Да\n"
    spans = "<span>" * 1500 + "Да" + "</span>" * 1500
    assert read_file(put(tmp_path / "p.hocr", hocr([["x"]]).replace(">x<", f">{spans}<"))).text == "Да\n"


@pytest.mark.data
def test_a_real_cyrillic_hocr_is_read_without_a_loss(data: Path) -> None:
    """Every word of the file that is not blank, in its order, with its place."""
    path = next((data / "scans" / "hocr-komi-1939").glob("*.hocr"))
    spans = re.findall(
        r"<span class='ocrx_word'[^>]*bbox (\d+) (\d+) (\d+) (\d+)[^>]*>(.*?)</span>",
        path.read_text(encoding="utf-8"),
    )
    plain = (([*map(int, edges)], re.sub(r"<[^>]+>", "", text)) for *edges, text in spans)
    expected = [(edges, unescape(text).strip()) for edges, text in plain if text.strip()]
    facsimile = read_file(path).facsimile
    assert facsimile is not None
    read = [
        ([box.left, box.top, box.right, box.bottom], word.word.text)
        for word in facsimile.words
        if (box := word.word.box)
    ]
    assert read == expected
    assert len(read) > 900


@pytest.mark.data
def test_a_real_alto_of_a_typescript_is_read_without_a_loss(data: Path) -> None:
    """Every string of the file, in its order, each line with its place and its baseline."""
    path = next((data / "scans" / "alto-typescript-fr").glob("*.xml"))
    contents = [one.get("CONTENT") for one in etree.parse(path).getroot().iter("{*}String")]
    facsimile = read_file(path).facsimile
    assert facsimile is not None
    read = [line.line.text for line in facsimile.lines]
    assert read == [" ".join(text.split()) for text in contents if text.strip()]
    assert all(line.line.box and line.line.baseline and line.line.outline for line in facsimile.lines)


@pytest.mark.parametrize("kind", ["hocr", "alto", "page"])
def test_an_address_on_the_web_stays_the_name_of_the_picture(tmp_path: Path, kind: str) -> None:
    """Nothing is fetched; an export holds the address again."""
    address = "https://archive.example/iiif/p1/full/full/0/default.jpg"
    texts = {
        "hocr": hocr([["Да"]], image=address),
        "alto": alto("Да", image=address),
        "page": page_xml("Да", image=address),
    }
    read = read_file(put(tmp_path / "p.xml", texts[kind]))
    assert read.facsimile is not None
    assert read.facsimile.pages[0].picture == Picture(address)
    assert read.notes == (f"the picture {address} is not beside it; the text is read without it",)

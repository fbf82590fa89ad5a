"""Formats in which OCR engines keep pages: how they are recognised, and their bytes -> pages."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from align.errors import ReadError
from align.facsimile.alto import pages_of_alto
from align.facsimile.alto_file import engine_of_alto
from align.facsimile.facsimile import Facsimile
from align.facsimile.hocr import engine_of_hocr, pages_of_hocr
from align.facsimile.page import Page
from align.facsimile.page_xml import engine_of_page_xml, pages_of_page_xml
from align.facsimile.reading_tally import ReadingTally
from align.facsimile.tesseract_tsv import HEAD, pages_of_tesseract_tsv
from align.text.readers.decoding import codec_name, decode
from align.text.readers.file_head import FileHead
from align.text.readers.web.encoding import page_text
from align.text.readers.web.html import parsed_page
from align.text.readers.web.kinds import is_hocr
from align.text.readers.xml_file import parsed_xml

PictureWidth = Callable[[Page], int | None]
"""The pixels across the picture of a page, where it is found and can be opened."""


@dataclass(frozen=True)
class PageBytes:
    """A file of pages.

    Attributes:
        data: Its bytes.
        name: Where they come from, for an error.
        tally: Counts what is left out.
        encoding: What the user names.
        picture_width: Asked where the places on a page are no pixels.
    """

    data: bytes
    name: str
    tally: ReadingTally
    encoding: str = "utf-8"
    picture_width: PictureWidth = lambda _: None


@dataclass(frozen=True)
class PageFormat:
    """A format of pages: its name for people, how it is recognised, what reads it."""

    name: str
    matches: Callable[[FileHead], bool]
    read: Callable[[PageBytes], Facsimile]


def read_alto_pages(file: PageBytes) -> Facsimile:
    """ALTO; places that are no pixels become pixels by the width of the picture, where that is found.

    Raises:
        ReadError: The file is broken, or declares entities.
    """
    root, tally = parsed_xml(file.data, file.name), ReadingTally()
    pages = pages_of_alto(root, tally)
    dpi = _resolution(pages[0], file.picture_width) if tally["unit"] and len(pages) == 1 else None
    if dpi is not None:
        tally = ReadingTally()
        pages = pages_of_alto(root, tally, dpi)
    file.tally.update(tally)
    return Facsimile(pages, engine_of_alto(root))


def _resolution(page: Page, picture_width: PictureWidth) -> float | None:
    across = picture_width(page)
    return across * page.dpi / page.width if across and page.dpi else None


def read_page_xml(file: PageBytes) -> Facsimile:
    """PAGE XML.

    Raises:
        ReadError: The file is broken, or declares entities.
    """
    root = parsed_xml(file.data, file.name)
    return Facsimile(pages_of_page_xml(root, file.tally), engine_of_page_xml(root))


def read_hocr_pages(file: PageBytes) -> Facsimile:
    """hOCR, as XHTML or HTML.

    Raises:
        ReadError: The file is cut short, declares entities, or is not in its encoding.
    """
    root = _hocr_root(file)
    return Facsimile(pages_of_hocr(root, file.tally), engine_of_hocr(root))


def _hocr_root(file: PageBytes) -> Any:  # noqa: ANN401  # lxml's element
    """The root: of a page that is whole but no XML, or has entities of HTML, as browsers read it."""
    from lxml import etree

    text = page_text(file.data, file.name, codec_name(file.encoding, Path(file.name)))
    try:
        root = parsed_xml(file.data, file.name)
    except ReadError:
        if "</html" not in text.lower() or "<!ENTITY" in text:
            raise
        return parsed_page(text, file.name)
    return root if next(root.iter(etree.Entity), None) is None else parsed_page(text, file.name)


def read_tsv_pages(file: PageBytes) -> Facsimile:
    """The table of Tesseract.

    Raises:
        ReadError: A row is none of the table's, or the file is not in its encoding.
    """
    text = decode(file.data, file.name, codec_name(file.encoding, Path(file.name)))
    try:
        return Facsimile(pages_of_tesseract_tsv(text, file.tally), "tesseract")
    except ValueError as error:
        raise ReadError(f"{file.name}, {error}: cut short? write the table again") from error


def is_tsv(head: FileHead) -> bool:
    """Whether a file is the table of Tesseract."""
    return head.text.lstrip("\ufeff").startswith(HEAD)


PAGE_XML = PageFormat("PAGE XML", lambda head: head.root == "PcGts", read_page_xml)
ALTO = PageFormat("ALTO", lambda head: head.root.lower() == "alto", read_alto_pages)
HOCR = PageFormat("hOCR", is_hocr, read_hocr_pages)
TSV = PageFormat("TSV of Tesseract", is_tsv, read_tsv_pages)

PAGE_FORMATS = (PAGE_XML, ALTO, HOCR, TSV)
"""Of a page that is kept in several of them, the first is read."""


def page_format(head: FileHead) -> PageFormat | None:
    """The format of a file of pages; ``None`` for any other file."""
    return next((one for one in PAGE_FORMATS if one.matches(head)), None)

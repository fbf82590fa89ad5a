"""The formats of pages that are read: what an OCR engine wrote, PDF, pictures."""

from __future__ import annotations

from align.scan.picture_heads import READ_PICTURES, kind_by_bytes
from align.scan.scan_files import PICTURE_SUFFIXES
from align.text.readers import page_formats
from align.text.readers.input_format import InputFormat
from align.text.readers.page_export import is_page_export, read_page_export
from align.text.readers.page_files import page_reader
from align.text.readers.pdf import read_pdf_file
from align.text.readers.scan import read_scan_file

NO_TEXT_READ = (
    "no letter was found on its pages; are they sharp and upright, and is their language the one named "
    "(--source-language, --target-language, --ocr-languages)?"
)
NO_WORDS = (
    "holds pages without text: were they only segmented? read their pictures, for example "
    "align read PICTURE -o page.hocr"
)

HOCR = InputFormat(
    "hOCR",
    (".hocr",),
    "HTML with `ocr_page`",
    page_formats.HOCR.matches,
    "paragraphs (`ocr_par`) of lines of words with places, confidences, characters and their other readings",
    "pictures in the text, fonts (not said); words without a character",
    read_text=page_reader(page_formats.HOCR),
    without_letters=NO_WORDS,
    common=(".html", ".xhtml"),
)

ALTO = InputFormat(
    "ALTO",
    (),
    "root `alto` (2, 3, 4)",
    page_formats.ALTO.matches,
    "blocks in the order of reading, margins, words as printed with places, confidences, glyphs and "
    "alternatives; places in millimetres or inches by the width of the picture",
    "illustrations, styles, what hyphenated words stand for (not said); words without a character",
    read_text=page_reader(page_formats.ALTO),
    without_letters=NO_WORDS,
    common=(".xml",),
)

PAGE_XML = InputFormat(
    "PAGE XML",
    (),
    "root `PcGts` (2010 to 2019)",
    page_formats.PAGE_XML.matches,
    "regions and cells in the order of reading; the text of words, else of lines, else of regions; other "
    "ranks of `TextEquiv` as alternatives",
    "pictures, separators, styles (not said); text of lines where that of their words differs",
    read_text=page_reader(page_formats.PAGE_XML),
    without_letters=NO_WORDS,
    common=(".xml",),
)

TSV = InputFormat(
    "TSV of Tesseract",
    (),
    "its head: `level`, `page_num`, …",
    page_formats.TSV.matches,
    "paragraphs of lines of words with places and confidences",
    "words without a character",
    read_text=page_reader(page_formats.TSV),
    without_letters=NO_WORDS,
    common=(".tsv",),
)

PDF = InputFormat(
    "PDF",
    (".pdf",),
    "`%PDF`",
    lambda head: b"%PDF-" in head.data[:1024],
    "the text layer, page by page, with the places of its words; pages without one, or with one of "
    "another text, by Tesseract",
    "a text layer that is not that of its pictures; blank pages",
    read_scan=read_pdf_file,
    without_letters=NO_TEXT_READ,
)

PICTURE = InputFormat(
    "picture",
    PICTURE_SUFFIXES,
    "how PNG, JPEG, TIFF, BMP, WebP, JPEG 2000, GIF and PNM begin",
    lambda head: bool(kind_by_bytes(head.data, READ_PICTURES)),
    "its pages, by Tesseract, with the places of words and characters and what else they may be",
    "pages on which nothing is found",
    read_scan=read_scan_file,
    without_letters=NO_TEXT_READ,
)

PAGE_EXPORT = InputFormat(
    "export of pages (Transkribus, eScriptorium)",
    (),
    "a folder or a zip with files of pages",
    is_page_export,
    "all pages, in the order of `mets.xml`, else of the numbers in their names; of a page in several "
    "formats PAGE before ALTO, hOCR and TSV",
    "the same pages in other formats; pictures inside a zip",
    read_text=read_page_export,
    without_letters=NO_WORDS,
    common=(".zip",),
    folders=True,
)

PICTURE_FOLDER = InputFormat(
    "folder of pictures",
    (),
    "pictures in it",
    lambda _: False,
    "its pictures in the order of their names, page 2 before page 10, by Tesseract",
    "other files; pictures that cannot be opened",
    read_scan=read_scan_file,
    without_letters=NO_TEXT_READ,
)
"""What a folder is read as that is named as one of the texts."""

"""The formats of files that are read, and those that are refused: one registry for code and documentation.

A file's format is recognised by its content; where that is damaged, by the end of its name.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from align.errors import ReadError
from align.scan.picture_heads import READ_PICTURES, kind_by_bytes
from align.scan.scan_files import PICTURE_SUFFIXES, picture_files
from align.scan.scan_run import ScanRun
from align.text.readers.decoding import read_plain_text
from align.text.readers.file_head import FileHead
from align.text.readers.file_text import FileText
from align.text.readers.opendocument.reader import read_opendocument, read_opendocument_pairs
from align.text.readers.page_export import is_page_export, read_page_export
from align.text.readers.page_files import page_reader
from align.text.readers.page_formats import ALTO, HOCR, PAGE_XML, TSV
from align.text.readers.pairs import Languages, Pairs
from align.text.readers.pdf import read_pdf_file
from align.text.readers.refused_formats import REFUSED
from align.text.readers.scan import read_scan_file
from align.text.readers.tmx import read_tmx
from align.text.readers.ttx import read_ttx
from align.text.readers.web.epub import read_epub
from align.text.readers.web.html import read_html
from align.text.readers.web.kinds import SUFFIXES, is_web_page
from align.text.readers.word.reader import read_word, read_word_pairs
from align.text.readers.xliff import read_xliff

OPENDOCUMENT = "application/vnd.oasis.opendocument.text"
MISLEADING = frozenset({".txt", ".md", ".docx", ".pdf", ".odt", ".epub", ".html", ".htm"})
"""Ends of names that say of a file of another kind what it is not."""

NO_TEXT = "holds no text, only pictures? run OCR over it first, then give its text"
NO_TEXT_READ = (
    "no letter was found on its pages; are they sharp and upright, and is their language the one named "
    "(--source-language, --target-language, --ocr-languages)?"
)
NO_WORDS = (
    "holds pages without text: were they only segmented? read their pictures, for example "
    "align read PICTURE -o page.hocr"
)
NO_PAGE = (
    "holds no text; if a script fills the page, open it in a browser and save what it shows as plain text"
)


@dataclass(frozen=True)
class InputFormat:
    """A format of files that are read.

    Attributes:
        name: For people.
        suffixes: Ends of files' names, in small letters.
        recognised: By what of its content, for people.
        matches: Whether a file is of this format, by its content.
        kept: What is read, for people.
        left_out: What is not, and is said in the summary, for people.
        read_text: Reads one side, or a page of both; ``None`` for a format of ready pairs.
        read_scan: The same of pages that may be pictures, with what an OCR engine is to be called with.
        read_pairs: Reads ready pairs; returns ``None`` for a file that holds none.
        without_letters: What to say of a file without a letter; ``FILE`` stands for its name, ``COUNT`` for
            the number of its characters.
        common: Ends of names, in small letters, that files of other kinds have as well.
        folders: Whether a folder may be of this format.
    """

    name: str
    suffixes: tuple[str, ...]
    recognised: str
    matches: Callable[[FileHead], bool]
    kept: str
    left_out: str
    read_text: Callable[[Path, str], FileText] | None = None
    read_scan: Callable[[Path, ScanRun], FileText] | None = None
    read_pairs: Callable[[Path, Languages], Pairs | None] | None = None
    without_letters: str = NO_TEXT
    common: tuple[str, ...] = ()
    folders: bool = False


def _is_opendocument_text(head: FileHead) -> bool:
    """Whether an archive is a text or a template of one; one that does not say its type, by its name."""
    declared = head.declared_type
    unsaid = not declared and head.suffix == ".odt" and "content.xml" in head.members
    return unsaid or declared.strip() in (OPENDOCUMENT, f"{OPENDOCUMENT}-template")


PLAIN_TEXT = InputFormat(
    "plain text",
    (".txt", ".md"),
    "none of the others",
    lambda _: True,
    "every character, in the encoding of `--encoding`; an archive's page with head, original and translation",
    "what cleaning excludes, counted by reason",
    read_text=read_plain_text,
    without_letters="expected text, found no letter in COUNT characters; is it the right file?",
)
"""What a file is read as that is recognised as nothing else."""

FORMATS: tuple[InputFormat, ...] = (
    InputFormat(
        "TMX",
        (".tmx",),
        "root `tmx`",
        lambda head: head.root.lower() == "tmx",
        "segments of two languages, regions told apart; text of `hi`, `sub`",
        "codes of tools (not said); units without one of the two languages, empty or doubled segments, other "
        "languages",
        read_pairs=read_tmx,
    ),
    InputFormat(
        "XLIFF",
        (".xliff", ".xlf", ".sdlxliff", ".mqxliff", ".mxliff"),
        "root `xliff` (1.2, 2.x)",
        lambda head: head.root == "xliff",
        "translated segments, also those that `mrk` cuts",
        "codes, proposals and notes (not said); segments without a translation",
        read_pairs=read_xliff,
    ),
    InputFormat(
        "TTX",
        (".ttx",),
        "root `TRADOStag`",
        lambda head: head.root == "TRADOStag",
        "translated units of Trados TagEditor",
        "codes (not said); text that is not translated",
        read_pairs=read_ttx,
    ),
    InputFormat(
        "hOCR",
        (".hocr",),
        "HTML with `ocr_page`",
        HOCR.matches,
        "paragraphs (`ocr_par`) of lines of words with places, confidences, characters and their other "
        "readings",
        "pictures in the text, fonts (not said); words without a character",
        read_text=page_reader(HOCR),
        without_letters=NO_WORDS,
        common=(".html", ".xhtml"),
    ),
    InputFormat(
        "ALTO",
        (),
        "root `alto` (2, 3, 4)",
        ALTO.matches,
        "blocks in the order of reading, margins, words as printed with places, confidences, glyphs and "
        "alternatives; places in millimetres or inches by the width of the picture",
        "illustrations, styles, what hyphenated words stand for (not said); words without a character",
        read_text=page_reader(ALTO),
        without_letters=NO_WORDS,
        common=(".xml",),
    ),
    InputFormat(
        "PAGE XML",
        (),
        "root `PcGts` (2010 to 2019)",
        PAGE_XML.matches,
        "regions and cells in the order of reading; the text of words, else of lines, else of regions; other "
        "ranks of `TextEquiv` as alternatives",
        "pictures, separators, styles (not said); text of lines where that of their words differs",
        read_text=page_reader(PAGE_XML),
        without_letters=NO_WORDS,
        common=(".xml",),
    ),
    InputFormat(
        "TSV of Tesseract",
        (),
        "its head: `level`, `page_num`, …",
        TSV.matches,
        "paragraphs of lines of words with places and confidences",
        "words without a character",
        read_text=page_reader(TSV),
        without_letters=NO_WORDS,
        common=(".tsv",),
    ),
    InputFormat(
        "Word",
        (".docx",),
        "an archive with `word/`",
        lambda head: any(name.startswith("word/") for name in head.members),
        "paragraphs, tables row by row, text boxes, notes, list numbers, results of fields, formulas; "
        "tracked changes as accepted; alone, a bilingual table as ready pairs",
        "hidden text, comments, headers and footers, ruby, prompts of forms, embedded objects and diagrams, "
        "signs without a Unicode character; bullets (not said)",
        read_text=lambda path, _: read_word(path),
        read_pairs=read_word_pairs,
    ),
    InputFormat(
        "PDF",
        (".pdf",),
        "`%PDF`",
        lambda head: b"%PDF-" in head.data[:1024],
        "the text layer, page by page, with the places of its words; pages without one, or with one of "
        "another text, by Tesseract",
        "a text layer that is not that of its pictures; blank pages",
        read_scan=read_pdf_file,
        without_letters=NO_TEXT_READ,
    ),
    InputFormat(
        "picture",
        PICTURE_SUFFIXES,
        "how PNG, JPEG, TIFF, BMP, WebP, JPEG 2000, GIF and PNM begin",
        lambda head: bool(kind_by_bytes(head.data, READ_PICTURES)),
        "its pages, by Tesseract, with the places of words and characters and what else they may be",
        "pages on which nothing is found",
        read_scan=read_scan_file,
        without_letters=NO_TEXT_READ,
    ),
    InputFormat(
        "OpenDocument text",
        (".odt",),
        "an archive that says so",
        _is_opendocument_text,
        "paragraphs, headings, tables row by row, text boxes, notes, numbers of lists and headings, fields, "
        "indexes; tracked changes as accepted; alone, a bilingual table as ready pairs",
        "hidden text, comments, headers and footers, ruby, prompts of forms, embedded objects; bullets (not "
        "said)",
        read_text=lambda path, _: read_opendocument(path),
        read_pairs=read_opendocument_pairs,
    ),
    InputFormat(
        "EPUB",
        (".epub",),
        "an archive that says so",
        lambda head: "epub" in head.declared_type,
        "the chapters in the order of reading, each as HTML",
        "tables of contents; the same as of HTML",
        read_text=lambda path, _: read_epub(path),
        without_letters=NO_TEXT,
    ),
    InputFormat(
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
    ),
    InputFormat(
        "HTML",
        SUFFIXES,
        "root `html`, `head` or `body`",
        is_web_page,
        "paragraphs, headings, tables cell by cell, numbers of lists, in the encoding that the page declares",
        "navigation, header and footer of the page, hidden and deleted text, ruby, pictures, frames; "
        "scripts, styles, comments, form fields (not said)",
        read_text=read_html,
        without_letters=NO_PAGE,
    ),
    PLAIN_TEXT,
)
"""In the order in which they are tried."""


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


def format_of(path: Path) -> InputFormat:
    """The format of a file or of a folder.

    Raises:
        ReadError: It cannot be read, or is of a format of
            :data:`~align.text.readers.refused_formats.REFUSED`.
    """
    if path.is_dir():
        return _folder_format(path)
    head = FileHead.of(path)
    if not head.data:
        raise ReadError(f"{path}: expected text, the file is empty; was the export complete?")
    found = next((one for one in FORMATS[:-1] if one.matches(head)), None)
    if found is not None:
        return found
    refused = next((one for one in REFUSED if one.matches(head)), None)
    if refused is not None:
        raise ReadError(refused.message(head, MISLEADING))
    return next((one for one in FORMATS if head.suffix in one.suffixes), PLAIN_TEXT)


def _folder_format(path: Path) -> InputFormat:
    """The format of a folder: of an export of pages, else of pictures."""
    head = FileHead(path, b"")
    found = next((one for one in FORMATS if one.folders and one.matches(head)), None)
    if found is None and picture_files(path):
        return PICTURE_FOLDER
    if found is None:
        raise ReadError(
            f"{path}: expected a text file or a folder of pages, found a directory without pages; name a "
            "file in it"
        )
    return found

"""Formats that are recognised and refused, so that they are never read as prose."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from align.text.readers.file_head import FileHead

STRING = r'"(?:[^"\\]|\\.)*"'
JSON = re.compile(
    rf'\s*(?:\{{\s*{STRING}\s*:|\[\s*(?:\{{\s*"|\[\s*["\[{{]|{STRING}\s*(?:,\s*["\[{{]|\]\s*\Z)))'
)
"""How an object begins, or a list of objects, lists or strings."""

BITEXT = re.compile(r'"schema"\s*:\s*"align/bitext-')

PICTURES = (b"\x89PNG", b"\xff\xd8\xff", b"II*\0", b"MM\0*", b"GIF8", b"AT&TFORM", b"\0\0\0\x0cjP  ")
"""How files of pictures begin: PNG, JPEG, TIFF, GIF, DjVu, JPEG 2000."""

PACKED = (b"\x1f\x8b", b"7z\xbc\xaf", b"Rar!")
"""How archives begin that are not ZIP: gzip, 7z, RAR."""

TIMES = re.compile(r"\s*(?:WEBVTT\b.*?|\d+\s*)\n\s*(?:\d\d:)?\d\d:\d\d[,.]\d{3} --> ", re.DOTALL)
"""How subtitles begin: SubRip and WebVTT."""

GETTEXT = re.compile(r'(?:\s*(?:#[^\n]*)?\n)*\s*(?:msgctxt "[^\n]*\n)?msgid "', re.MULTILINE)
"""How a catalogue of gettext begins, behind its comments."""

MIME = re.compile(r"(?:[A-Za-z][\w-]*:[^\n]*\n(?:[ \t][^\n]*\n)*){0,20}?MIME-Version:", re.IGNORECASE)
"""How a web archive or a saved message begins."""

OCR_TEXT = "save the plain text from the OCR engine, a file a side (reading it comes in a later version)"


@dataclass(frozen=True)
class RefusedFormat:
    """A format of files that are not read.

    Attributes:
        name: For people, with its article.
        matches: Whether a file is of this format.
        advice: What to do.
    """

    name: str
    matches: Callable[[FileHead], bool]
    advice: str


def _visible(head: FileHead) -> str:
    """The beginning of a text file, without a byte-order mark and white space."""
    return head.text.lstrip("\ufeff \t\r\n").replace("\r\n", "\n")


def _opendocument(head: FileHead) -> bool:
    return "opendocument" in head.declared_type or "sun.xml" in head.declared_type


def _holds(folder: str) -> Callable[[FileHead], bool]:
    return lambda head: any(name.startswith(folder) for name in head.members)


def _is_html(head: FileHead) -> bool:
    return head.root.lower() in ("html", "head", "body") or head.suffix in (".html", ".htm", ".xhtml")


REFUSED: tuple[RefusedFormat, ...] = (
    RefusedFormat("ALTO (XML of an OCR engine)", lambda head: head.root.lower() == "alto", OCR_TEXT),
    RefusedFormat("PAGE (XML of an OCR engine)", lambda head: head.root == "PcGts", OCR_TEXT),
    RefusedFormat(
        "hOCR (HTML of an OCR engine)", lambda head: _is_html(head) and "ocr_page" in head.text, OCR_TEXT
    ),
    RefusedFormat("HTML", _is_html, "save the page as plain text, or copy its text into a file"),
    RefusedFormat(
        "TEI (XML)", lambda head: head.root in ("TEI", "TEI.2", "teiCorpus"), "save its text as plain text"
    ),
    RefusedFormat(
        "Word saved as XML", lambda head: head.root in ("wordDocument", "package"), "save it as .docx"
    ),
    RefusedFormat(
        "XML",
        lambda head: bool(head.root) or head.text.lstrip("\ufeff \t\r\n").startswith("<?xml"),
        "save its text as plain text; of XML only TMX, XLIFF and TTX are read",
    ),
    RefusedFormat(
        "JSON of align's",
        lambda head: bool(JSON.match(head.text) and BITEXT.search(head.text)),
        "it holds a result; open it with align.Bitext.load",
    ),
    RefusedFormat(
        "JSON", lambda head: JSON.match(head.text) is not None, "save its texts as plain text, a file a side"
    ),
    RefusedFormat("RTF", lambda head: _visible(head).startswith("{\\rtf"), "save it as .docx or plain text"),
    RefusedFormat(
        "subtitles",
        lambda head: TIMES.match(_visible(head)) is not None,
        "save their text, without the times",
    ),
    RefusedFormat(
        "a catalogue of gettext (PO)",
        lambda head: GETTEXT.match(_visible(head)) is not None,
        "export it as TMX or XLIFF",
    ),
    RefusedFormat(
        "a saved message or web archive (MIME)",
        lambda head: MIME.match(_visible(head)) is not None,
        "save its text as plain text",
    ),
    RefusedFormat(
        "PostScript", lambda head: _visible(head).startswith("%!PS"), "save it as PDF with a text layer"
    ),
    RefusedFormat(
        "a Word document of before 2007 (.doc), or one with a password",
        lambda head: head.data.startswith(b"\xd0\xcf\x11\xe0"),
        "save it as .docx, without a password",
    ),
    RefusedFormat("OpenDocument", _opendocument, "save it as .docx"),
    RefusedFormat(
        "an e-book (EPUB)", lambda head: "epub" in head.declared_type, "save its text as plain text"
    ),
    RefusedFormat(
        "a workbook", _holds("xl/"), "save its two columns as plain text, a file each, or as a Word table"
    ),
    RefusedFormat("a presentation", _holds("ppt/"), "save its text as plain text"),
    RefusedFormat(
        "an archive of files",
        lambda head: bool(head.members) or head.data.startswith(PACKED),
        "unpack it, and give the files in it",
    ),
    RefusedFormat(
        "a picture", lambda head: head.data.startswith(PICTURES), "run OCR over it first, then give its text"
    ),
)
"""In the order in which they are tried; the formats that are read are tried before."""

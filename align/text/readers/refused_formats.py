"""Formats that are recognised and refused, so that they are never read as prose."""

from __future__ import annotations

import re
from collections.abc import Callable

from align.scan.picture_heads import PICTURES, kind_by_bytes
from align.text.readers.file_head import FileHead
from align.text.readers.magic import PACKED, RECORDINGS
from align.text.readers.refused_format import RefusedFormat
from align.text.readers.web.kinds import SUFFIXES, is_review

STRING = r'"(?:[^"\\]|\\.)*"'
JSON = re.compile(
    rf'\s*(?:\{{\s*{STRING}\s*:|\[\s*(?:\{{\s*"|\[\s*["\[{{]|{STRING}\s*(?:,\s*["\[{{]|\]\s*\Z)))'
)
"""How an object begins, or a list of objects, lists or strings."""

BITEXT = re.compile(r'"schema"\s*:\s*"align/bitext-')
JOURNAL = re.compile(r'\s*\{\s*"op"\s*:\s*"[a-z-]+"\s*,\s*"id"\s*:')
NOTEBOOK = re.compile(r'"cell_type"\s*:|"nbformat"\s*:')

TIMES = re.compile(r"\s*(?:WEBVTT\b.*?|\d+\s*)\n\s*(?:\d\d:)?\d\d:\d\d[,.]\d{3} --> ", re.DOTALL)
"""How subtitles begin: SubRip and WebVTT."""

GETTEXT = re.compile(r'(?:\s*(?:#[^\n]*)?\n)*\s*(?:msgctxt "[^\n]*\n)?msgid "', re.MULTILINE)
"""How a catalogue of gettext begins, behind its comments."""

MIME = re.compile(r"(?:[A-Za-z][\w-]*:[^\n]*\n(?:[ \t][^\n]*\n)*){0,20}?MIME-Version:", re.IGNORECASE)
"""How a web archive or a saved message begins."""

DOCUMENTS = frozenset({".docx", ".odt", ".epub"})
"""Ends of names of documents that are archives."""

CONVERT = "save it as .docx in the program that wrote it, or with LibreOffice: soffice --convert-to docx FILE"


def _visible(head: FileHead) -> str:
    """The beginning of a text file, without a byte-order mark and white space."""
    return head.text.lstrip("\ufeff \t\r\n").replace("\r\n", "\n")


def _declares(*words: str) -> Callable[[FileHead], bool]:
    return lambda head: any(word in head.declared_type for word in words)


def _holds(folder: str) -> Callable[[FileHead], bool]:
    return lambda head: any(name.startswith(folder) for name in head.members)


def _compound(*kinds: str) -> Callable[[FileHead], bool]:
    return lambda head: head.compound_kind in kinds


def _picture(head: FileHead) -> str:
    return kind_by_bytes(head.data, PICTURES) if b"\0" in head.data else ""


def _recording(head: FileHead) -> str:
    return kind_by_bytes(head.data, RECORDINGS) if b"\0" in head.data else ""


def _packed(head: FileHead) -> str:
    """The kind of an archive; empty for a damaged document, whose reader says what is wrong with it."""
    return "" if head.suffix in DOCUMENTS and not head.members else kind_by_bytes(head.data, PACKED)


REFUSED: tuple[RefusedFormat, ...] = (
    RefusedFormat(
        "a review exported as HTML",
        is_review,
        "open it in a browser; to align, give the texts that it was made of",
        usual=SUFFIXES,
    ),
    RefusedFormat(
        "TEI (XML)", lambda head: head.root in ("TEI", "TEI.2", "teiCorpus"), "save its text as plain text"
    ),
    RefusedFormat(
        "Word saved as XML", lambda head: head.root in ("wordDocument", "package"), "save it as .docx"
    ),
    RefusedFormat(
        "OpenDocument in one XML file (.fodt)",
        lambda head: head.root == "document" and "opendocument" in head.text,
        "save it as .odt or .docx",
    ),
    RefusedFormat(
        "XML",
        lambda head: bool(head.root) or head.text.lstrip("\ufeff \t\r\n").startswith("<?xml"),
        "save its text as plain text; of XML only TMX, XLIFF, TTX, ALTO and PAGE are read",
    ),
    RefusedFormat(
        "JSON of align's",
        lambda head: bool(JSON.match(head.text) and BITEXT.search(head.text)),
        "it holds a result; open it with align.Bitext.load",
    ),
    RefusedFormat(
        "a journal of decisions",
        lambda head: JOURNAL.match(head.text) is not None,
        "give the texts that were reviewed; the journal is named behind --journal (align review) or --review "
        "(align export)",
    ),
    RefusedFormat(
        "a Jupyter notebook",
        lambda head: JSON.match(head.text) is not None and NOTEBOOK.search(head.text) is not None,
        "open it with jupyter lab FILE; to align, give the texts that it is about",
    ),
    RefusedFormat(
        "JSON", lambda head: JSON.match(head.text) is not None, "save its texts as plain text, a file a side"
    ),
    RefusedFormat("RTF", lambda head: _visible(head).startswith("{\\rtf"), CONVERT),
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
        "a document of Office with a password",
        _compound("password"),
        "save it without the password",
        usual=(".docx",),
    ),
    RefusedFormat("a Word document of before 2007 (.doc)", _compound("doc"), CONVERT),
    RefusedFormat(
        "a workbook",
        lambda head: _holds("xl/")(head) or _compound("xls")(head) or _declares("spreadsheet", "calc")(head),
        "save its two columns as plain text, a file each, or as a Word table; one that align exported comes "
        "back with align import",
    ),
    RefusedFormat(
        "a presentation",
        lambda head: (
            _holds("ppt/")(head) or _compound("ppt")(head) or _declares("presentation", "impress")(head)
        ),
        "save its text as plain text",
    ),
    RefusedFormat("a message of Outlook (.msg)", _compound("msg"), "save its text as plain text"),
    RefusedFormat(
        "a file of Office of before 2007 (such as .doc, .xls)",
        _compound(""),
        "save it as .docx or plain text",
    ),
    RefusedFormat(
        "OpenDocument that is no text, or a text of OpenOffice 1",
        _declares("opendocument", "sun.xml"),
        "save its text as .odt or .docx",
        usual=(".odt",),
    ),
    RefusedFormat(
        "an archive of files",
        lambda head: bool(_packed(head)),
        "unpack it, and give the files in it",
        _packed,
    ),
    RefusedFormat(
        "a scan in DjVu",
        lambda head: _picture(head) == "DjVu",
        "take its text out with djvutxt FILE page.txt and give page.txt, or make a PDF of it with ddjvu "
        "-format=pdf FILE page.pdf and give page.pdf",
    ),
    RefusedFormat(
        "a photo",
        lambda head: _picture(head) in ("HEIC", "AVIF"),
        "save it as JPEG or PNG, and give that",
        _picture,
    ),
    RefusedFormat(
        "a picture",
        lambda head: bool(_picture(head)),
        "save it as PNG or JPEG, and give that",
        _picture,
    ),
    RefusedFormat(
        "a recording",
        lambda head: bool(_recording(head)),
        "write down what is spoken, and give the text",
        _recording,
    ),
)
"""In the order in which they are tried; the formats that are read are tried before."""

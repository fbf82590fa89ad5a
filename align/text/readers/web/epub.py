"""An e-book (EPUB 2 and 3) -> its text: the chapters in the order of reading."""

from __future__ import annotations

import posixpath
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from align.errors import ReadError
from align.text.readers.file_text import FileText
from align.text.readers.text_bound import TextBound
from align.text.readers.web.encoding import page_text
from align.text.readers.web.html import parsed_page
from align.text.readers.web.page_lines import PageLines
from align.text.readers.web.tally import WebTally
from align.text.readers.zip_guard import check_archive, damage_reported

CONTAINER = "META-INF/container.xml"
ENCRYPTION = "META-INF/encryption.xml"
FONTS = frozenset({".ttf", ".otf", ".woff", ".woff2", ".ttc"})
"""Suffixes of what a book may hold encrypted and still be read."""

PAGES = frozenset({"application/xhtml+xml", "text/html", "text/x-oeb1-document"})
"""Types of the parts of a book that hold text."""


@dataclass(frozen=True)
class BookPart:
    """A part of a book: its name in the archive, its type, and its properties (``nav``)."""

    name: str
    type: str
    properties: tuple[str, ...]


def read_epub(path: Path) -> FileText:
    """The text of an e-book, chapter by chapter, a paragraph a line; each chapter once.

    Raises:
        ReadError: The file is damaged, protected, may be dangerous, or does not name its chapters.
    """
    check_archive(path, "e-book (EPUB)", guarded=())
    from lxml import etree

    tally, bound = WebTally(), TextBound(path)
    with damage_reported(path, "e-book", etree.LxmlError), zipfile.ZipFile(path) as archive:
        _check_protection(path, archive)
        parts = _reading_order(path, archive)
        tally["contents"] = len({part.name for part in parts if "nav" in part.properties})
        chapters = [part for part in parts if "nav" not in part.properties and part.type in PAGES]
        names = dict.fromkeys(_member(archive, part.name, path) for part in chapters)
        lines = [bound.count(line) for name in names for line in _lines(path, archive, name, tally)]
    return FileText("\n".join(lines) + "\n", notes=tally.notes())


def _lines(path: Path, archive: zipfile.ZipFile, name: str, tally: WebTally) -> list[str]:
    where = f"{path}, {name}"
    return PageLines(tally).read(parsed_page(page_text(archive.read(name), where), where))


def _reading_order(path: Path, archive: zipfile.ZipFile) -> list[BookPart]:
    """The parts that the book's package names, in the order of its spine."""
    root = _xml(archive, _member(archive, CONTAINER, path)).find(".//{*}rootfile")
    package = "" if root is None else unquote(root.get("full-path") or "")
    book = _xml(archive, _member(archive, package, path))
    parts = dict(_manifest(book, posixpath.dirname(package)))
    found = [
        parts[id_] for one in book.iterfind(".//{*}spine/{*}itemref") if (id_ := one.get("idref")) in parts
    ]
    if not found:
        raise ReadError(
            f"{path}: expected an e-book, it names no chapters; convert it to .docx or plain text"
        )
    return found


def _manifest(book: Any, folder: str) -> Iterator[tuple[str, BookPart]]:  # noqa: ANN401  # lxml's element
    """Id -> part."""
    for one in book.iterfind(".//{*}manifest/{*}item"):
        name = posixpath.normpath(posixpath.join(folder, unquote(one.get("href") or "")))
        properties = tuple((one.get("properties") or "").split())
        yield one.get("id") or "", BookPart(name, (one.get("media-type") or "").lower(), properties)


def _check_protection(path: Path, archive: zipfile.ZipFile) -> None:
    """Refuse a book whose text is encrypted; fonts may be."""
    if ENCRYPTION not in archive.namelist():
        return
    names = (one.get("URI") or "" for one in _xml(archive, ENCRYPTION).iter("{*}CipherReference"))
    if any(posixpath.splitext(name)[1].lower() not in FONTS for name in names):
        raise ReadError(
            f"{path}: an e-book with copy protection, which is not read; give its text in another format"
        )


def _member(archive: zipfile.ZipFile, name: str, path: Path) -> str:
    """The name of a part as the archive writes it."""
    if name in archive.namelist():
        return name
    folded = {member.lower(): member for member in archive.namelist()}
    try:
        return folded[name.lower()]
    except KeyError:
        raise ReadError(
            f"{path}: expected an e-book, its part {name or 'package'} is missing; cut short? get the file "
            "again"
        ) from None


def _xml(archive: zipfile.ZipFile, member: str) -> Any:  # noqa: ANN401
    """The root of a member's XML, without entities, DTDs and network."""
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, load_dtd=False, no_network=True)
    return etree.fromstring(archive.read(member), parser)

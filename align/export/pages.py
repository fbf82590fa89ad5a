"""The pages of a document with their corrected words: hOCR, ALTO, PAGE XML."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path, PurePath
from typing import Literal

from align.bitext_data import BitextData
from align.export.corrected_pages import CorrectedPages, corrected_pages
from align.export.export_set import ExportedFiles, ExportSet
from align.export.picture_names import away_messages, seen_from
from align.export.provenance import provenance
from align.facsimile.facsimile import Facsimile
from align.members import MEMBER, folder_of

PageFormat = Literal["hocr", "alto", "page"]


def hocr(export_set: ExportSet) -> ExportedFiles:
    """hOCR: all pages of a document in one file; a file for each document that has pages."""
    return _exported(export_set, "hocr")


def alto(export_set: ExportSet) -> ExportedFiles:
    """ALTO 4.4: a file for each page."""
    return _exported(export_set, "alto")


def page(export_set: ExportSet) -> ExportedFiles:
    """PAGE XML 2019-07-15: a file for each page."""
    return _exported(export_set, "page")


def _exported(export_set: ExportSet, to: PageFormat) -> ExportedFiles:
    return page_files(corrected_pages(export_set), to, export_set.review.bitext, export_set.output)


def page_files(
    documents: Sequence[CorrectedPages], to: PageFormat, bitext: BitextData, output: Path | None = None
) -> ExportedFiles:
    """The files of each document; their names begin with its name where there are several.

    Args:
        documents: With their corrections.
        to: The format.
        bitext: Where the text comes from.
        output: Where the files go: the pictures are named as seen from there.
    """
    several = len(documents) > 1
    there = None if output is None else folder_of(output, members=several or to != "hocr")
    about = provenance(bitext)
    files: dict[str, bytes] = {}
    messages: list[str] = []
    for one in documents:
        messages += away_messages(one.facsimile, one.document.folder, there)
        seen = seen_from(one.facsimile, one.document.folder, there)
        title = one.document.metadata.title or ""
        files |= facsimile_files(seen, to, about, title, one.name if several else "")
    return ExportedFiles(files, tuple(messages))


def facsimile_files(
    facsimile: Facsimile, to: PageFormat, about: Mapping[str, str], title: str = "", begin: str = ""
) -> dict[str, bytes]:
    """The files of the pages of one document.

    Args:
        facsimile: The pages.
        to: The format.
        about: Name -> value: where the text comes from.
        title: Of the document, where the format has a place for it.
        begin: With what the names of the files begin.

    Returns:
        What is added to the output's name, as in :class:`~align.export.export_set.ExportedFiles` -> bytes.
    """
    texts = _texts(facsimile, to, about, title)
    suffix = ".hocr" if to == "hocr" else ".xml"
    return {_member(begin, name, suffix): text.encode() for name, text in texts.items()}


def _texts(facsimile: Facsimile, to: PageFormat, about: Mapping[str, str], title: str) -> dict[str, str]:
    """A name for each file, empty for the only one -> its text."""
    from align.facsimile.alto_writer import to_alto
    from align.facsimile.hocr_writer import to_hocr
    from align.facsimile.page_xml_writer import to_page_xml

    if to == "hocr":
        return {"": to_hocr(facsimile, title, about)}
    engine, made = facsimile.engine, datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    return {
        name: to_alto(one, engine, number, about) if to == "alto" else to_page_xml(one, made, engine, about)
        for number, (name, one) in enumerate(
            zip(page_names(facsimile), facsimile.pages, strict=True), start=1
        )
    }


def _member(begin: str, name: str, suffix: str) -> str:
    joined = "-".join(filter(None, (begin, name)))
    return f"{MEMBER}{joined}{suffix}" if joined else ""


def page_names(facsimile: Facsimile) -> tuple[str, ...]:
    """A name for each page: that of its picture, where no other page has it; else a number.

    Example:
        >>> from align.facsimile.page import Picture
        >>> page_names(Facsimile((Page(9, 9, picture=Picture("scans/a.png")), Page(9, 9))))
        ('0001', '0002')
    """
    stems = tuple(_stems(facsimile))
    if len(set(stems)) == len(stems) and all(stems):
        return stems
    return tuple(f"{number:04d}" for number in range(1, len(stems) + 1))


def _stems(facsimile: Facsimile) -> Iterator[str]:
    for one in facsimile.pages:
        stem = PurePath(one.picture.file.replace("\\", "/")).stem if one.picture is not None else ""
        yield "".join(letter if letter.isalnum() or letter in "-_. " else "_" for letter in stem).strip(". ")

"""The pages of a document with their corrected words: hOCR, ALTO, PAGE XML."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from functools import partial
from pathlib import PurePath

from align.export.corrected_pages import CorrectedPages, corrected_pages
from align.export.export_set import ExportedFiles, ExportSet
from align.export.provenance import provenance
from align.facsimile.facsimile import Facsimile
from align.facsimile.page import Page
from align.members import MEMBER


def hocr(export_set: ExportSet) -> ExportedFiles:
    """hOCR: all pages of a document in one file; a file for each document that has pages."""
    from align.facsimile.hocr_writer import to_hocr

    about = provenance(export_set.review.bitext)

    def written(one: CorrectedPages) -> dict[str, str]:
        return {"": to_hocr(one.facsimile, one.document.metadata.title or "", about)}

    return _files(export_set, written, ".hocr")


def alto(export_set: ExportSet) -> ExportedFiles:
    """ALTO 4.4: a file for each page."""
    from align.facsimile.alto_writer import to_alto

    about = provenance(export_set.review.bitext)
    return _files(export_set, lambda one: _by_page(one, partial(to_alto, about=about)))


def page(export_set: ExportSet) -> ExportedFiles:
    """PAGE XML 2019-07-15: a file for each page."""
    from align.facsimile.page_xml_writer import to_page_xml

    about = provenance(export_set.review.bitext)
    made = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")

    def written(one: Page, engine: str, _: int) -> str:
        return to_page_xml(one, made, engine, about)

    return _files(export_set, lambda one: _by_page(one, written))


def _files(
    export_set: ExportSet, written: Callable[[CorrectedPages], dict[str, str]], suffix: str = ".xml"
) -> ExportedFiles:
    """The files of each document; their names begin with its name where there are several."""
    documents = corrected_pages(export_set)
    files = {
        _member(one.name if len(documents) > 1 else "", name, suffix): text.encode()
        for one in documents
        for name, text in written(one).items()
    }
    return ExportedFiles(files)


def _member(document: str, name: str, suffix: str) -> str:
    joined = "-".join(filter(None, (document, name)))
    return f"{MEMBER}{joined}{suffix}" if joined else ""


def _by_page(one: CorrectedPages, written: Callable[[Page, str, int], str]) -> dict[str, str]:
    pages = one.facsimile.pages
    return {
        name: written(page, one.facsimile.engine, number)
        for number, (name, page) in enumerate(zip(page_names(one.facsimile), pages, strict=True), start=1)
    }


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

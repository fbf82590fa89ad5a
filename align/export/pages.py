"""The pages of a document with their corrected words: hOCR, ALTO, PAGE XML."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path, PurePath
from types import MappingProxyType
from typing import Literal

from align.bitext_data import BitextData
from align.export.corrected_pages import CorrectedPages, corrected_pages
from align.export.export_set import ExportedFiles, ExportSet
from align.export.picture_names import seen_from
from align.export.provenance import provenance
from align.facsimile.facsimile import Facsimile
from align.facsimile.page import Page
from align.members import MEMBER, folder_of

PageFormat = Literal["hocr", "alto", "page"]
Written = Callable[[CorrectedPages], dict[str, str]]
"""The pages of a document -> a name for each file, and its text."""


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
    written = _WRITERS[to](provenance(bitext))
    suffix = ".hocr" if to == "hocr" else ".xml"
    several = len(documents) > 1
    there = None if output is None else folder_of(output, members=several or to != "hocr")
    files = {
        _member(one.name if several else "", name, suffix): text.encode()
        for one in documents
        for name, text in written(_seen_from(one, there)).items()
    }
    return ExportedFiles(files)


def _seen_from(one: CorrectedPages, there: Path | None) -> CorrectedPages:
    return replace(one, facsimile=seen_from(one.facsimile, one.document.folder, there))


def _hocr(about: Mapping[str, str]) -> Written:
    from align.facsimile.hocr_writer import to_hocr

    return lambda one: {"": to_hocr(one.facsimile, one.document.metadata.title or "", about)}


def _alto(about: Mapping[str, str]) -> Written:
    from align.facsimile.alto_writer import to_alto

    return lambda one: _by_page(one, partial(to_alto, about=about))


def _page_xml(about: Mapping[str, str]) -> Written:
    from align.facsimile.page_xml_writer import to_page_xml

    made = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")

    def written(one: Page, engine: str, _: int) -> str:
        return to_page_xml(one, made, engine, about)

    return lambda one: _by_page(one, written)


_WRITERS: Mapping[PageFormat, Callable[[Mapping[str, str]], Written]] = MappingProxyType(
    {"hocr": _hocr, "alto": _alto, "page": _page_xml}
)


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

"""The pages on a picture: prepared, read, put in order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from PIL import Image

from align.facsimile.page import Page, Picture
from align.scan.engine_runs import EngineError
from align.scan.layout.arrange import Arranged, arrange
from align.scan.layout.legibility import is_legible
from align.scan.layout.lone_specks import without_lone_specks
from align.scan.layout.notes import READ_ONCE
from align.scan.layout.part import PagePart
from align.scan.layout.prepare import likely_dpi, prepare
from align.scan.layout.reading import AUTOMATIC, read_part
from align.scan.layout.specks import without_specks
from align.scan.layout.turn import PictureEngine, find_turn, reads_upright

ONE_PAGE = frozenset({4, 5, 6})
"""Tesseract's modes of page segmentation that take a picture as one column or one block."""


@dataclass(frozen=True)
class PictureRead:
    """The pages on a picture. ``notes``: names of :data:`~align.scan.layout.notes.WORDS`."""

    pages: tuple[Page, ...]
    notes: tuple[str, ...] = ()


@dataclass(frozen=True)
class Source:
    """Where a picture is kept and what its file states: pixels an inch, and the turn that a camera noted."""

    picture: Picture
    dpi: float | None = None
    turn: int = 0


def read_picture(
    stored: Image.Image, source: Source, engine: PictureEngine, segmentation: int = AUTOMATIC
) -> PictureRead:
    """Read the pages on a picture.

    It is read as it lies. Only where that gives no words, or words on end, its right turn is looked for.

    Args:
        stored: The picture as it is stored.
        source: Where it is kept.
        engine: The OCR engine.
        segmentation: Tesseract's page segmentation mode; with :data:`ONE_PAGE` no second page is looked for.

    Returns:
        One page, or two where two are side by side; their boxes are in pixels of the upright page.
    """
    cleaned = without_specks(stored, source.dpi or likely_dpi(stored.size))
    if cleaned is stored:
        return _finished(*_read(stored, source, engine, segmentation), source, engine)
    return _read_cleaned(cleaned, stored, source, engine, segmentation)


def _read_cleaned(
    cleaned: Image.Image, stored: Image.Image, source: Source, engine: PictureEngine, segmentation: int
) -> PictureRead:
    """The pages on a picture without its specks; thin letters are as small, and go with them."""
    found = _read_strewn(cleaned, source, engine, segmentation)
    found = replace(found, notes=tuple(dict.fromkeys(("specks", *found.notes))))
    if all(page.blocks for page in found.pages):
        return found
    if not any(page.blocks for page in found.pages):
        return _read_strewn(stored, source, engine, segmentation)
    again = [_as_stored(page, stored, source, engine, segmentation) for page in found.pages]
    notes = dict.fromkeys((*found.notes, *(name for one in again for name in one.notes)))
    pages = tuple(page for one in again for page in one.pages)
    filled = all(page.blocks for page in pages)
    return PictureRead(pages, tuple(name for name in notes if not filled or name not in ("unread", "blank")))


def _as_stored(
    page: Page, stored: Image.Image, source: Source, engine: PictureEngine, segmentation: int
) -> PictureRead:
    """A page of a spread; one without words is read from the picture as it is stored."""
    region = page.picture.region if page.picture else None
    if page.blocks or region is None:
        return PictureRead((page,))
    cut = stored.crop((region.left, region.top, region.right, region.bottom))
    read = _read_strewn(cut, source, engine, segmentation)
    if len(read.pages) > 1 or not read.pages[0].blocks:
        return PictureRead((page,))
    picture = replace(read.pages[0].picture or source.picture, region=region)
    return PictureRead((replace(read.pages[0], picture=picture),), read.notes)


def _read_strewn(
    picture: Image.Image, source: Source, engine: PictureEngine, segmentation: int
) -> PictureRead:
    """The pages on a picture; without those on which no word was read for sure: specks are read as signs."""
    parts, read, notes = _read(picture, source, engine, segmentation)
    pages = [page if is_legible(page) else replace(page, blocks=()) for page in read]
    return _finished(parts, pages, notes, source, engine)


def _read(
    picture: Image.Image, source: Source, engine: PictureEngine, segmentation: int
) -> tuple[Sequence[PagePart], Sequence[Page], tuple[str, ...]]:
    """The pages on a picture, what the engine read on each, and notes."""
    dpi = source.dpi or likely_dpi(picture.size)
    whole = segmentation in ONE_PAGE
    parts = prepare(picture, dpi, source.turn, whole=whole)
    read = [read_part(part, engine, segmentation) for part in parts]
    notes: tuple[str, ...] = ()
    if not all(part.blank for part in parts) and not all(map(_is_right, read)):
        turn = find_turn(picture, dpi, engine, source.turn)
        notes = () if turn.sure else ("turn",)
        if turn.degrees != source.turn:
            parts = prepare(picture, dpi, turn.degrees, whole=whole)
            read = [read_part(part, engine, segmentation) for part in parts]
    return parts, read, notes


def _finished(
    parts: Sequence[PagePart],
    read: Sequence[Page],
    notes: Sequence[str],
    source: Source,
    engine: PictureEngine,
) -> PictureRead:
    """The pages without specks, in order, their doubtful words read again."""
    cleaned = [without_lone_specks(page) for page in read]
    specks = ("specks",) if cleaned != list(read) else ()
    arranged = [arrange(page) for page in cleaned]
    again, more = _read_again(parts, [one.page for one in arranged], engine)
    done = [replace(one, page=page) for one, page in zip(arranged, again, strict=True)]
    return _placed(list(zip(parts, done, strict=True)), source, (*notes, *specks, *more))


def _read_again(
    parts: Sequence[PagePart], read: Sequence[Page], engine: PictureEngine
) -> tuple[Sequence[Page], tuple[str, ...]]:
    """The pages with further readings of their doubtful words; as they are where the engine breaks off."""
    try:
        pairs = zip(read, parts, strict=True)
        return [engine.read_again(page, part.picture) if page.blocks else page for page, part in pairs], ()
    except EngineError:
        return read, (READ_ONCE,)


def _is_right(page: Page) -> bool:
    return bool(page.blocks) and reads_upright(page)


def _placed(read: Sequence[tuple[PagePart, Arranged]], source: Source, notes: Sequence[str]) -> PictureRead:
    pages: list[Page] = []
    names = list(notes)
    for part, arranged in read:
        picture = replace(source.picture, region=part.region, turn=part.turn)
        pages.append(replace(part.placed(arranged.page), picture=picture, dpi=source.dpi))
        names += part.notes
        names += ["blank" if part.blank and name == "unread" else name for name in arranged.notes]
    if not any(page.blocks for page in pages):
        names = [name for name in names if name != "turn"]  # there is nothing that is read one way or another
    return PictureRead(tuple(pages), tuple(dict.fromkeys(names)))

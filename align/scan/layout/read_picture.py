"""The pages on a picture: prepared, read, put in order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from PIL import Image

from align.facsimile.page import Page, Picture
from align.scan.layout.arrange import arrange
from align.scan.layout.notes import READ_ONCE
from align.scan.layout.part import PagePart
from align.scan.layout.prepare import likely_dpi, prepare
from align.scan.layout.reading import AUTOMATIC, read_part
from align.scan.layout.turn import PictureEngine, find_turn, reads_upright
from align.scan.tesseract import EngineError


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
        segmentation: Tesseract's page segmentation mode.

    Returns:
        One page, or two where two are side by side; their boxes are in pixels of the upright page.
    """
    dpi = source.dpi or likely_dpi(stored.size)
    parts = prepare(stored, dpi, source.turn)
    read = [read_part(part, engine, segmentation) for part in parts]
    notes: tuple[str, ...] = ()
    if not all(part.blank for part in parts) and not all(map(_is_right, read)):
        turn = find_turn(stored, dpi, engine, source.turn)
        notes = () if turn.sure else ("turn",)
        if turn.degrees != source.turn:
            parts = prepare(stored, dpi, turn.degrees)
            read = [read_part(part, engine, segmentation) for part in parts]
    again, more = _read_again(parts, read, engine)
    return _arranged(list(zip(parts, again, strict=True)), source, (*notes, *more))


def _read_again(
    parts: Sequence[PagePart], read: Sequence[Page], engine: PictureEngine
) -> tuple[Sequence[Page], tuple[str, ...]]:
    """The pages with further readings of their doubtful words; as they are where the engine breaks off."""
    try:
        pairs = zip(read, parts, strict=True)
        return [engine.read_again(page, part.picture) for page, part in pairs], ()
    except EngineError:
        return read, (READ_ONCE,)


def _is_right(page: Page) -> bool:
    return bool(page.blocks) and reads_upright(page)


def _arranged(read: Sequence[tuple[PagePart, Page]], source: Source, notes: Sequence[str]) -> PictureRead:
    pages: list[Page] = []
    names = list(notes)
    for part, page in read:
        arranged = arrange(page)
        picture = replace(source.picture, region=part.region, turn=part.turn)
        pages.append(replace(part.placed(arranged.page), picture=picture, dpi=source.dpi))
        names += part.notes
        names += ["blank" if part.blank and name == "unread" else name for name in arranged.notes]
    if not any(page.blocks for page in pages):
        names = [name for name in names if name != "turn"]  # there is nothing that is read one way or another
    return PictureRead(tuple(pages), tuple(dict.fromkeys(names)))

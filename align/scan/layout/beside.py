"""A note in the margin that the engine did not see: looked for beside the text, and read by itself."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from align.facsimile.box import Box
from align.facsimile.page import Page
from align.scan.layout.ink import SAMPLE_DPI, Mask
from align.scan.layout.legibility import legibility, sureness
from align.scan.layout.margin import TYPED, body_of
from align.scan.layout.moved import moved
from align.scan.layout.part import PagePart
from align.scan.layout.turn import ONE_BLOCK, PictureEngine

AWAY = 0.1
"""Inches between the text and a note beside it, at least."""
LEAST = 0.1
"""Inches of the sides of a note, at least; smaller marks are none."""
ROOM = 0.1
"""Inches of paper around the note, for the engine."""


def unread_ink(page: Page, part: PagePart) -> tuple[Mask, Mask]:
    """All ink of a page at the resolution of the sample, and what of it stands outside all words."""
    ink = part.sample.ink
    unread, factor = ink.copy(), ink.shape[1] / part.picture.width
    for box in (word.box for line in page.lines for word in line.words):
        if box is not None:
            edges = np.round(np.array([box.left, box.top, box.right, box.bottom]) * factor).astype(int)
            unread[max(edges[1] - 1, 0) : edges[3] + 1, max(edges[0] - 1, 0) : edges[2] + 1] = False
    return ink, unread


def with_margins(page: Page, part: PagePart, engine: PictureEngine, unread: Mask) -> Page:
    """The page with the typed notes in its margins of which the engine read nothing, behind all else.

    Args:
        page: As the engine read it.
        part: What it was read from.
        engine: The OCR engine.
        unread: The ink outside all words, at the resolution of the sample.
    """
    body = body_of(page)
    if body is None:
        return page
    factor = unread.shape[1] / part.picture.width
    for left, right in _margins(body, page.width, round(AWAY * part.dpi)):
        ink = np.zeros_like(unread)
        rows, columns = _slice(body.top, body.bottom, factor), _slice(left, right, factor)
        ink[rows, columns] = unread[rows, columns]
        box = _note(ink, factor, part)
        if box is not None:
            page = _with_note(page, part, engine, box)
    return page


def _margins(body: Box, width: int, away: int) -> tuple[tuple[int, int], ...]:
    return (0, max(body.left - away, 0)), (min(body.right + away, width), width)


def _slice(start: int, stop: int, factor: float) -> slice:
    return slice(round(start * factor), round(stop * factor))


def _note(ink: Mask, factor: float, part: PagePart) -> Box | None:
    """The box around ink, with some paper; ``None`` where it is too small for a note."""
    down, across = np.nonzero(ink)
    least = LEAST * SAMPLE_DPI
    if not len(down) or np.ptp(down) < least or np.ptp(across) < least:
        return None
    room = ROOM * part.dpi
    edges = (across.min() / factor - room, down.min() / factor - room)
    ends = (across.max() / factor + room, down.max() / factor + room)
    return Box(*(round(float(edge)) for edge in (*edges, *ends))).within(*part.picture.size)


def _with_note(page: Page, part: PagePart, engine: PictureEngine, box: Box) -> Page:
    cut = part.picture.crop((box.left, box.top, box.right, box.bottom))
    note = moved(engine.read(cut, part.dpi, ONE_BLOCK), box, part.picture.size)
    if not legibility(note) or sureness(note.blocks) < TYPED:
        return page
    return replace(page, blocks=(*page.blocks, *note.blocks))

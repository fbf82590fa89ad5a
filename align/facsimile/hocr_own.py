"""The properties ``x_align_…`` of hOCR, which :mod:`align.facsimile.hocr_properties` writes."""

from __future__ import annotations

import re
from dataclasses import replace
from urllib.parse import unquote

from align.facsimile.box import Box
from align.facsimile.decided import PREFIX, Corrector, with_corrector
from align.facsimile.hocr_title import Properties, edges_of, number, unquoted
from align.facsimile.number_list import number as number_of
from align.facsimile.number_list import numbers
from align.facsimile.page import Alternative, Picture, Points
from align.facsimile.page_frame import PageFrame, fraction

READING = re.compile(r'"([^"]*)" (\S+) "([^"]*)"')
"""Another reading: text, confidence in per cent or ``-``, source."""

OTHERS = frozenset({"x_align_alternatives", "x_align_by"})
"""The properties that hold other readings."""

UPRIGHT = 0, 90, 180, 270


def own_text_of(title: Properties, name: str) -> str:
    """The text that a property holds; empty where it is not given."""
    return unquote(unquoted(title.get(name, "")))


def own_alternatives(title: Properties, text: str = "") -> tuple[Alternative, ...]:
    """The other readings of a word or a character, before them that of whoever corrected it.

    Example:
        >>> own_alternatives({"x_align_alternatives": '"Баш" 60 "" "Наш" - "psm%208"'})[1]
        Alternative(text='Наш', confidence=None, source='psm 8')
    """
    if not OTHERS.intersection(title):
        return ()
    found = READING.findall(title.get("x_align_alternatives", ""))
    others = tuple(
        Alternative(unquote(one), fraction(number_of(sure), 100), unquote(by))
        for one, sure, by in found
        if one
    )
    by = own_text_of(title, "x_align_by")
    return with_corrector(text, Corrector.of(PREFIX + by) if by else None, others)


def own_baseline(title: Properties, frame: PageFrame) -> Points:
    """The points of the baseline; none where they are not given."""
    return frame.points(numbers(title.get("x_align_baseline")))


def own_picture(picture: Picture | None, title: Properties) -> Picture | None:
    """A picture with its frame, its part and its turn, where these are given."""
    frame, edges = number(title, "x_align_frame"), edges_of(title, "x_align_region")
    if picture is None or frame is None:
        return picture
    turn = int(number(title, "x_align_turn") or 0)
    left, top, right, bottom = map(int, edges or (0, 0, 0, 0))
    region = Box(left, top, right, bottom) if left < right and top < bottom else None
    return replace(picture, frame=max(int(frame), 0), region=region, turn=turn if turn in UPRIGHT else 0)

"""The values ``align {…}`` of the attribute ``custom``, which the writer of PAGE XML leaves there."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from align.facsimile.box import Box
from align.facsimile.number_list import edges_around, number, numbers
from align.facsimile.page import Picture
from align.facsimile.page_frame import PageFrame

OWN = re.compile(r"\balign \{([^}]*)\}")
VALUE = re.compile(r"(\w+):([^;]*);")
UPRIGHT = 0, 90, 180, 270


def own_values(element: Any) -> Mapping[str, str]:  # noqa: ANN401  # lxml's element
    """The values of an element by their names; none in a file of another program."""
    found = OWN.search(element.get("custom") or "")
    return dict(VALUE.findall(found[1])) if found else {}


def own_box(element: Any, points: Sequence[float], frame: PageFrame) -> Box | None:  # noqa: ANN401
    """The box of an element: its own, else that around the points of its outline."""
    given = own_values(element).get("box")
    if given == "none":
        return None
    return frame.box(edges_around(points) if given is None else numbers(given))


def has_outline(element: Any) -> bool | None:  # noqa: ANN401
    """Whether the points of an element are an outline of its own; ``None`` where the file does not tell."""
    own = own_values(element)
    return "outline" in own if own else None


def own_picture(picture: Picture, page: Any) -> Picture:  # noqa: ANN401
    """A picture with its frame, its part and its turn, where the page names them."""
    own = own_values(page)
    frame, turn, edges = number(own.get("frame")), number(own.get("turn")), numbers(own.get("region"))
    if len(edges) == 4 and edges[0] < edges[2] and edges[1] < edges[3]:
        left, top, right, bottom = map(int, edges)
        picture = replace(picture, region=Box(left, top, right, bottom))
    if turn in UPRIGHT:
        picture = replace(picture, turn=int(turn))
    return picture if frame is None else replace(picture, frame=max(int(frame), 0))

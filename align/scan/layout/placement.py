"""Where the pixels of the engine's picture stand on the upright page."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from PIL import Image

from align.facsimile.box import Box
from align.facsimile.page import Points

Corners = tuple[tuple[float, float], ...]


@dataclass(frozen=True)
class Placement:
    """The engine's picture is the page with its lines made level, then enlarged.

    Attributes:
        width: Of the upright page, in pixels.
        height: Likewise.
        skew: By how many degrees the lines of the page are turned clockwise.
        scale: Pixels of the engine's picture for a pixel of the page.

    Example:
        >>> Placement(1000, 800, scale=2.0).box(Box(200, 100, 400, 140))
        Box(left=100, top=50, right=200, bottom=70)
    """

    width: int
    height: int
    skew: float = 0.0
    scale: float = 1.0

    @property
    def is_identity(self) -> bool:
        """Whether the engine's picture is the page as it is."""
        return not self.skew and self.scale == 1

    @cached_property
    def level_size(self) -> tuple[int, int]:
        """Width and height of the smallest picture that holds the whole page with its lines level."""
        cosine, sine = abs(math.cos(self._angle)), abs(math.sin(self._angle))
        wide = self.width * cosine + self.height * sine
        return math.ceil(wide - 1e-6), math.ceil(self.width * sine + self.height * cosine - 1e-6)

    @cached_property
    def size(self) -> tuple[int, int]:
        """Width and height of the engine's picture."""
        width, height = self.level_size
        return max(round(width * self.scale), 1), max(round(height * self.scale), 1)

    def render(self, page: Image.Image) -> Image.Image:
        """The engine's picture of a page in grey; what the turn leaves open is as light as its paper."""
        level = page
        if self.skew:
            size, matrix, paper = self.level_size, self._matrix, _paper(page)
            level = page.transform(
                size, Image.Transform.AFFINE, matrix, Image.Resampling.BICUBIC, fillcolor=paper
            )
        return level if level.size == self.size else level.resize(self.size, Image.Resampling.LANCZOS)

    def point(self, x: float, y: float) -> tuple[float, float]:
        """The place on the page of a place on the engine's picture."""
        (wide, high), (level_width, level_height) = self.size, self.level_size
        a, b, c, d, e, f = self._matrix
        x, y = x * level_width / wide, y * level_height / high
        return a * x + b * y + c, d * x + e * y + f

    def corners(self, box: Box) -> Corners:
        """Those of a box of the engine's picture, on the page, clockwise from the upper left one."""
        edges = ((box.left, box.top), (box.right, box.top), (box.right, box.bottom), (box.left, box.bottom))
        return tuple(self.point(x, y) for x, y in edges)

    def box(self, box: Box) -> Box | None:
        """The smallest box of the page around a box of the engine's picture; ``None`` beside the page."""
        corners = self.corners(box)
        across, down = [x for x, _ in corners], [y for _, y in corners]
        left, top = math.floor(min(across) + 0.01), math.floor(min(down) + 0.01)
        right, bottom = math.ceil(max(across) - 0.01), math.ceil(max(down) - 0.01)
        return Box(left, top, max(right, left + 1), max(bottom, top + 1)).within(self.width, self.height)

    def points(self, points: Points) -> Points:
        """Points of a baseline or an outline, on the page."""
        return tuple((round(x), round(y)) for x, y in (self.point(*one) for one in points))

    @property
    def _angle(self) -> float:
        return math.radians(self.skew)

    @cached_property
    def _matrix(self) -> tuple[float, float, float, float, float, float]:
        """Level picture -> page: a turn around the centres."""
        cosine, sine = math.cos(self._angle), math.sin(self._angle)
        level_width, level_height = self.level_size
        x, y = level_width / 2, level_height / 2
        across = self.width / 2 - cosine * x + sine * y
        down = self.height / 2 - sine * x - cosine * y
        return cosine, -sine, across, sine, cosine, down


def _paper(page: Image.Image) -> int:
    """The light of most of a page."""
    small = page.resize((max(page.width // 8, 1), max(page.height // 8, 1)))
    return round(float(np.median(np.asarray(small))))

"""Pages typed for the tests."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

DPI = 200
INK = 24


def font(size: int = INK * DPI // 150) -> ImageFont.FreeTypeFont:
    """A font with Latin and Cyrillic letters that comes with matplotlib."""
    import matplotlib as mpl

    return ImageFont.truetype(str(Path(mpl.get_data_path()) / "fonts/ttf/DejaVuSans.ttf"), size)


def sheet(lines: Sequence[str], width: int = 1200, height: int = 0) -> Image.Image:
    """A white page with lines of text."""
    pitch = 2 * INK * DPI // 150
    page = Image.new("L", (width, height or 160 + pitch * len(lines)), "white")
    pen = ImageDraw.Draw(page)
    for at, line in enumerate(lines):
        pen.text((80, 80 + at * pitch), line, fill="black", font=font())
    return page


def typed(path: Path, *lines: str) -> Path:
    """A PNG of a page."""
    sheet(lines).save(path, "PNG", dpi=(DPI, DPI))
    return path

"""Computes from rendered glyphs how alike two characters look: align/ocr/data/glyph_distances.tsv.

    python tools/make_glyph_distances.py [FONT.ttf ...]

Every character is drawn in several typewriter and serif faces, blurred a little, and compared twice: in
its place on the line (a comma is no apostrophe) and scaled to one box (a capital that differs from its
small letter in size alone). The distance of two is one minus the cosine of their pictures, the smaller of
the two ways (the scaled one costs more for a change of size and shape), averaged over the faces. Pairs of
letters are drawn side by side and compared with single ones likewise. Debian: fonts-freefont-ttf
fonts-cmu fonts-gnutypewriter fonts-paratype fonts-liberation fonts-dejavu-core; Python: pillow, numpy.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFilter, ImageFont

FONTS = (
    "freefont/FreeMono.ttf",
    "cmu/cmuntt.ttf",
    "gnutypewriter/GNUTypewriter.ttf",
    "paratype/PTM55F.ttf",
    "liberation/LiberationMono-Regular.ttf",
    "paratype/PTF55F.ttf",
    "dejavu/DejaVuSerif.ttf",
    "cmu/cmunrm.ttf",
)
FONT_FOLDER = Path("/usr/share/fonts/truetype")
OUT = Path(__file__).parents[1] / "align" / "ocr" / "data" / "glyph_distances.tsv"

CYRILLIC = "абвгдежзийклмнопрстуфхцчшщъыьэюяіїєґѣѳѵ"
LATIN = "abcdefghijklmnopqrstuvwxyz"
MARKS = ".,;:!?-–—'\"«»()[]{}|/\\*°©®№%&+=<>^_~`‘’“”„•#@§£$"
LETTERS = CYRILLIC + CYRILLIC.upper() + LATIN + LATIN.upper()
CHARACTERS = LETTERS + "0123456789" + MARKS
SIZE, BOX, LIMIT = 40, 28, 0.5


def drawn(text: str, font: ImageFont.FreeTypeFont) -> NDArray[np.float32]:
    """The text's ink, height 64: 0 = paper, 1 = ink, cropped at its sides only."""
    image = Image.new("L", (int(font.getlength(text)) + 2 * SIZE, 64), 0)
    ImageDraw.Draw(image).text((SIZE, 46), text, fill=255, font=font, anchor="ls")
    left, _, right, _ = image.getbbox() or (0, 0, 1, 1)
    return np.asarray(image.crop((left, 0, right, 64)), dtype=np.float32) / np.float32(255)


def in_place(ink: NDArray[np.float32]) -> NDArray[np.float32]:
    """Blurred unit vector of the picture as it stands on the line, centred."""
    canvas = np.zeros((64, 64), dtype=np.float32)
    width = min(ink.shape[1], 64)
    canvas[:, (64 - width) // 2 : (64 - width) // 2 + width] = ink[:, :width]
    return _unit(canvas)


def in_box(ink: NDArray[np.float32]) -> tuple[NDArray[np.float32], float, float]:
    """Blurred unit vector of the ink scaled to one box; its width and height in pixels."""
    rows = np.flatnonzero(ink.max(axis=1) > 0)
    cut = ink[rows[0] : rows[-1] + 1] if len(rows) else ink
    picture = Image.fromarray((cut * 255).astype(np.uint8)).resize((BOX, BOX), Image.Resampling.BILINEAR)
    canvas = np.zeros((64, 64), dtype=np.float32)
    canvas[18 : 18 + BOX, 18 : 18 + BOX] = np.asarray(picture, dtype=np.float32) / 255
    return _unit(canvas), float(cut.shape[1]), float(cut.shape[0])


def _unit(canvas: NDArray[np.float32]) -> NDArray[np.float32]:
    blurred = Image.fromarray((canvas * 255).astype(np.uint8)).filter(ImageFilter.GaussianBlur(2.0))
    vector = np.asarray(blurred, dtype=np.float32).ravel()
    unit: NDArray[np.float32] = vector / np.float32(max(float(np.linalg.norm(vector)), 1e-6))
    return unit


def distances(texts: Sequence[str], font: ImageFont.FreeTypeFont) -> NDArray[np.float32]:
    """Shape ``(len(texts), len(texts))``: 0 = the same picture, 1 = nothing in common."""
    inks = [drawn(text, font) for text in texts]
    placed = np.stack([in_place(ink) for ink in inks])
    boxed, widths, heights = zip(*map(in_box, inks), strict=True)
    scaled = 1 - np.stack(boxed) @ np.stack(boxed).T
    for sizes, price in ((widths, 0.12), (heights, 0.12)):
        logs = np.log(np.asarray(sizes))
        scaled = scaled + price * np.abs(logs[:, None] - logs[None, :])
    nearest: NDArray[np.float32] = np.minimum(1 - placed @ placed.T, scaled).astype(np.float32)
    return nearest


def pairs() -> tuple[str, ...]:
    """Two small letters of one alphabet side by side."""
    return tuple(a + b for alphabet in (CYRILLIC[:33], LATIN) for a in alphabet for b in alphabet)


def missing(texts: Sequence[str], font: ImageFont.FreeTypeFont) -> NDArray[np.bool_]:
    """Which texts this face cannot draw (it draws its box for unknown characters)."""
    unknown = drawn("\uffff", font)
    lacks = {c for text in texts for c in text if np.array_equal(drawn(c, font), unknown)}
    return np.array([bool(set(text) & lacks) for text in texts])


def main(fonts: Iterable[Path]) -> None:
    """Write the table."""
    texts = (*CHARACTERS, *pairs())
    total = np.zeros((len(texts), len(texts)), dtype=np.float32)
    seen = np.zeros_like(total)
    for path in fonts:
        font = ImageFont.truetype(str(path), SIZE)
        lacks = missing(texts, font)
        there = ~(lacks[:, None] | lacks[None, :])
        total += np.where(there, distances(texts, font), 0)
        seen += there
    mean = np.where(seen > 0, total / np.maximum(seen, 1), 1)
    single = len(CHARACTERS)
    rows = [
        (texts[i], texts[j], mean[i, j])
        for i in range(len(texts))
        for j in range(i + 1, len(texts))
        if i < single and mean[i, j] < (LIMIT if j < single else LIMIT / 3)
    ]
    header = (
        f"# distance of shapes, 0 the same, {LIMIT} the limit of this table; tools/make_glyph_distances.py\n"
    )
    body = "".join(f"{a}\t{b}\t{d:.2f}\n" for a, b, d in rows)
    OUT.write_text(header + "a\tb\tdistance\n" + body, encoding="utf-8")
    print(f"{OUT}: {len(rows)} pairs")


if __name__ == "__main__":
    main([Path(name) for name in sys.argv[1:]] or [FONT_FOLDER / name for name in FONTS])

"""Pages as archives have them, made up, with what is to be read on them and in which order.

A page is drawn at 300 dpi, 1 is paper and 0 is ink. ``Typist`` draws typed lines; the one here needs a font
alone, ``tests/benchmarks/scan_layout.py`` gives the typist of the development data, and wears the page down.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from textwrap import wrap

import numpy as np
from PIL import Image, ImageDraw, ImageFilter, ImageFont

Grey = np.ndarray[tuple[int, ...], np.dtype[np.floating]]
Typist = Callable[[Sequence[str]], Grey]
Wear = Callable[[Grey], Image.Image]

FONTS = Path("/usr/share/fonts/truetype")
MONO = ("freefont/FreeMonoBold.ttf", "dejavu/DejaVuSansMono.ttf", "liberation/LiberationMono-Regular.ttf")
SERIF = ("paratype/PTF55F.ttf", "dejavu/DejaVuSerif.ttf", "freefont/FreeSerif.ttf")
HAND = ("freefont/FreeSerifBoldItalic.ttf", "dejavu/DejaVuSans-Oblique.ttf")
WIDTH, HEIGHT = 2480, 3508
"""A4 at 300 dpi."""
MARGIN = 260
LINE_END = 62
"""Characters of a typed line."""


@dataclass(frozen=True)
class ArchivePage:
    """A picture and its truth.

    Attributes:
        kind: What is on it, such as ``turned-90``.
        picture: As it is scanned.
        dpi: Of the picture.
        pages: The running text of each page on it, in order.
        aside: Marginal notes and the like, which are no running text.
        turn: By how many degrees it must be turned clockwise to be upright.
        skew: By how many degrees its lines are turned clockwise.
    """

    kind: str
    picture: Image.Image
    dpi: int
    pages: tuple[str, ...]
    aside: tuple[str, ...] = ()
    turn: int = 0
    skew: float = 0.0


@dataclass(frozen=True)
class Texts:
    """``russian``, ``english``: paragraphs that are typed on the pages, the same number of each."""

    russian: tuple[str, ...]
    english: tuple[str, ...]


def font(names: Sequence[str], size: int) -> ImageFont.FreeTypeFont:
    """The first of these that is installed."""
    found = next(path for path in (FONTS / name for name in names) if path.is_file())
    return ImageFont.truetype(str(found), size)


def has_fonts() -> bool:
    """Whether a font of each sort is installed."""
    return all(any((FONTS / name).is_file() for name in names) for names in (MONO, SERIF, HAND))


def plain_typist(lines: Sequence[str]) -> Grey:
    """Lines in a typewriter's face of 12 points, clean."""
    return set_lines(lines, MONO, 50, 88)


def set_lines(lines: Sequence[str], names: Sequence[str], size: int, step: int) -> Grey:
    """Lines in a face, with a margin of 100 pixels."""
    face = font(names, size)
    width = int(max((face.getlength(line) for line in lines), default=1)) + 200
    picture = Image.new("L", (width, step * len(lines) + 200), 255)
    pen = ImageDraw.Draw(picture)
    for number, line in enumerate(lines):
        pen.text((100, 100 + number * step), line, font=face, fill=0)
    return np.asarray(picture, np.float32) / 255


def blank(width: int = WIDTH, height: int = HEIGHT) -> Grey:
    """Paper."""
    return np.ones((height, width), np.float32)


def put(page: Grey, piece: Grey, left: int, top: int) -> int:
    """Lay a piece on the page, without the 100 pixels around it; returns where it ends."""
    piece = piece[100:-60, 100:]
    height = min(piece.shape[0], page.shape[0] - top)
    width = min(piece.shape[1], page.shape[1] - left)
    page[top : top + height, left : left + width] *= piece[:height, :width]
    return top + height


def typed(paragraphs: Sequence[str], width: int = LINE_END) -> list[str]:
    """Wrapped lines, each paragraph indented."""
    return [line for one in paragraphs for line in wrap(one, width, initial_indent="   ")]


def letter(typist: Typist, paragraphs: Sequence[str], top: int = 400) -> Grey:
    """A page with a text of one column."""
    page = blank()
    put(page, typist(typed(paragraphs)), MARGIN, top)
    return page


def scribble(
    page: Grey, generator: np.random.Generator, left: int, top: int, size: tuple[int, int, int]
) -> None:
    """Strokes like handwriting: ``size`` is width of a line, number of lines, height of the letters."""
    width, lines, height = size
    picture = Image.fromarray((page * 255).astype(np.uint8))
    pen = ImageDraw.Draw(picture)
    for number in range(lines):
        at, y = float(left), top + number * height * 1.9
        points: list[tuple[float, float]] = []
        while at < left + width * generator.uniform(0.8, 1):
            swing = height * generator.uniform(0.2, 0.75) * (-1) ** len(points)
            points.append((at, y + swing + generator.normal(0, 3)))
            at += height * generator.uniform(0.12, 0.42)
            if generator.random() < 0.14:
                _stroke(pen, points)
                points, at = [], at + height * 0.7
        _stroke(pen, points)
    page[:] = np.asarray(picture, np.float32) / 255


def _stroke(pen: ImageDraw.ImageDraw, points: Sequence[tuple[float, float]]) -> None:
    """A smooth line through points."""
    if len(points) < 3:
        return
    at = np.linspace(0, len(points) - 1, 12 * len(points))
    xs = np.interp(at, range(len(points)), [x for x, _ in points]) + 6 * np.sin(at * math.pi)
    ys = np.interp(at, range(len(points)), [y for _, y in points])
    kernel = np.hanning(9) / np.hanning(9).sum()
    smooth = np.convolve(ys, kernel, mode="valid")
    pen.line(list(zip(xs[4:-4], smooth, strict=True)), fill=70, width=5, joint="curve")


def stamped(
    picture: Image.Image, colour: tuple[int, int, int], text: tuple[str, ...], at: float = 0.3
) -> Image.Image:
    """A round stamp with its text, pressed slightly turned across the page; ``at`` is its height, 0-1."""
    size = picture.width // 3
    stamp = Image.new("L", (size, size), 0)
    pen = ImageDraw.Draw(stamp)
    for inset in (4, size // 16):
        pen.ellipse((inset, inset, size - inset, size - inset), outline=255, width=max(size // 90, 2))
    face = font(SERIF, size // 9)
    for number, line in enumerate(text):
        pen.text((size / 2, size * (0.34 + 0.17 * number)), line, font=face, fill=255, anchor="mm")
    stamp = stamp.rotate(12, Image.Resampling.BICUBIC)
    cover = np.asarray(stamp, np.float32)[..., None] / 255 * 0.75
    pixels = np.asarray(picture.convert("RGB"), np.float32).copy()
    top, left = int(picture.height * at), int(picture.width * 0.4)
    under = pixels[top : top + size, left : left + size]
    cover = cover[: under.shape[0], : under.shape[1]]
    under *= 1 - cover * (1 - np.array(colour, np.float32) / 255)
    made = Image.fromarray(pixels.clip(0, 255).astype(np.uint8))
    return made if len(set(colour)) > 1 else made.convert("L")


def turned(page: ArchivePage, turn: int) -> ArchivePage:
    """The same page as a scanner gives it that must be turned by ``turn`` clockwise."""
    picture = page.picture.rotate(turn, expand=True)
    return replace(page, kind=f"turned-{turn}", picture=picture, turn=turn)


def skewed(page: ArchivePage, degrees: float) -> ArchivePage:
    """The same page, laid on the scanner by so many degrees clockwise."""
    white = 255 if page.picture.mode == "L" else (255, 255, 255)
    picture = page.picture.rotate(-degrees, Image.Resampling.BICUBIC, fillcolor=white)
    return replace(page, kind="skewed", picture=picture, skew=degrees)


def spread(left: Grey, right: Grey, middle: str) -> Grey:
    """Two pages on one picture; ``middle``: a ``dark`` gutter, the shadow of a ``fold``, or ``none``."""
    height = max(left.shape[0], right.shape[0])
    page = blank(left.shape[1] + right.shape[1], height)
    page[: left.shape[0], : left.shape[1]] = left
    page[: right.shape[0], left.shape[1] :] = right
    away = np.abs(np.arange(page.shape[1]) - left.shape[1])
    if middle == "dark":
        page *= np.where(away < 35, 0.08, 1 - 0.5 * np.exp(-away / 60))[None, :].astype(np.float32)
    if middle == "fold":
        page *= (1 - 0.35 * np.exp(-away / 40))[None, :].astype(np.float32)
    return page


def bordered(picture: Image.Image, generator: np.random.Generator) -> Image.Image:
    """A page photographed on black: a dark border of another width on each side."""
    pixels = np.asarray(picture.convert("L")).copy()
    height, width = pixels.shape
    for side in range(4):
        edge = int(min(height, width) * generator.uniform(0.015, 0.05))
        view = np.rot90(pixels, side)
        view[:edge] = generator.normal(18, 6, view[:edge].shape).clip(0, 60)
    return Image.fromarray(pixels)


def bled(front: Grey) -> Grey:
    """The back of a page: its text is seen through the paper, mirrored, faint and blurred."""
    grey = Image.fromarray((front[:, ::-1] * 255).astype(np.uint8)).filter(ImageFilter.GaussianBlur(4))
    return 1 - (1 - np.asarray(grey, np.float32) / 255) * 0.22


def newspaper(paragraphs: Sequence[Sequence[str]], columns: int = 2) -> Grey:
    """Columns of a newspaper: one list of paragraphs each, in a serif face."""
    page = blank()
    step = (WIDTH - 2 * 180) // columns
    for number, column in enumerate(paragraphs):
        put(page, set_lines(typed(column, 84 // columns), SERIF, 42, 56), 180 + number * step, 300)
    return page


MAKERS: Mapping[str, str] = {
    "upright": "a letter",
    "turned-90": "a letter, to be turned by 90° clockwise",
    "turned-180": "upside down",
    "turned-270": "to be turned by 270° clockwise",
    "short-90": "three lines, to be turned by 90°",
    "short-180": "three lines, upside down",
    "skewed": "up to 3° askew",
    "spread-dark": "two pages, a dark gutter",
    "spread-fold": "two pages, the shadow of a fold",
    "spread-none": "two pages, nothing between them",
    "stamp-red": "a red stamp across the text",
    "stamp-grey": "a grey stamp across the text",
    "scribble": "handwriting in the margin",
    "margin-note": "a typed note in the margin",
    "blank-back": "nothing but the front seen through",
    "letterhead": "a letterhead and a page number",
    "stacked": "Russian above English",
    "side-by-side": "Russian beside English",
    "interleaved": "a Russian paragraph, an English one, in turn",
    "newspaper": "two columns of a newspaper",
    "border": "a black border around the page",
    "handwriting": "nothing but handwriting",
}
"""The kinds of pages and what is on them."""


def make(kind: str, texts: Texts, typist: Typist, wear: Wear, seed: int, dpi: int = 300) -> ArchivePage:
    """A page of one of :data:`MAKERS`, worn down."""
    generator = np.random.default_rng(seed)
    short = kind.startswith("short")
    paragraphs = (texts.russian[0][:170].rsplit(" ", 1)[0],) if short else texts.russian[:3]
    page = ArchivePage(kind, wear(letter(typist, paragraphs)), dpi, ("\n".join(paragraphs),))
    if kind.startswith(("turned", "short")):
        return replace(turned(page, int(kind.split("-")[1])), kind=kind)
    if kind == "skewed":
        return skewed(page, float(generator.uniform(0.7, 3) * generator.choice([-1, 1])))
    if kind.startswith("stamp"):
        colour = (200, 30, 40) if kind == "stamp-red" else (95, 95, 95)
        return replace(page, picture=stamped(page.picture, colour, ("СЕКРЕТНО", "Архив МИД"), 0.16))
    if kind == "border":
        return replace(page, picture=bordered(page.picture, generator))
    return _other(kind, texts, typist, wear, generator, dpi) if kind != "upright" else page


def _other(
    kind: str, texts: Texts, typist: Typist, wear: Wear, generator: np.random.Generator, dpi: int
) -> ArchivePage:
    """The kinds whose drawing is another one."""
    page, pages, aside = _drawn(kind, texts, typist, generator)
    return ArchivePage(kind, wear(page), dpi, pages, aside)


def _drawn(
    kind: str, texts: Texts, typist: Typist, generator: np.random.Generator
) -> tuple[Grey, tuple[str, ...], tuple[str, ...]]:
    russian, english = texts.russian, texts.english
    if kind.startswith("spread"):
        narrow = [blank(1750, 2500), blank(1750, 2500)]
        for page, part in zip(narrow, (russian[:2], russian[2:4]), strict=True):
            put(page, typist(typed(part, 45)), 190, 250)
        return (
            spread(narrow[0], narrow[1], kind.split("-")[1]),
            tuple("\n".join(p) for p in (russian[:2], russian[2:4])),
            (),
        )
    if kind == "newspaper":
        return newspaper((russian[:3], russian[3:6])), ("\n".join(russian[:6]),), ()
    if kind == "side-by-side":
        page = blank()
        put(page, typist(typed(russian[:3], 33)), 160, 400)
        put(page, typist(typed(english[:3], 33)), 1290, 400)
        return page, ("\n".join((*russian[:3], *english[:3])),), ()
    if kind in {"stacked", "interleaved"}:
        pairs = [one for pair in zip(russian[:2], english[:2], strict=True) for one in pair]
        order = [*russian[:2], *english[:2]] if kind == "stacked" else pairs
        page, top = blank(), 300
        for paragraph in order:
            top = put(page, typist(typed([paragraph])), MARGIN, top) + 60
        return page, ("\n".join(order),), ()
    return _noted(kind, texts, typist, generator)


def _noted(
    kind: str, texts: Texts, typist: Typist, generator: np.random.Generator
) -> tuple[Grey, tuple[str, ...], tuple[str, ...]]:
    russian = texts.russian[:3]
    if kind == "blank-back":
        return bled(letter(typist, russian)), (), ()
    if kind == "handwriting":
        page = blank()
        scribble(page, generator, 300, 400, (1800, 12, 80))
        return page, (), ()
    if kind == "letterhead":
        page = letter(typist, russian, 700)
        put(page, typist(["МИНИСТЕРСТВО ИНОСТРАННЫХ ДЕЛ", "    Отдел печати"]), 700, 250)
        put(page, typist(["- 2 -"]), 1150, 120)
        return page, ("\n".join(("МИНИСТЕРСТВО ИНОСТРАННЫХ ДЕЛ\nОтдел печати", *russian)),), ("- 2 -",)
    page = blank()
    put(page, typist(typed(russian, 52)), 700, 400)
    if kind == "scribble":
        scribble(page, generator, 90, 700, (420, 5, 60))
        return page, ("\n".join(russian),), ()
    note = "Прошу доложить мне лично до пятницы"
    put(page, typist(wrap(note, 13)), 110, 800)
    return page, ("\n".join(russian),), (note,)

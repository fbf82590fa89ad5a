"""Words of which the engine is not sure are read again from the picture, in other ways.

A word is looked at alone, and its line is read once more smoothed; both twice as large. On typed pages each
of the two is right at a fifth of the words that were misread, together at three of ten; and a word that both
read as before is far more often right than another. What they read stands beside the first reading
(:attr:`~align.facsimile.page.PageWord.alternatives`), which stays as it is.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from align.facsimile.box import Box
from align.facsimile.page import Alternative, Page, PageBlock, PageLine, PageWord
from align.scan.engine_input import INPUT
from align.scan.engine_runs import Runs
from align.scan.extra import library
from align.scan.tesseract import Tesseract

if TYPE_CHECKING:
    from PIL.Image import Image

DOUBTFUL = 0.93
"""Confidence of the engine below which a word is read again: nine tenths of the words that it misreads."""
SCALE = 2
"""How many times as large it is then."""
BLUR_REACH = 4
"""Pixels from which none counts where a pixel is smoothed."""
USUAL_DPI = 150
"""Pixels an inch of a page that states none, as the engine is told."""
MIN_OVERLAP = 0.5
"""Part of the narrower of two words that stands above the other, where both are the same word."""


@dataclass(frozen=True)
class Rereading:
    """A way of reading again.

    Attributes:
        source: What it is, for people.
        part: The part of the page that is read for a word.
        segmentation: Tesseract's ``--psm``.
        margin: Pixels around the part.
        blur: Radius of the smoothing, in pixels; 0 for none.
    """

    source: str
    part: Callable[[PageLine, PageWord], Box | None]
    segmentation: int
    margin: int
    blur: float = 0.0


REREADINGS = (
    Rereading("the word alone", lambda _, word: word.box, 8, 6),
    Rereading("the line, smoothed", lambda line, _: line.box, 7, 8, 0.7),
)


@dataclass(frozen=True)
class Reader:
    """What reads again.

    Attributes:
        engine: The engine.
        languages: Those of the first reading, by its own names joined with ``+``.
        runs: Where its processes are kept while they run.
        timeout: Seconds after which one is given up.
    """

    engine: Tesseract
    languages: str
    runs: Runs
    timeout: float = 300.0


def with_second_readings(page: Page, image: Image, reader: Reader) -> Page:
    """The page with what further looks at its doubtful words read.

    Args:
        page: What the engine read, its boxes in pixels of ``image``.
        image: What it read it from.
        reader: What reads.

    Raises:
        EngineError: The engine broke off.
    """
    found: dict[Box, list[Alternative]] = {}
    for way in REREADINGS:
        for box, text in _read_again(page, image, way, reader):
            found.setdefault(box, []).append(Alternative(text, source=way.source))
    return replace(page, blocks=tuple(_block(block, found) for block in page.blocks))


def _read_again(page: Page, image: Image, way: Rereading, reader: Reader) -> Iterator[tuple[Box, str]]:
    """The boxes of doubtful words with what a look reads there."""
    crops: dict[Box, list[Box]] = {}
    for line in page.lines:
        for word in line.words:
            part = way.part(line, word)
            if word.box is not None and part is not None and is_doubtful(word):
                crops.setdefault(part, []).append(word.box)
    parts = [_padded(part, way.margin, image.size) for part in crops]
    pictures = [_enlarged(_smoothed(image, part, way.blur)) for part in parts]
    read = _words(pictures, way, page.dpi, reader) if pictures else {}
    for number, (part, boxes) in enumerate(zip(parts, crops.values(), strict=True)):
        for box in boxes:
            texts = [text for place, text in read.get(number, ()) if _is_same(_moved(place, part), box)]
            if len(texts) == 1:
                yield box, texts[0]


def is_doubtful(word: PageWord) -> bool:
    """Whether the engine is not sure of a word."""
    return word.confidence is not None and word.confidence < DOUBTFUL


def _padded(box: Box, margin: int, size: tuple[int, int]) -> Box:
    wider = Box(box.left - margin, box.top - margin, box.right + margin, box.bottom + margin)
    return wider.within(*size) or box


def _smoothed(image: Image, part: Box, blur: float) -> Image:
    """A part of a page, smoothed as the page would be: with the pixels around it that count there."""
    edges = part.left, part.top, part.right, part.bottom
    if not blur:
        return image.crop(edges)
    around = _padded(part, BLUR_REACH, image.size)
    wide = image.crop((around.left, around.top, around.right, around.bottom))
    left, top = part.left - around.left, part.top - around.top
    smooth = wide.filter(library("PIL.ImageFilter").GaussianBlur(blur))
    return smooth.crop((left, top, left + part.width, top + part.height))


def _enlarged(cut: Image) -> Image:
    size = cut.width * SCALE, cut.height * SCALE
    return cut.convert("L").resize(size, library("PIL.Image").Resampling.LANCZOS)


def _moved(place: Box, part: Box) -> Box:
    """A place on an enlarged part, on the page."""
    left, top = part.left + place.left // SCALE, part.top + place.top // SCALE
    return Box(left, top, left + max(place.width // SCALE, 1), top + max(place.height // SCALE, 1))


def _is_same(one: Box, other: Box) -> bool:
    """Whether two boxes are of the same word of a line."""
    common = min(one.right, other.right) - max(one.left, other.left)
    return common > MIN_OVERLAP * min(one.width, other.width)


def _words(
    pictures: Sequence[Image], way: Rereading, dpi: float | None, reader: Reader
) -> Mapping[int, list[tuple[Box, str]]]:
    """The words of each picture, all of them read by one process."""
    stream = io.BytesIO()
    pictures[0].save(stream, "TIFF", save_all=True, append_images=pictures[1:])
    resolution = str(round((dpi or USUAL_DPI) * SCALE))
    command = [
        *(reader.engine.program, INPUT, "-", "-l", reader.languages, "--psm", str(way.segmentation)),
        *("--dpi", resolution, "tsv"),
    ]
    written = reader.runs.run(command, stream.getvalue(), reader.timeout).decode(errors="replace")
    found: dict[int, list[tuple[Box, str]]] = {}
    for cells in (line.split("\t") for line in written.splitlines()[1:]):
        if len(cells) == 12 and cells[0] == "5" and cells[11].split() == [cells[11]]:
            left, top, width, height = map(int, cells[6:10])
            place = Box(left, top, left + max(width, 1), top + max(height, 1))
            found.setdefault(int(cells[1]) - 1, []).append((place, cells[11]))
    return found


def _block(block: PageBlock, found: Mapping[Box, Sequence[Alternative]]) -> PageBlock:
    return replace(block, lines=tuple(_line(line, found) for line in block.lines))


def _line(line: PageLine, found: Mapping[Box, Sequence[Alternative]]) -> PageLine:
    return replace(line, words=tuple(_word(word, found) for word in line.words))


def _word(word: PageWord, found: Mapping[Box, Sequence[Alternative]]) -> PageWord:
    more = found.get(word.box, ()) if word.box is not None and is_doubtful(word) else ()
    return replace(word, alternatives=(*word.alternatives, *more)) if more else word

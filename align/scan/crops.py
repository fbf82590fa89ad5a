"""Small parts of pages read again, many in one process of the OCR engine."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from align.scan.page_reading import as_bytes
from align.scan.scan_pages import processors
from align.scan.tesseract import Runs, find_tesseract

if TYPE_CHECKING:
    from PIL.Image import Image

FEWEST = 8
"""Crops for which it pays to start another process."""

WORD = "5"
"""What Tesseract's table calls a word."""

CropReading = tuple[str, float]
"""The words of a crop with spaces between them, and the mean confidence of a character, 0-1."""


def read_crops(
    images: Sequence[Image],
    segmentation: int,
    languages: str,
    settings: Mapping[str, str] = MappingProxyType({}),
    *,
    timeout: float = 300.0,
) -> list[CropReading]:
    """Read parts of pages, such as single words.

    Args:
        images: The parts; some white around the letters helps.
        segmentation: Tesseract's ``--psm``: 8 for a word, 7 for a line, 13 for a line as it is.
        languages: Tesseract's names, joined with a plus sign.
        settings: Variables of Tesseract (``-c``); ``oem`` and ``dpi`` are its options of these names.
        timeout: Seconds for all crops of a process.

    Returns:
        The reading of each; an empty text with confidence 0 where nothing was found.

    Raises:
        ModelError: The engine or one of the languages is missing.
        EngineError: The engine broke off.
    """
    if not images:
        return []
    engine = find_tesseract()
    options = ["-l", engine.require(languages), "--psm", str(segmentation), *_options(settings)]
    count = max(1, min(processors(), len(images) // FEWEST))
    parts = [images[at::count] for at in range(count)]
    runs = Runs()

    def read(part: Sequence[Image]) -> list[CropReading]:
        with tempfile.TemporaryDirectory() as folder:
            listed = "\n".join(_stored(part, Path(folder)))
            command = [engine.program, "-", "-", *options, "tsv"]
            return _readings(runs.run(command, listed.encode(), timeout).decode(), len(part))

    try:
        with ThreadPoolExecutor(count) as pool:
            found = list(pool.map(read, parts))
    except BaseException:
        runs.stop()
        raise
    return [found[at % count][at // count] for at in range(len(images))]


def _options(settings: Mapping[str, str]) -> Iterator[str]:
    for name, value in settings.items():
        yield from (f"--{name}", value) if name in ("oem", "dpi") else ("-c", f"{name}={value}")


def _stored(images: Sequence[Image], folder: Path) -> Iterator[str]:
    for number, image in enumerate(images):
        path = folder / f"{number}.ppm"
        path.write_bytes(as_bytes(image))
        yield str(path)


def _readings(table: str, count: int) -> list[CropReading]:
    words: list[list[tuple[float, str]]] = [[] for _ in range(count)]
    for row in (line.split("\t") for line in table.splitlines()):
        if len(row) > 11 and row[0] == WORD and row[11].strip():
            words[int(row[1]) - 1].append((max(float(row[10]), 0.0), row[11].strip()))
    return [_reading(one) for one in words]


def _reading(words: Sequence[tuple[float, str]]) -> CropReading:
    letters = sum(len(text) for _, text in words)
    sure = sum(confidence * len(text) for confidence, text in words) / (100 * letters) if letters else 0.0
    return " ".join(text for _, text in words), sure

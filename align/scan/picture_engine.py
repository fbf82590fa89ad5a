"""Tesseract as the layout of a page asks it: for the words on a picture, and which way up it is."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from align.facsimile.page import Page, Picture
from align.scan.engine_input import EngineInput
from align.scan.page_reading import EngineSettings, as_bytes, read_page
from align.scan.second_reading import Reader, with_second_readings
from align.scan.tesseract import EngineError, Runs, Tesseract

if TYPE_CHECKING:
    from PIL.Image import Image

ORIENTATION = "osd"
"""Tesseract's data for which way up a page is."""


@dataclass(frozen=True)
class TesseractPictures:
    """Reads pictures: the engine, its settings, and where its processes are kept while they run."""

    engine: Tesseract
    settings: EngineSettings
    runs: Runs

    def read(self, picture: Image, dpi: float, segmentation: int) -> Page:
        """The page in pixels of the picture.

        Raises:
            EngineError: The engine broke off.
        """
        given = EngineInput(picture, Picture(""), picture.width, picture.height, dpi)
        return read_page(given, self.engine, replace(self.settings, segmentation=segmentation), self.runs)

    def read_again(self, page: Page, picture: Image) -> Page:
        """The page with further readings of the words that the engine doubts.

        Raises:
            EngineError: The engine broke off.
        """
        reader = Reader(self.engine, self.settings.languages, self.runs, self.settings.timeout)
        return with_second_readings(page, picture, reader)

    def orientation(self, picture: Image, dpi: float) -> tuple[int, float] | None:
        """By how many degrees it is turned clockwise to be upright, and the confidence.

        ``None`` where there is too little text, or the data for it is not installed.
        """
        if ORIENTATION not in self.engine.languages:
            return None
        command = [self.engine.program, "-", "-", "-l", ORIENTATION, "--psm", "0", "--dpi", str(round(dpi))]
        try:
            found = self.runs.run(command, as_bytes(picture), self.settings.timeout).decode(errors="replace")
        except EngineError:  # it ends with an error where it finds too few letters
            return None
        degrees = re.search(r"^Rotate: (\d+)", found, re.MULTILINE)
        sure = re.search(r"^Orientation confidence: ([\d.]+)", found, re.MULTILINE)
        return (int(degrees[1]), float(sure[1])) if degrees and sure else None

"""Tesseract as the layout of a page asks it: for the words on a picture, and which way up it is."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from align.facsimile.page import Page
from align.scan.engine_runs import Runs
from align.scan.orientation import find_orientation
from align.scan.page_reading import EngineSettings, as_bytes, read_page
from align.scan.second_reading import Reader, with_second_readings
from align.scan.tesseract import Tesseract

if TYPE_CHECKING:
    from PIL.Image import Image


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
        settings = replace(self.settings, segmentation=segmentation)
        return read_page(picture, dpi, self.engine, settings, self.runs)

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
        timeout = self.settings.timeout
        found = find_orientation(as_bytes(picture), self.engine, self.runs, timeout, dpi)
        return (found.degrees, found.confidence) if found else None

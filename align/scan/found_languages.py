"""The languages in which an OCR engine is to read a scan, where nobody names them."""

from __future__ import annotations

from collections.abc import Sequence

from align.progress import Reporter
from align.scan.engine_languages import engine_language, readable
from align.scan.scan_pages import ScanPicture
from align.scan.scan_run import ScanRun
from align.scan.tesseract import Tesseract


def find_languages(
    pictures: Sequence[ScanPicture], run: ScanRun, engine: Tesseract, report: Reporter
) -> str:
    """Tesseract's names of the languages of a scan, joined with a plus sign."""
    if run.languages:
        return "+".join(dict.fromkeys(map(engine_language, run.languages)))
    return "+".join(readable(engine.languages))

"""Which way up the text of a picture is and in which script, by Tesseract (OSD)."""

from __future__ import annotations

from dataclasses import dataclass

from align.scan.engine_input import INPUT
from align.scan.engine_runs import EngineError, Runs
from align.scan.tesseract import ORIENTATION, Tesseract


@dataclass(frozen=True)
class Orientation:
    """What Tesseract found.

    Attributes:
        degrees: By how many the picture is turned clockwise to be upright.
        confidence: Of that.
        script: Tesseract's name of the script; empty where it found none.
    """

    degrees: int
    confidence: float
    script: str = ""


def find_orientation(
    picture: bytes, engine: Tesseract, runs: Runs, timeout: float, dpi: float | None = None
) -> Orientation | None:
    """The orientation and the script of a picture.

    Args:
        picture: A file of a picture.
        engine: The engine.
        runs: Where the process is kept while it runs.
        timeout: Seconds after which it is given up.
        dpi: Pixels an inch; ``None`` where it is unknown.

    Returns:
        ``None`` where there is too little text, or the data for it is not installed.
    """
    if ORIENTATION not in engine.languages:
        return None
    resolution = ["--dpi", str(round(dpi))] if dpi else []
    command = [engine.program, INPUT, "-", "-l", ORIENTATION, "--psm", "0", *resolution]
    try:
        found = runs.run(command, picture, timeout).decode(errors="replace")
    except EngineError:  # it ends with an error where it finds too few letters
        return None
    return _parsed(found)


def _parsed(text: str) -> Orientation | None:
    values = dict(line.partition(": ")[::2] for line in text.splitlines())
    try:
        degrees, confidence = int(values["Rotate"]), float(values["Orientation confidence"])
    except (KeyError, ValueError):
        return None
    return Orientation(degrees, confidence, values.get("Script", "").strip())

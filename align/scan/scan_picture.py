"""A picture of a scan, before it is read."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from align.scan.frame import Frame


@dataclass(frozen=True)
class ScanPicture:
    """A picture of a scan.

    Attributes:
        path: Its file.
        number: Which page of the file it is, from 0.
        frame: Its size.
        name: The file as the document names it.
    """

    path: Path
    number: int
    frame: Frame
    name: str

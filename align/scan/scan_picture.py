"""A picture of a scan, before it is read."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from align.errors import ReadError
from align.scan.frame import Frame


@dataclass(frozen=True)
class ScanPicture:
    """A picture of a scan.

    Attributes:
        path: Its file.
        number: Which page of the file it is, from 0.
        frame: Its size.
        name: The file as the document names it.

    Raises:
        ReadError: The name is not in UTF-8: no format of pages can hold it.
    """

    path: Path
    number: int
    frame: Frame
    name: str

    def __post_init__(self) -> None:
        if shown(self.name) != self.name:
            raise ReadError(
                f"{shown(self.path)}: expected a name in UTF-8, found {shown(self.name)}: rename the file or "
                "the folder"
            )


def shown(name: str | Path) -> str:
    r"""A name as text: bytes that are not UTF-8 are written as ``\udcff``."""
    return str(name).encode("utf-8", "backslashreplace").decode()

"""The data that ships with the package.

Tables are tab-separated, a line of their source and one of names on top.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

_replaced: dict[str, Path] = {}
"""Files that are read from elsewhere, by name."""


def read(name: str) -> str:
    """The text of a file in ``data``."""
    path = _replaced.get(name) or files("align.ocr").joinpath("data", name)
    return path.read_text("utf-8")


def rows(name: str) -> Iterator[list[str]]:
    """The rows of a table in ``data``."""
    return csv.reader(read(name).splitlines()[2:], delimiter="\t", quoting=csv.QUOTE_NONE)


def replace_data(folder: Path) -> None:
    """Read the files that a folder has from there, in this process: for fits and measures without some pages.

    What is read is kept; call it before anything is loaded.
    """
    _replaced.clear()
    _replaced.update({path.name: path for path in folder.iterdir() if path.suffix in (".tsv", ".json")})

"""The tables that ship with the package: tab-separated, a line of their source and one of names on top."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from importlib.resources import files


def rows(name: str) -> Iterator[list[str]]:
    """The rows of a table in ``data``."""
    text = files("align.ocr").joinpath("data", name).read_text("utf-8")
    return csv.reader(text.splitlines()[2:], delimiter="\t", quoting=csv.QUOTE_NONE)

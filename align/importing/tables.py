"""Exported files that come back -> rows."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType

from align.errors import ReadError
from align.importing.imported_row import ImportedTable
from align.importing.office_tables import read_docx, read_xlsx
from align.importing.text_tables import read_jsonl, read_tsv, text_of

READERS: Mapping[str, Callable[[Path], ImportedTable]] = MappingProxyType(
    {".tsv": read_tsv, ".jsonl": read_jsonl, ".xlsx": read_xlsx, ".docx": read_docx}
)
"""Suffix of a file's name -> the function that reads such a file."""


def read_rows(path: Path | str) -> ImportedTable:
    """The rows of an exported file, in the format that its suffix names.

    Args:
        path: A file that ends in one of :data:`READERS`.

    Returns:
        Its rows, and the provenance that it carries.

    Raises:
        ReadError: The file cannot be read as such a table; the message names the place.
    """
    path = Path(path)
    read = READERS.get(path.suffix.lower())
    if read is None:
        raise ReadError(
            f"{path}: expected a file that ends in {', '.join(READERS)}; save it in one of these formats"
        )
    return read(path)


def holds_decisions(path: Path) -> bool:
    """Whether a file of JSON Lines holds decisions (lines of a review's journal) instead of rows."""
    if path.suffix.lower() != ".jsonl":
        return False
    first = next((line for line in text_of(path).splitlines() if line.strip()), "")
    try:
        values = json.loads(first)
    except (json.JSONDecodeError, RecursionError):
        return False
    return isinstance(values, dict) and not {"op", "reading"}.isdisjoint(values)

"""Pages as they were read from a scan, as files: for a look at them, or for other programs."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Literal, get_args

from align.errors import OutputError
from align.export.corrected import page_format_of
from align.export.export_set import ExportedFiles
from align.export.formats import FORMATS
from align.export.pages import PageFormat, facsimile_files
from align.export.picture_names import away_messages, seen_from
from align.export.provenance import provenance_of_pages
from align.facsimile.facsimile import Facsimile
from align.facsimile.json_value import to_value
from align.members import folder_of

ReadFormat = PageFormat | Literal["text", "json"]

PAGE_FORMATS: tuple[PageFormat, ...] = get_args(PageFormat)
READ_FORMATS: tuple[ReadFormat, ...] = (*PAGE_FORMATS, "text", "json")

OTHER_ENDS: Mapping[str, ReadFormat] = MappingProxyType(
    {".txt": "text", ".json": "json", ".html": "hocr", ".xml": "alto"}
)
"""Ends of names beside those of the formats of exports."""


def read_format(output: Path, to: str | None = None) -> ReadFormat:
    """The format in which pages are to be written.

    Args:
        output: The file or folder to write.
        to: The name of the format; by default the end of the output's name tells it.

    Raises:
        OutputError: There is no such format, or the name does not tell it.

    Example:
        >>> [read_format(Path(name)) for name in ("scan.page.zip", "scan.xml", "scan.txt")]
        ['page', 'alto', 'text']
        >>> read_format(Path("folder"), "alto")
        'alto'
    """
    if to is not None:
        named = next((one for one in READ_FORMATS if one == to), None)
        if named is None:
            raise OutputError(f"no format {to!r} for pages; known: {', '.join(READ_FORMATS)}")
        return named
    found = page_format_of(output) or OTHER_ENDS.get(output.suffix.lower())
    if found is None:
        ends = [end for one in PAGE_FORMATS for end in FORMATS[one].suffixes] + list(OTHER_ENDS)
        raise OutputError(f"expected a name that ends in {', '.join(ends)}, or --to, got {output}")
    return found


def has_one_file(output: Path, to: ReadFormat) -> bool:
    """Whether the output is one file, whatever the number of pages."""
    return to not in ("alto", "page") or output.suffix.lower() == ".zip"


def read_files(facsimile: Facsimile, scan: Path, output: Path, to: ReadFormat) -> ExportedFiles:
    """The files of pages, with the scan named as their origin.

    Args:
        facsimile: The pages.
        scan: The file or folder from which they were read.
        output: The file or folder to write; the pictures are named as seen from there.
        to: The format.
    """
    there = folder_of(output, members=to in ("alto", "page"))
    seen, about = seen_from(facsimile, scan.parent, there), provenance_of_pages(scan.name)
    if to == "text":
        return ExportedFiles.of(seen.text)
    away = away_messages(facsimile, scan.parent, there)
    if to == "json":
        value = {"schema": about["schema"], **to_value(seen)}
        return ExportedFiles.of(json.dumps(value, ensure_ascii=False, indent=1) + "\n", away)
    return ExportedFiles(facsimile_files(seen, to, about, scan.stem), away)

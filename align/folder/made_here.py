"""Files of a folder that align wrote itself: exports, corrected texts, reports. None is a document."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path

from align.export.formats import APPARATUS, OWN_ENDS
from align.text.readers.file_head import FileHead
from align.text.readers.zip_guard import DAMAGED

REPORT_NAME = "quality-report.html"
"""The usual name of the report on a folder."""

REPORT_MARK = '<meta name="generator" content="align: quality report">'
"""What shows that a page is such a report, whatever its name and its folder are called."""

NAMES = (*OWN_ENDS, ".corrected.txt", REPORT_NAME)
"""Ends of names of files whose content tells nothing, and of what former versions wrote."""

PROVENANCE = re.compile(
    r'"schema"\s*:\s*"align/|^\ufeff?"?# schema: align/|<prop type="x-schema">align/|'
    r"<(?:\w+:)?(?:note|p|processingStepDescription)>schema: align/|creationtool=\"align\"|"
    r"name=\"align\.schema\"|name=\"schema\" value=\"align/",
    re.MULTILINE,
)
"""The schema of an export, as JSON, TSV, the XML formats and hOCR hold it near their beginning."""

PROPERTIES = "docProps/core.xml"
"""Where documents and workbooks say what they are; an office program that saves them keeps it."""

OFFICE_SCHEMA = re.compile(rb"description\b[^<>]*>align/rows-")
WORD_TEXT = "word/document.xml"
WORD_ROW = re.compile(rb">\s*[st]\d+ (?:[0-9a-f]{6}\.){3}[0-9a-f]{6}\s*<")
"""The hidden id and digest of a row, for documents whose properties a program left out."""

LOOKED_THROUGH = 1 << 19
"""Bytes of a part of an archive that are looked at."""


def made_here(path: Path) -> bool:
    """Whether align wrote a file: by its content, and by its name where the content tells nothing.

    Args:
        path: A file.

    Raises:
        ReadError: It cannot be read.
    """
    if path.name.endswith(NAMES) or path.with_name(path.name + APPARATUS).exists():
        return True
    head = FileHead.of(path)
    return REPORT_MARK in head.text or PROVENANCE.search(head.text) is not None or _is_office_export(head)


def _is_office_export(head: FileHead) -> bool:
    if not {PROPERTIES, WORD_TEXT}.intersection(head.members):
        return False
    try:
        with zipfile.ZipFile(head.path) as archive:
            described = OFFICE_SCHEMA.search(_beginning(archive, PROPERTIES))
            return bool(described or WORD_ROW.search(_beginning(archive, WORD_TEXT)))
    except DAMAGED:
        return False


def _beginning(archive: zipfile.ZipFile, name: str) -> bytes:
    """The first bytes of a part of an archive; none where it has no such part."""
    if name not in archive.namelist():
        return b""
    with archive.open(name) as stream:
        return stream.read(LOOKED_THROUGH)

"""A pair of files with one row a line, as statistical and neural trainers read them."""

from __future__ import annotations

import json

from align.export.exported import ExportedFiles
from align.export.provenance import provenance
from align.export.row import ExportSet


def moses(work: ExportSet) -> ExportedFiles:
    """``.ru`` and ``.en`` (by locale), line by line, and the provenance with the rows' ids beside them.

    Rows that lack a side cannot be in it and are named.
    """
    rows = work.paired
    sides = ([_line(row.source) for row in rows], [_line(row.target) for row in rows])
    beside = provenance(work.review.bitext) | {"rows": [row.id for row in rows]}
    files = {
        f".{locale}": "".join(f"{line}\n" for line in lines).encode()
        for locale, lines in zip(work.locales, sides, strict=True)
    }
    files[".json"] = json.dumps(beside, ensure_ascii=False, indent=1).encode()
    return ExportedFiles(files, work.unpaired())


def _line(text: str) -> str:
    return " ".join(text.split())

"""A pair of files with one row a line, as Moses (Koehn et al., 2007) and later trainers read them."""

from __future__ import annotations

import json

from align.export.export_set import ExportedFiles, ExportSet
from align.export.provenance import provenance


def moses(export_set: ExportSet) -> ExportedFiles:
    """``.ru`` and ``.en`` (by locale), line by line, and ``.json`` with the provenance and the rows' ids.

    Rows with one side only are left out and named in the messages.
    """
    rows = export_set.paired
    sides = ([_line(row.source) for row in rows], [_line(row.target) for row in rows])
    about = provenance(export_set.review.bitext) | {"rows": [row.id for row in rows]}
    files = {
        f".{locale}": "".join(f"{line}\n" for line in lines).encode()
        for locale, lines in zip(export_set.locales, sides, strict=True)
    }
    files[".json"] = json.dumps(about, ensure_ascii=False, indent=1).encode()
    return ExportedFiles(files, export_set.unpaired_messages())


def _line(text: str) -> str:
    return " ".join(text.split())

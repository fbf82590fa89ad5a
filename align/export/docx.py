"""A bilingual table in a Word document, to be printed or handed to an editor.

Corrections are tracked changes of their reviewer, doubts and reasons are comments. What an import needs (ids,
digests, provenance) is hidden text.
"""

from __future__ import annotations

import io
from collections import Counter
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from align.export.export_set import ExportedFiles, ExportSet
from align.export.provenance import provenance
from align.export.row import STATUSES
from align.export.word_comments import WordComments
from align.export.word_page import (
    add_footer,
    keep_together,
    set_landscape,
    set_widths,
    style_text,
    track_changes,
)
from align.export.word_rows import WordRows
from align.export.word_runs import RunLook, element, run
from align.export.xml import XmlSanitizer
from align.review.journal import now
from align.review.page import heading

WIDTHS = (1.2, 9.7, 9.7, 2.3, 4.2)
"""Of the columns, in centimetres, on a sheet in landscape format."""


def docx(export_set: ExportSet) -> ExportedFiles:
    """The language of each run is marked, the heading row repeats, no row is cut by the end of a page."""
    from docx import Document

    sanitize, document = XmlSanitizer(), Document()
    about = provenance(export_set.review.bitext)
    title = sanitize(heading(export_set.review.bitext)["title"], "title")
    set_landscape(document.sections[0])
    style_text(document)
    track_changes(document)
    _set_properties(document.core_properties, about, title)
    document.add_heading(title, level=1).paragraph_format.space_before = 0
    document.add_paragraph(sanitize(summary(export_set, about), "date"))
    _add_table(document, export_set, sanitize)
    _add_provenance(document, about, sanitize)
    add_footer(document.sections[0], title, about["tool"])
    stream = io.BytesIO()
    document.save(stream)
    return ExportedFiles({"": stream.getvalue()}, sanitize.messages())


def summary(export_set: ExportSet, about: Mapping[str, str]) -> str:
    """``ru → en · October 05, 1950 · 24 rows: 2 confirmed, 22 open · 6 corrections · 40 open doubts``."""
    rows = export_set.rows
    statuses = Counter(row.status for row in rows)
    counted = ", ".join(f"{statuses[one]} {one}" for one in (*STATUSES[1:], STATUSES[0]) if statuses[one])
    corrections, doubts = sum(len(row.corrections) for row in rows), sum(len(row.flags) for row in rows)
    parts = [
        " → ".join(export_set.locales),
        about.get("date", ""),
        _counted(len(rows), "row") + (f": {counted}" if counted else ""),
        _counted(corrections, "correction"),
        _counted(doubts, "open doubt"),
    ]
    return " · ".join(filter(None, parts))


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}" + ("" if number == 1 else "s")


def _set_properties(properties: Any, about: Mapping[str, str], title: str) -> None:  # noqa: ANN401  # python-docx has no types
    properties.author = about["tool"]
    properties.title = title[:255]
    properties.comments = about["schema"]
    properties.created = properties.modified = datetime.now(UTC).replace(tzinfo=None, microsecond=0)


def _add_table(document: Any, export_set: ExportSet, sanitize: XmlSanitizer) -> None:  # noqa: ANN401
    original, translation = export_set.locales
    headings = ("No.", f"Original ({original})", f"Translation ({translation})", "Status", "Note")
    table = document.add_table(rows=1, cols=len(headings), style="Table Grid")
    set_widths(table, WIDTHS)
    for cell, name in zip(table.rows[0].cells, headings, strict=True):
        cell.paragraphs[0].add_run(name).bold = True
    keep_together(table.rows[0], repeated=True)
    comments = WordComments(document.part._comments_part.element, sanitize, now())  # noqa: SLF001  # no other way
    writer = WordRows(export_set.locales, comments, sanitize)
    for number, row in enumerate(export_set.rows, start=1):
        added = table.add_row()
        keep_together(added)
        writer.fill(list(added.cells), row, number)


def _add_provenance(document: Any, about: Mapping[str, str], sanitize: XmlSanitizer) -> None:  # noqa: ANN401
    """Hidden paragraphs ``name: value``, the mark of each hidden as well."""
    for name, value in about.items():
        paragraph = document.add_paragraph()
        mark = element("rPr")
        mark.append(element("vanish"))
        paragraph._p.get_or_add_pPr().append(mark)  # noqa: SLF001  # python-docx has no other way
        paragraph._p.append(run(sanitize(f"{name}: {value}", name), RunLook(hidden=True)))  # noqa: SLF001

"""A bilingual table in a document of Word's: id, source, target, status, note."""

from __future__ import annotations

import io
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

from align.export.exported import ExportedFiles
from align.export.provenance import provenance
from align.export.row import ExportSet, Row
from align.export.row_digest import FIELDS, row_digest
from align.export.xml_sanitizer import XmlSanitizer
from align.flag import Flag

COLUMNS = ("id", *FIELDS)
WIDTHS = (2.0, 9.5, 9.5, 2.2, 3.8)
"""Centimetres, of a page on its side."""

Pieces = Sequence[tuple[str, Flag | None]]


def docx(work: ExportSet) -> ExportedFiles:
    """The language of each run is marked, the heading row repeats, doubts are underlined with a wave.

    Behind each id stands the row's stamp, hidden.
    """
    from docx import Document
    from docx.enum.section import WD_ORIENT
    from docx.shared import Cm

    legal, document = XmlSanitizer(), Document()
    page = document.sections[0]
    page.orientation, page.page_width, page.page_height = WD_ORIENT.LANDSCAPE, Cm(29.7), Cm(21)
    page.left_margin = page.right_margin = Cm(1.3)
    about = provenance(work.review.bitext)
    _properties(document, about, legal)
    table = document.add_table(rows=1, cols=len(COLUMNS), style="Table Grid")
    table.autofit = False
    for cell, name in zip(table.rows[0].cells, COLUMNS, strict=True):
        cell.paragraphs[0].add_run(name).bold = True
    _repeat(table.rows[0])
    for row in work.rows:
        _fill(table.add_row().cells, row, work.locales, legal)
    for column, width in zip(table.columns, WIDTHS, strict=True):
        column.width = Cm(width)
    document.add_paragraph()
    for name, value in about.items():
        document.add_paragraph(legal(f"{name}: {value}", name))
    stream = io.BytesIO()
    document.save(stream)
    return ExportedFiles({"": stream.getvalue()}, legal.report())


def _properties(document: Any, about: dict[str, str], legal: XmlSanitizer) -> None:  # noqa: ANN401  # docx's own
    properties = document.core_properties
    properties.author = about["tool"]
    properties.title = legal(about.get("title", ""), "title")[:255]
    properties.comments = about["schema"]
    properties.created = properties.modified = datetime.now(UTC).replace(tzinfo=None, microsecond=0)


def _fill(cells: Sequence[Any], row: Row, locales: tuple[str, str], legal: XmlSanitizer) -> None:
    contents: tuple[tuple[Pieces, str | None], ...] = (
        ([(row.id, None)], None),
        (list(row.marked("source")), locales[0]),
        (list(row.marked("target")), locales[1]),
        ([(row.status, None)], None),
        ([(row.note, None)], None),
    )
    for cell, (pieces, locale) in zip(cells, contents, strict=True):
        for text, flag in pieces:
            run = cell.paragraphs[0].add_run(legal(text, row.id))
            if locale is not None:
                _speak(run, locale)
            if flag is not None:
                _wave(run)
    hidden = cells[0].paragraphs[0].add_run(f" {row_digest(row)}")
    hidden.font.hidden = True


def _speak(run: Any, locale: str) -> None:  # noqa: ANN401
    """Mark a run's language."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    mark = OxmlElement("w:lang")
    mark.set(qn("w:val"), locale)
    run._r.get_or_add_rPr().append(mark)  # noqa: SLF001  # python-docx has no other way to the language


def _wave(run: Any) -> None:  # noqa: ANN401
    from docx.enum.text import WD_UNDERLINE

    run.underline = WD_UNDERLINE.WAVY


def _repeat(row: Any) -> None:  # noqa: ANN401
    """The row heads every page."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    mark = OxmlElement("w:tblHeader")
    mark.set(qn("w:val"), "true")
    row._tr.get_or_add_trPr().append(mark)  # noqa: SLF001  # nor to repeating rows

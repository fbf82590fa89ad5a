"""A bilingual table in a Word document: id, source, target, status, note."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

from align.export.export_set import ExportedFiles, ExportSet
from align.export.provenance import provenance
from align.export.row import ExportRow
from align.export.row_digest import FIELDS, row_digest
from align.export.xml import XmlSanitizer
from align.flag import Flag

COLUMNS = ("id", *FIELDS)
WIDTHS = (2.0, 9.5, 9.5, 2.2, 3.8)
"""Of the columns, in centimetres, on a sheet in landscape format."""

Pieces = Sequence[tuple[str, Flag | None]]


def docx(export_set: ExportSet) -> ExportedFiles:
    """The language of each run is marked, the heading row repeats, doubts have a wavy underline.

    Behind each id stands the row's digest as hidden text.
    """
    from docx import Document

    sanitize, document = XmlSanitizer(), Document()
    about = provenance(export_set.review.bitext)
    _set_landscape(document.sections[0])
    _set_properties(document.core_properties, about, sanitize)
    _add_table(document, export_set, sanitize)
    document.add_paragraph()
    for name, value in about.items():
        document.add_paragraph(sanitize(f"{name}: {value}", name))
    stream = io.BytesIO()
    document.save(stream)
    return ExportedFiles({"": stream.getvalue()}, sanitize.messages())


def _set_landscape(section: Any) -> None:  # noqa: ANN401  # python-docx has no types
    """A4 in landscape format."""
    from docx.enum.section import WD_ORIENT
    from docx.shared import Cm

    section.orientation, section.page_width, section.page_height = WD_ORIENT.LANDSCAPE, Cm(29.7), Cm(21)
    section.left_margin = section.right_margin = Cm(1.3)


def _set_properties(properties: Any, about: Mapping[str, str], sanitize: XmlSanitizer) -> None:  # noqa: ANN401
    properties.author = about["tool"]
    properties.title = sanitize(about.get("title", ""), "title")[:255]
    properties.comments = about["schema"]
    properties.created = properties.modified = datetime.now(UTC).replace(tzinfo=None, microsecond=0)


def _add_table(document: Any, export_set: ExportSet, sanitize: XmlSanitizer) -> None:  # noqa: ANN401
    from docx.shared import Cm

    table = document.add_table(rows=1, cols=len(COLUMNS), style="Table Grid")
    table.autofit = False
    for cell, name in zip(table.rows[0].cells, COLUMNS, strict=True):
        cell.paragraphs[0].add_run(name).bold = True
    _repeat_on_each_page(table.rows[0])
    for row in export_set.rows:
        _fill(table.add_row().cells, row, export_set.locales, sanitize)
    for column, width in zip(table.columns, WIDTHS, strict=True):
        column.width = Cm(width)


def _fill(cells: Sequence[Any], row: ExportRow, locales: tuple[str, str], sanitize: XmlSanitizer) -> None:
    contents: tuple[tuple[Pieces, str | None], ...] = (
        ([(row.id, None)], None),
        (list(row.pieces("source")), locales[0]),
        (list(row.pieces("target")), locales[1]),
        ([(row.status, None)], None),
        ([(row.note, None)], None),
    )
    for cell, (pieces, locale) in zip(cells, contents, strict=True):
        for text, flag in pieces:
            run = cell.paragraphs[0].add_run(sanitize(text, row.id))
            if locale is not None:
                _set_language(run, locale)
            if flag is not None:
                _underline_wavy(run)
    hidden = cells[0].paragraphs[0].add_run(f" {row_digest(row)}")
    hidden.font.hidden = True


def _set_language(run: Any, locale: str) -> None:  # noqa: ANN401
    """Set the language that a run is spell-checked in."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    mark = OxmlElement("w:lang")
    mark.set(qn("w:val"), locale)
    run._r.get_or_add_rPr().append(mark)  # noqa: SLF001  # python-docx has no other way to the language


def _underline_wavy(run: Any) -> None:  # noqa: ANN401
    from docx.enum.text import WD_UNDERLINE

    run.underline = WD_UNDERLINE.WAVY


def _repeat_on_each_page(row: Any) -> None:  # noqa: ANN401
    """Make the row the head of the table on every page."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    mark = OxmlElement("w:tblHeader")
    mark.set(qn("w:val"), "true")
    row._tr.get_or_add_trPr().append(mark)  # noqa: SLF001  # nor to repeating rows

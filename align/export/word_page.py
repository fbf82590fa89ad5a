"""The page of an exported Word document: paper, type, footer, rows that are not cut."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from align.export.word_runs import element, field

FONT, POINTS = "Calibri", 10
MAX_TITLE = 90
"""Characters of a title that fit into the foot of a page."""

AFTER_TRACKING = ("w:defaultTabStop", "w:characterSpacingControl", "w:compat", "w:rsids")
"""Settings that stand behind the tracking of changes, by the format's schema."""


def set_landscape(section: Any) -> None:  # noqa: ANN401  # python-docx has no types
    """A4 in landscape format."""
    from docx.enum.section import WD_ORIENT
    from docx.shared import Cm

    section.orientation, section.page_width, section.page_height = WD_ORIENT.LANDSCAPE, Cm(29.7), Cm(21)
    section.left_margin = section.right_margin = Cm(1.3)
    section.top_margin = section.bottom_margin = Cm(1.5)


def style_text(document: Any) -> None:  # noqa: ANN401
    """One size of type for the text, little space between paragraphs."""
    from docx.oxml.ns import qn
    from docx.shared import Pt

    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = FONT, Pt(POINTS)
    fonts = normal.element.get_or_add_rPr().get_or_add_rFonts()
    fonts.set(qn("w:cs"), FONT)
    normal.element.rPr.insert_element_before(element("szCs", val=str(2 * POINTS)), "w:lang")
    normal.paragraph_format.space_after = Pt(2)


def track_changes(document: Any) -> None:  # noqa: ANN401
    """What an editor types is tracked as well."""
    document.settings.element.insert_element_before(element("trackRevisions"), *AFTER_TRACKING)


def add_footer(section: Any, title: str, tool: str) -> None:  # noqa: ANN401
    """Title, program, and the page's number of how many."""
    from docx.enum.text import WD_TAB_ALIGNMENT

    paragraph = section.footer.paragraphs[0]
    width = section.page_width - section.left_margin - section.right_margin
    paragraph.paragraph_format.tab_stops.add_tab_stop(width, WD_TAB_ALIGNMENT.RIGHT)
    paragraph.style = "Normal"
    shown = title if len(title) <= MAX_TITLE else f"{title[: MAX_TITLE - 1]}…"
    paragraph.add_run(f"{shown} · {tool}\tPage ")
    paragraph._p.append(field("PAGE"))  # noqa: SLF001  # python-docx makes no fields
    paragraph.add_run(" of ")
    paragraph._p.append(field("NUMPAGES"))  # noqa: SLF001


def keep_together(row: Any, *, repeated: bool = False) -> None:  # noqa: ANN401
    """Keep a row on one page; ``repeated``: make it the head of the table on every page."""
    properties = row._tr.get_or_add_trPr()  # noqa: SLF001  # python-docx has no other way
    properties.append(element("cantSplit"))
    if repeated:
        properties.append(element("tblHeader"))


def set_widths(table: Any, widths: Sequence[float]) -> None:  # noqa: ANN401
    """Fix the widths of a table's columns, in centimetres; rows that are added later take them over."""
    from docx.shared import Cm

    table.autofit = False
    for column, cell, width in zip(table.columns, table.rows[0].cells, widths, strict=True):
        column.width = cell.width = Cm(width)

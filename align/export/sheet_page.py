"""A sheet on paper: landscape, as wide as the page, its heading on every page."""

from __future__ import annotations

from typing import Any

A4 = 9
"""The number of this paper in workbooks."""

MAX_TITLE = 90
"""Characters of a title that fit into the head of a page."""


def set_page(sheet: Any, title: str, tool: str, area: tuple[int, int]) -> None:  # noqa: ANN401  # xlsxwriter has no types
    """Set how a sheet is printed.

    Args:
        sheet: xlsxwriter's.
        title: Stands at the top of every page; the page's number stands at its foot.
        tool: Program and version.
        area: Number of the last row and of the last column that are printed.
    """
    sheet.set_landscape()
    sheet.set_paper(A4)
    sheet.set_margins(left=0.4, right=0.4, top=0.7, bottom=0.6)
    sheet.repeat_rows(0)
    sheet.fit_to_pages(1, 0)
    sheet.print_area(0, 0, *area)
    shown = title if len(title) <= MAX_TITLE else f"{title[: MAX_TITLE - 1]}…"
    sheet.set_header(f'&L&"-,Bold"{_literal(shown)}')
    sheet.set_footer(f"&L{_literal(tool)}&RPage &P of &N")


def _literal(text: str) -> str:
    """The text for the head or foot of a page, where ``&`` begins a command."""
    return " ".join(text.split()).replace("&", "&&")

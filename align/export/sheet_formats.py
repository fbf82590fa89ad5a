"""How the cells of the workbook look."""

from __future__ import annotations

from typing import Any

COLOURS = {"ocr": "#B03A00", "layout": "#8A6D00", "check": "#6A1B9A"}
"""Family of a flag's kind -> colour of the doubtful text."""

Formats = dict[str, Any]
"""Name -> xlsxwriter's format."""

TEXT = "@"
"""The number format of text: what is typed into such a cell is never a formula, number or date."""

RIGHT_TO_LEFT = 2
"""The number of this reading order in workbooks."""


def formats(book: Any) -> Formats:  # noqa: ANN401  # xlsxwriter has no types
    """``head``, ``editable``, ``editable-rtl``, ``locked``, ``hidden``, and one for each family of doubts."""
    line = {"border": 1, "border_color": "#B7BDC6"}
    cell = line | {"text_wrap": True, "valign": "top", "num_format": TEXT}
    rtl = {"align": "right", "reading_order": RIGHT_TO_LEFT}
    made = {
        "head": line | {"bold": True, "bg_color": "#E8ECF2", "valign": "vcenter", "num_format": TEXT},
        "editable": cell | {"locked": False},
        "editable-rtl": cell | {"locked": False} | rtl,
        "locked": cell | {"font_color": "#444444"},
        "hidden": {"num_format": TEXT},
    }
    doubtful = {family: {"font_color": colour, "underline": 1} for family, colour in COLOURS.items()}
    return {name: book.add_format(properties) for name, properties in (made | doubtful).items()}

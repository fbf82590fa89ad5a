"""Columns as a pandas frame or an HTML table, for notebooks."""

from __future__ import annotations

import html
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from align.errors import ModelError

if TYPE_CHECKING:
    import pandas as pd

MAX_ROWS = 200
"""Rows that a table shows; the caption of a longer one gives their number."""

MAX_CELL = 2000
"""Characters of a cell that a table shows."""


def frame(columns: Mapping[str, Sequence[Any]]) -> pd.DataFrame:
    """The columns as a pandas frame. Raises :class:`ModelError` where pandas is not installed."""
    try:
        import pandas as pd
    except ImportError as error:
        raise ModelError("expected pandas for a frame; pip install 'bitext-align[review]'") from error
    return pd.DataFrame(dict(columns))


def html_table(columns: Mapping[str, Sequence[Any]], caption: str) -> str:
    """The columns as plain HTML.

    Args:
        columns: Name -> cells, as many in each column.
        caption: Stands above the table.

    Returns:
        A ``table`` without scripts, all text escaped; texts are aligned to where their script begins.
    """
    head = "".join(f'<th scope="col">{_escaped(name)}</th>' for name in columns)
    rows = list(zip(*columns.values(), strict=True))
    body = "".join(
        "<tr>"
        + "".join(f'<td dir="auto"{_alignment(value)}>{_escaped(value)}</td>' for value in row)
        + "</tr>"
        for row in rows[:MAX_ROWS]
    )
    more = f" (the first {MAX_ROWS} of {len(rows)} rows)" if len(rows) > MAX_ROWS else ""
    return (
        f"<table><caption>{_escaped(caption + more)}</caption>"
        f"<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"
    )


def _alignment(value: object) -> str:
    """A text begins at the left or right by its script; notebooks would align all cells to the right."""
    return ' style="text-align: start"' if isinstance(value, str) else ""


def _escaped(value: object) -> str:
    text = "" if value is None else f"{value:.2f}" if isinstance(value, float) else str(value)
    return html.escape(text if len(text) <= MAX_CELL else text[:MAX_CELL] + " …")

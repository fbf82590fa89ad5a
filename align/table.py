"""Columns as an HTML table or a pandas frame, for notebooks and places without widgets."""

from __future__ import annotations

import html
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from align.errors import ModelError

if TYPE_CHECKING:
    import pandas as pd

MOST = 200
"""Rows that a table shows; a longer one says how many there are."""
CELL = 2000
"""Characters of a cell that a table shows."""


def frame(columns: Mapping[str, Sequence[Any]]) -> pd.DataFrame:
    """The columns as a pandas frame. Raises :class:`ModelError` where pandas is not installed."""
    try:
        import pandas as pd
    except ImportError as error:
        raise ModelError("expected pandas for a frame; pip install 'bitext-align[review]'") from error
    return pd.DataFrame(dict(columns))


def html_table(columns: Mapping[str, Sequence[Any]], caption: str) -> str:
    """The columns as plain HTML: every text escaped, no script, no style but that text begins at its side."""
    head = "".join(f'<th scope="col">{_escaped(name)}</th>' for name in columns)
    rows = list(zip(*columns.values(), strict=True))
    body = "".join(
        "<tr>" + "".join(f'<td dir="auto"{_aligned(value)}>{_escaped(value)}</td>' for value in row) + "</tr>"
        for row in rows[:MOST]
    )
    more = f" (the first {MOST} of {len(rows)} rows)" if len(rows) > MOST else ""
    return (
        f"<table><caption>{_escaped(caption + more)}</caption>"
        f"<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"
    )


def _aligned(value: object) -> str:
    """Text begins where reading begins; notebooks set whatever stands in a table to the right."""
    return ' style="text-align: start"' if isinstance(value, str) else ""


def _escaped(value: object) -> str:
    text = "" if value is None else f"{value:.2f}" if isinstance(value, float) else str(value)
    return html.escape(text if len(text) <= CELL else text[:CELL] + " …")

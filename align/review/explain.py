"""Why a pairing is in doubt, in a sentence: noise, an omission, an addition, moved text, a wrong partner."""

from __future__ import annotations

import re
from collections.abc import Mapping

from align.review.queue import doubtful
from align.review.row import Row
from align.review.state import State
from align.text.document import Side

LETTERS = re.compile(r"[^\W\d_]")
NOISE = 0.6
"""Share of letters (fraction 0-1) below which an unpaired sentence is likely noise."""
SHORT = 12
"""Number of letters below which it is, too."""
PASSED_BY: Mapping[Side, str] = {
    "source": "Nothing in the translation answers the {count} rows from here.",
    "target": "Nothing in the original answers the {count} rows from here.",
}
"""Of a stretch of rows with one side."""
UNLIKE = 1.8
"""A partner this many times longer or shorter than expected is likely wrong."""
OTHER_MEANING = 0.5
"""Cosine of the two sides below which they seem to mean different things."""


def explain(state: State, row: Row, ratio: float) -> str:
    """Why a row is in doubt.

    Args:
        state: The review as it stands.
        row: One of its rows.
        ratio: Target characters for one of the source.

    Returns:
        One sentence, empty where nothing is in doubt.
    """
    if row.origin == "brought back":
        return "This was brought back from what was set aside: move it to where it belongs."
    if row.origin == "arranged" and row.status == "auto":
        return "This was paired by hand: confirm it when it is right."
    if len(state.side_views) < 2 or row.status != "auto":
        return ""
    if not row.pairing.source or not row.pairing.target:
        return _alone(state, row)
    return _unlike(state, row, ratio) if doubtful(row) else ""


def _alone(state: State, row: Row) -> str:
    side: Side = "source" if row.pairing.source else "target"
    moved = state.moved_in(row)
    if moved is not None:
        return moved.words
    number = state.row_number(row.id) or 0
    if number and _is_lone(state, number - 1, side):
        return ""  # said of the first row of the stretch
    count = _lone_rows(state, number, side)
    if count > 1:
        return PASSED_BY[side].format(count=count)
    text = state.text(side, row.side(side))
    letters = len(LETTERS.findall(text))
    if letters < SHORT or letters < NOISE * len(text.replace(" ", "")):
        return "This is hardly a sentence, perhaps a stamp or a stain, and nothing answers it."
    if row.pairing.source:
        return "Nothing in the translation answers this: perhaps it was left out."
    return "Nothing in the original answers this: perhaps the translator added it."


def _is_lone(state: State, number: int, side: Side) -> bool:
    """Whether a row has this side only, and its text did not move."""
    row = state.rows[number]
    has_partner = bool(row.pairing.source and row.pairing.target) or not row.side(side)
    return not has_partner and row.status == "auto" and row.origin == "found" and state.moved_in(row) is None


def _lone_rows(state: State, first: int, side: Side) -> int:
    """How many rows from the first on have one side only."""
    rows = range(first, len(state.rows))
    return next((at for at in rows if not _is_lone(state, at, side)), len(state.rows)) - first


def _unlike(state: State, row: Row, ratio: float) -> str:
    source, target = state.text("source", row.pairing.source), state.text("target", row.pairing.target)
    length = len(target) / max(len(source) * ratio, 1)
    reasons = []
    if row.pairing.score is not None and row.pairing.score < OTHER_MEANING:
        reasons.append("their meanings seem to differ")
    if length > UNLIKE:
        reasons.append("the translation is much longer than usual")
    elif length < 1 / UNLIKE:
        reasons.append("the translation is much shorter than usual")
    numbers, others = set(re.findall(r"\d+", source)), set(re.findall(r"\d+", target))
    if numbers ^ others:
        reasons.append(f"only one side has {', '.join(sorted(numbers ^ others)[:4])}")
    reasons.append("their neighbours would fit as well")
    return f"Perhaps these two do not belong together: {reasons[0]}."


def length_ratio(state: State) -> float:
    """Characters of the target for one of the source, over all rows with both sides; 1 without such rows."""
    source = target = 0
    for row in state.rows:
        if row.pairing.source and row.pairing.target:
            source += sum(len(span) for spans in row.pairing.source for span in spans)
            target += sum(len(span) for spans in row.pairing.target for span in spans)
    return target / source if source and target else 1.0

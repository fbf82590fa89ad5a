"""The check that a decision's place still holds what was quoted when the decision was made."""

from __future__ import annotations

from align.errors import PlaceError
from align.review.operation import QuotedPlace
from align.review.state import State


def check_quote(state: State, quote: QuotedPlace) -> None:
    """Raise :class:`PlaceError` unless the place is text of this file and holds what was quoted."""
    view = state.side_views.get(quote.place.side)
    if view is None or max(span.stop for span in quote.place.spans) > len(view.raw):
        raise PlaceError("the place lies outside the file")
    if view.quote(quote.place.spans) != quote.old:
        raise PlaceError(
            f"the file holds {view.quote(quote.place.spans)[:40]!r} there, not {quote.old[:40]!r}"
        )
    if not view.has_text(quote.place.spans):
        raise PlaceError("the place is no text of this side any more")

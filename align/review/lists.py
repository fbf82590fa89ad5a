"""Lists beside the rows: excluded passages, moved passages, whitelisted words."""

from __future__ import annotations

from typing import Any

from align.review.place import Place
from align.review.workspace import Workspace


def lists(workspace: Workspace) -> dict[str, Any]:
    """Excluded passages (each with the number to restore it by), moved passages, whitelisted words."""
    state = workspace.state
    excluded, moved = [], []
    for text in workspace.bitext.texts:
        view = state.side_views[text.side]
        for number, passage in enumerate(text.excluded):
            excluded.append(
                {
                    "side": text.side,
                    "number": number,
                    "text": passage.span.of(view.raw),
                    "reason": passage.reason,
                    "where": view.where((passage.span,)),
                    "back": Place(text.side, (passage.span,)) in state.restored,
                }
            )
        moved += [
            {
                "side": text.side,
                "text": move.span.of(view.raw),
                "reason": move.reason,
                "where": view.where((move.span,)),
            }
            for move in text.moves
        ]
    return {"aside": excluded, "moved": moved, "words": sorted(state.words)}

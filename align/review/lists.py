"""Lists beside the rows: excluded passages, moved passages, whitelisted words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from align.review.place import Place
from align.review.workspace import Workspace


def lists(workspace: Workspace) -> dict[str, Any]:
    """Excluded passages (each with the number to restore it by), moved passages, whitelisted words.

    Under ``described`` stands what the files say of their document: it is in no row.
    """
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
    described = list(_described(workspace))
    return {"aside": excluded, "moved": moved, "described": described, "words": sorted(state.words)}


def _described(workspace: Workspace) -> Iterator[dict[str, Any]]:
    """The metadata of each file, once where both sides stand in it."""
    views = workspace.state.side_views
    files = {text.document.name: (text.document, text.side) for text in reversed(workspace.bitext.texts)}
    for document, side in reversed(files.values()):
        for span in document.spans("metadata"):
            yield {
                "side": side,
                "text": span.of(document.raw),
                "reason": "about the document",
                "where": views[side].where((span,)),
            }

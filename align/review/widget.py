"""The review in a notebook: a widget that passes messages between the screen and :class:`.MessageHandler`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import anywidget
import traitlets

from align.review.page import asset
from align.review.protocol import MessageHandler
from align.review.workspace import Workspace


class ReviewWidget(anywidget.AnyWidget):
    """``place``: the row with the focus and the filters, so that a cell shown again is the same.

    Rows are no traits: they are sent on request, decisions and their patches as messages.
    """

    _esm = asset("review.js")
    _css = asset("review.css")
    place = traitlets.Dict().tag(sync=True)

    def __init__(self, review: Workspace) -> None:
        super().__init__()
        self.review = review
        self._handler = MessageHandler(review)
        self.on_msg(self._receive)

    def _receive(self, _widget: object, message: Any, _buffers: object) -> None:  # noqa: ANN401  # JSON
        if isinstance(message, Mapping):
            for reply in self._handler.handle(message):
                self.send(reply)

"""The review on the screen of a notebook: a thin coat over :class:`.desk.Conversation`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import anywidget
import traitlets

from align.review.assets import asset
from align.review.protocol import MessageHandler
from align.review.session import Review


class ReviewWidget(anywidget.AnyWidget):
    """``place``: the row that has the focus and the filters, so that the cell shown again looks the same.

    Rows never travel as traits: they are sent when asked for, decisions and their patches as messages.
    """

    _esm = asset("review.js")
    _css = asset("review.css")
    place = traitlets.Dict().tag(sync=True)

    def __init__(self, review: Review) -> None:
        super().__init__()
        self.review = review
        self._conversation = MessageHandler(review)
        self.on_msg(self._heard)

    def _heard(self, _widget: object, message: Any, _buffers: object) -> None:  # noqa: ANN401  # JSON
        if isinstance(message, Mapping):
            for said in self._conversation.handle(message):
                self.send(said)

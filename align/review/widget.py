"""The review in a notebook: a widget that passes messages between the screen and :class:`.MessageHandler`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import uuid4

import anywidget
import traitlets
from IPython.display import DisplayHandle

from align.review.exporter import Exporter
from align.review.kept_place import keep_place, kept_place
from align.review.page import asset
from align.review.protocol import MessageHandler
from align.review.still_picture import still_picture
from align.review.workspace import Workspace


class ReviewWidget(anywidget.AnyWidget):
    """``place``: the row with the focus and the filters, so that a cell shown again is the same.

    ``still``: the name of the still picture that stands beside the widget in the notebook's file; the live
    review hides it. Rows are no traits: they are sent on request, decisions and their patches as messages.
    """

    _esm = asset("review.js")
    _css = asset("review.css")
    place = traitlets.Dict().tag(sync=True)
    still = traitlets.Unicode().tag(sync=True)

    def __init__(self, review: Workspace, exporter: Exporter | None = None) -> None:
        journal = review.journal
        super().__init__(place=kept_place(journal.path) if journal else {}, still=uuid4().hex)
        self.review = review
        self._handler = MessageHandler(review, exporter)
        self._picture = DisplayHandle()  # type: ignore[no-untyped-call]  # IPython has no annotations here
        self._shown = False
        self.on_msg(self._receive)
        self.observe(self._keep_place, names="place")

    def _ipython_display_(self) -> None:
        """Show the still picture, which the notebook's file keeps, and the live review under it."""
        self._shown = True
        self._picture.display(self._still_picture(), raw=True)  # type: ignore[no-untyped-call]
        data, metadata = self._repr_mimebundle_() or ({}, {})
        DisplayHandle().display(data, metadata=metadata, raw=True)  # type: ignore[no-untyped-call]

    def _still_picture(self) -> dict[str, str]:
        return {
            "text/html": still_picture(self.review, self.place, self.still),
            "text/plain": repr(self.review),
        }

    def _keep_place(self, _change: object) -> None:
        """The reviewer paused: the next visit begins here."""
        if self.review.journal is not None:
            keep_place(self.review.journal.path, self.place)
        if self._shown:
            self._picture.update(self._still_picture(), raw=True)  # type: ignore[no-untyped-call]

    def _receive(self, _widget: object, message: Any, _buffers: object) -> None:  # noqa: ANN401  # JSON
        if isinstance(message, Mapping):
            for reply in self._handler.handle(message):
                self._send_reply(reply)

    def _send_reply(self, reply: Mapping[str, Any]) -> None:
        """Send a reply; the bytes of a picture in a buffer of their own."""
        data = reply.get("data")
        if isinstance(data, bytes):
            self.send({name: value for name, value in reply.items() if name != "data"}, [data])
        else:
            self.send(reply)

"""The start page in a notebook: a widget that passes messages between the screen and :class:`.FolderView`."""

from __future__ import annotations

from collections.abc import Mapping
from importlib.resources import files
from typing import Any

import anywidget

from align.folder.folder import Folder
from align.folder.view import FolderView


def _asset(name: str) -> str:
    return files("align.folder").joinpath(name).read_text("utf-8")


class FolderWidget(anywidget.AnyWidget):
    """The screen asks for the page when it is drawn; nothing is a trait."""

    _esm = _asset("folder.js")
    _css = _asset("folder.css")

    def __init__(self, folder: Folder) -> None:
        super().__init__()
        self.view = FolderView(folder, self.send)
        self.on_msg(self._receive)

    def _receive(self, _widget: object, message: Any, _buffers: object) -> None:  # noqa: ANN401  # JSON
        if isinstance(message, Mapping):
            self.view.receive(message)

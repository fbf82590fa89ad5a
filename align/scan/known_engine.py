"""The engine that reads a scan; where it is not installed any more, the one that read what is kept of it."""

from __future__ import annotations

import json
from pathlib import Path

from align.errors import ModelError
from align.scan.kept_pages import BROKEN, KeptPages
from align.scan.tesseract import Tesseract, find_tesseract, is_installed

NAME = "engine.json"
"""The file among the kept pages that describes what read them."""


def known_engine(scan: Path) -> Tesseract:
    """The engine on the path, or else the one that read what is kept of a scan: it can find that again.

    Args:
        scan: The file or the folder.

    Raises:
        ModelError: There is none, it does not run, or it is too old.
    """
    try:
        return find_tesseract()
    except ModelError:
        described = None if is_installed() else KeptPages(scan).find_text(NAME)
        if described is None or (engine := _engine(described)) is None:
            raise
        return engine


def keep_engine(engine: Tesseract, kept: KeptPages) -> None:
    """Keep what is to be known of an engine, to find again what it read."""
    versions = engine.data_versions(engine.languages)
    value = {"version": engine.version, "languages": engine.languages, "data": versions}
    text = json.dumps(value, ensure_ascii=False)
    if kept.find_text(NAME) != text:
        kept.keep_text(NAME, text)


def _engine(described: str) -> Tesseract | None:
    """The engine as :func:`keep_engine` described it; ``None`` where the file is damaged."""
    try:
        value = json.loads(described)
        versions = tuple((str(name), int(size), int(time)) for name, size, time in value["data"])
        return Tesseract("", str(value["version"]), tuple(map(str, value["languages"])), None, versions)
    except BROKEN:
        return None

"""The metadata of a PAGE file: what read the page, when the file was made, and who corrected words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from align.facsimile.decided import correctors
from align.facsimile.page import Page
from align.facsimile.xml_text import add, legal

CORRECTION = "corrected words"
"""Name of the step in which somebody corrected words."""


def add_metadata(
    root: Any,  # noqa: ANN401  # lxml's own
    page: Page,
    engine: str,
    made: str,
    about: Mapping[str, str],
) -> None:
    """Add the ``Metadata``.

    Args:
        root: The element ``PcGts``.
        page: The page.
        engine: What read it.
        made: When the file is made: UTC, ISO 8601.
        about: Name -> value: where the text comes from.
    """
    metadata = add(root, "Metadata")
    add(metadata, "Creator").text = legal(engine)
    add(metadata, "Created").text = made
    add(metadata, "LastChange").text = made
    for one in correctors(page):
        date = {"date": one.at} if one.at else {}
        add(metadata, "MetadataItem", type="processingStep", name=CORRECTION, value=legal(one.by), **date)
    for name, value in about.items():
        add(metadata, "MetadataItem", type="other", name=name, value=legal(value))

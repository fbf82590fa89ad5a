"""What a page of the review needs besides rows: script, styles and heading."""

from __future__ import annotations

from importlib.resources import files
from typing import Any

from align.bitext_data import BitextData


def asset(name: str) -> str:
    """The text of a file that ships with this package.

    Args:
        name: ``review.js`` or ``review.css``.
    """
    return files("align.review").joinpath(name).read_text("utf-8")


def heading(bitext: BitextData) -> dict[str, Any]:
    """The document's title, else its file's name; of each side, language and file."""
    document = bitext.documents[0]
    return {
        "title": document.metadata.title or document.name,
        "sides": {
            text.side: {"language": text.language, "name": text.document.name} for text in bitext.texts
        },
    }

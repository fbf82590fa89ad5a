"""What a page of the review needs besides rows: script, styles and heading."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path
from typing import Any

from align.bitext_data import BitextData
from align.text.document import Document

START = "start.review.ipynb"
"""The notebook with the start page of a folder of documents."""


def asset(name: str) -> str:
    """The text of a file that ships with this package.

    Args:
        name: ``review.js`` or ``review.css``.
    """
    return files("align.review").joinpath(name).read_text("utf-8")


def heading(bitext: BitextData) -> dict[str, Any]:
    """The document's title, else its file's name; of each side language, file, and number of pages if any."""
    document = bitext.documents[0]
    return {
        "title": document.metadata.title or document.name,
        "sides": {
            text.side: {"language": text.language, "name": text.document.name} | _pages(text.document)
            for text in bitext.texts
        },
    }


def _pages(document: Document) -> dict[str, int]:
    return {"pages": len(document.facsimile.pages)} if document.facsimile else {}


def place_of_folder(path: Path) -> dict[str, str]:
    """A folder's path, and the same from the home folder, as a server may name it; empty outside of it."""
    there, home = path.resolve(), Path.home()
    from_home = f"~/{there.relative_to(home).as_posix()}" if there.is_relative_to(home) else ""
    return {"name": there.name, "path": there.as_posix(), "from_home": from_home}


def start_page(folder: Path) -> dict[str, str] | None:
    """The place of the folder where it has a start page, from which the next document is opened."""
    return place_of_folder(folder) if (folder / START).exists() else None

"""The public way to a folder's start page."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from align.config import Config
from align.errors import ModelError
from align.folder.folder import Folder

if TYPE_CHECKING:
    from align.folder.widget import FolderWidget


def review_folder(
    folder: Path | str = ".", *, config: Config = Config(), reviewer: str | None = None
) -> FolderWidget:
    """Show the documents of a folder in a notebook: how far each is, one word list, one glossary, a search.

    Nothing is computed before *Read all that are new* is pressed. A document is a page with both texts, or
    two files whose names tell that they belong together: ``letter.ru.txt`` and ``letter.en.txt``,
    ``letter_original.txt`` and ``letter_translation.txt``.

    Args:
        folder: The folder; that of the notebook by default.
        config: Settings for all its documents. Word list and glossary are ``words.txt`` and ``glossary.tsv``
            of the folder where the settings name no others.
        reviewer: Who decides; by default who is logged in.

    Returns:
        A widget; a notebook shows it where it is the last value of a cell.

    Raises:
        ReadError: There is no such folder.
        ModelError: anywidget is not installed.

    Example:
        >>> import align
        >>> type(align.review_folder(".")).__name__
        'FolderWidget'
    """
    opened = Folder.open(folder, config, reviewer)
    try:
        from align.folder.widget import FolderWidget  # loads anywidget, which is optional
    except ModuleNotFoundError as error:
        raise ModelError("expected anywidget for a widget; pip install 'bitext-align[review]'") from error

    return FolderWidget(opened)

"""Where the pictures of a document are looked for."""

from __future__ import annotations

from pathlib import Path

from align.review.workspace import Workspace
from align.text.document import Document


def picture_folders(workspace: Workspace, document: Document) -> tuple[Path, ...]:
    """The folders in which the names of pictures are looked for, in order: beside document and journal.

    The working folder is none of them: another document's pages may stand there under the same names.

    Args:
        workspace: The review of the document.
        document: Read from pages.
    """
    journal = workspace.journal
    folders = (document.folder, journal.path.parent if journal is not None else None)
    return tuple(dict.fromkeys(folder for folder in folders if folder is not None))

"""Why documents could not be read, kept beside the results: every process that looks at a folder knows it."""

from __future__ import annotations

import numpy as np

from align import user_cache
from align.folder.folder import Folder
from align.folder.folder_document import FolderDocument
from align.stored_result import NEWEST, result_key

NAME = "failure"


def keep_failure(folder: Folder, document: FolderDocument, reason: str) -> None:
    """Keep why a document could not be read; nothing where its files cannot be opened."""
    key = result_key(document.files, folder.settings())
    if key is not None:
        text = np.frombuffer(reason.encode(), dtype=np.uint8)
        user_cache.keep(NAME, key, {"reason": text}, newest=NEWEST)


def failure_of(folder: Folder, document: FolderDocument) -> str:
    """Why the last try to read a document failed.

    Returns:
        The reason; empty where none is known for its files and settings as they are now.
    """
    key = result_key(document.files, folder.settings())
    found = None if key is None else user_cache.find(NAME, key)
    return "" if found is None else found["reason"].tobytes().decode()

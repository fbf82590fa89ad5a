"""States of documents that were found before, as long as no file that they depend on is another."""

from __future__ import annotations

from pathlib import Path

from align.folder.document_review import document_review
from align.folder.document_state import DocumentState, document_state
from align.folder.folder import Folder
from align.folder.folder_document import FolderDocument
from align.user_cache import file_version

FileVersions = tuple[tuple[str, int, int] | None, ...]


class KnownStates:
    """Remembers the states of a folder's documents: a page of hundreds is then drawn again at once.

    A document that is to be read is looked at each time: its result may have come from another process.
    """

    def __init__(self, folder: Folder) -> None:
        self._folder = folder
        self._known: dict[FolderDocument, tuple[FileVersions, DocumentState]] = {}

    def state(self, document: FolderDocument) -> DocumentState:
        """The state of a document as it stands."""
        lists = (self._folder.words, self._folder.glossary)
        versions = tuple(map(_version, (*document.files, document.journal, *lists)))
        known = self._known.get(document)
        if known is not None and known[0] == versions:
            return known[1]
        state = document_state(document_review(self._folder, document))
        if not state.unread:
            self._known[document] = versions, state
        return state


def _version(path: Path) -> tuple[str, int, int] | None:
    try:
        return file_version(path)
    except OSError:
        return None

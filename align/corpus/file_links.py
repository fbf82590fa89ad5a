"""Links from the report on a collection to the files that it names, by their way from its folder."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from urllib.parse import quote

from align.corpus.bitext_files import BITEXTS, bitext_file
from align.corpus.document import CorpusDocument, is_there
from align.folder.html_parts import Cell, Link


class FileLinks:
    """Makes links to files that exist; what does not is named without a link.

    Args:
        folder: Where the report stands.
        documents: Of the manifest: their pictures are looked for beside their files.
    """

    def __init__(self, folder: Path, documents: Sequence[CorpusDocument] = ()) -> None:
        self._folder = folder
        self._documents = {one.id: one for one in documents}

    def document(self, name: str) -> Cell:
        """The id of a document, with a link to its original, or to the file with both texts."""
        found = self._documents.get(name)
        return self._link(name, found.files[0]) if found and found.files else name

    def bitext(self, name: str) -> Cell:
        """The bitext of a document where it was written; else nothing."""
        path = bitext_file(self._folder / BITEXTS, name)
        return self._link("bitext", path) if is_there(path) else ""

    def picture(self, name: str, picture: str, page: int) -> Cell:
        """The file with the picture of a page, at this page where it is a PDF."""
        found = self._documents.get(name)
        for file in found.files if found else ():
            if is_there(file.parent / picture):
                at = f"#page={page}" if picture.lower().endswith(".pdf") else ""
                return self._link(picture, file.parent / picture, at)
        return picture

    def _link(self, text: str, path: Path, at: str = "") -> Cell:
        if not is_there(path):
            return text
        way = os.path.relpath(path.absolute(), self._folder.absolute())
        return Link(text, quote(Path(way).as_posix()) + at)

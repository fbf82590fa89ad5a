"""A folder of documents: its word list, its glossary, the settings of all its reviews."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from align.check.term import HEADER
from align.config import Config
from align.errors import ReadError
from align.folder.document_list import FILE_NAME, first_list
from align.folder.documents import contents_of
from align.folder.folder_document import FolderContents, FolderDocument
from align.output import write

WORDS = "words.txt"
GLOSSARY = "glossary.tsv"
GLOSSARY_HEAD = "\t".join((*HEADER, "forbidden")) + "\n"


@dataclass(frozen=True)
class Folder:
    """A folder, and the settings with which its documents are aligned.

    Attributes:
        path: The folder.
        config: The settings; the word list and the glossary are the folder's own where they name none.
        reviewer: Who decides; ``None`` for who is logged in.
    """

    path: Path
    config: Config
    reviewer: str | None = None

    @classmethod
    def open(cls, path: Path | str, config: Config = Config(), reviewer: str | None = None) -> Folder:
        """A folder with its word list and its glossary; nothing is read or written.

        Raises:
            ReadError: There is no such folder.
        """
        path = Path(path)
        if not path.is_dir():
            raise ReadError(f"expected a folder of documents, {path} is none; check the path")
        words = config.words or path / WORDS
        glossary = config.check.glossary or path / GLOSSARY
        check = replace(config.check, glossary=glossary)
        return cls(path, replace(config, words=words, check=check), reviewer)

    @property
    def words(self) -> Path:
        """The word list of all documents."""
        return self.config.words or self.path / WORDS

    @property
    def glossary(self) -> Path:
        """The glossary of all documents."""
        return self.config.check.glossary or self.path / GLOSSARY

    @property
    def document_list(self) -> Path:
        """The reviewer's list of documents."""
        return self.path / FILE_NAME

    def contents(self) -> FolderContents:
        """The documents that the folder holds now.

        Raises:
            ReadError: The folder cannot be read.
        """
        languages = self.config.source_language, self.config.target_language
        try:
            return contents_of(self.path, languages)
        except OSError as error:
            raise ReadError(f"{self.path}: the folder cannot be read: {error.strerror or error}") from error

    def prepare(self) -> None:
        """Make the word list, the glossary and the list of documents where they are missing.

        Raises:
            OutputError: One of them cannot be written.
        """
        for path, text in ((self.words, ""), (self.glossary, GLOSSARY_HEAD)):
            if not path.exists():
                write(path, text)
        if not self.document_list.exists():
            write(self.document_list, first_list(self.contents().unclear))

    def settings(self) -> Config:
        """The settings with those of the lists that exist."""
        words = self.words if self.words.exists() else None
        glossary = self.glossary if self.glossary.exists() else None
        return replace(self.config, words=words, check=replace(self.config.check, glossary=glossary))

    def document(self, name: str) -> FolderDocument | None:
        """The document with this name; ``None`` where there is none."""
        return next((one for one in self.contents().documents if one.name == name), None)

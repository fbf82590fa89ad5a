"""A document of a folder: its files, and where its review stands."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class FolderDocument:
    """One page with both texts, or an original and its translation.

    Attributes:
        files: The page, or the two files, the original first.
    """

    files: tuple[Path, ...]

    @property
    def name(self) -> str:
        """The name of its first file without the suffix; no other document of the folder has it."""
        return self.files[0].stem

    @property
    def label(self) -> str:
        """The names of its files, for people: ``letter.ru.txt + letter.en.txt``."""
        return " + ".join(path.name for path in self.files)

    @property
    def journal(self) -> Path:
        """The file of decisions, as `align review` names it."""
        return self.files[0].with_name(f"{self.name}.review.jsonl")

    @property
    def notebook(self) -> Path:
        """The notebook in which it is reviewed, likewise."""
        return self.files[0].with_name(f"{self.name}.review.ipynb")

    @property
    def size(self) -> int:
        """Bytes of its files."""
        return sum(path.stat().st_size for path in self.files if path.exists())


@dataclass(frozen=True)
class UnclearFiles:
    """Files that may be one document or several, and why the names do not tell."""

    files: tuple[Path, ...]
    reason: str


@dataclass(frozen=True)
class SkippedFile:
    """The name of a file that is no document, and why."""

    name: str
    reason: str


@dataclass(frozen=True)
class FolderContents:
    """The files of a folder: documents by name, what is unclear, what was skipped.

    ``problems``: lines of the folder's list of documents that cannot be followed.
    """

    documents: tuple[FolderDocument, ...] = ()
    unclear: tuple[UnclearFiles, ...] = ()
    skipped: tuple[SkippedFile, ...] = ()
    problems: tuple[str, ...] = ()

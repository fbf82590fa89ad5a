"""A document of a collection, as the manifest names it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class CorpusDocument:
    """One file with both texts or with one, or an original and its translation.

    Attributes:
        id: No other document of the collection has it.
        files: The file, or the original and its translation.
        names: The files as the manifest names them; the tables hold these.
        line: Where the manifest names it, from 1.
        problem: Why it cannot be read, as far as that is known without reading it; empty where it may be.

    Example:
        >>> CorpusDocument("letter-5", (Path("/data/letter-5.txt"),), ("letter-5.txt",)).size
        0
    """

    id: str
    files: tuple[Path, ...]
    names: tuple[str, ...]
    line: int = 1
    problem: str = ""

    @property
    def size(self) -> int:
        """Bytes of its files; 0 for those that are missing or are folders."""
        return sum(map(_size, self.files))


def _size(path: Path) -> int:
    try:
        return path.stat().st_size if path.is_file() else 0
    except OSError:  # it is gone, or its name is too long for one
        return 0


def is_there(path: Path) -> bool:
    """Whether a file or a folder can be looked at."""
    try:
        return path.is_file() or path.is_dir()
    except OSError:  # its name is too long, or its folder may not be read
        return False

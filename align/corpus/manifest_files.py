"""A folder or a pattern as the manifest of a collection: its files, paired by their names."""

from __future__ import annotations

import glob
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile
from pathlib import Path

from align.corpus.document import CorpusDocument
from align.corpus.printable import printable
from align.folder.documents import contents_of
from align.folder.folder_document import FolderDocument, UnclearFiles
from align.folder.pairing import Languages, by_base, paired
from align.scan.kept_pages import SUFFIX as KEPT_SUFFIX

WILDCARDS = frozenset("*?[")


@dataclass(frozen=True)
class CollectionFiles:
    """What a folder or a pattern holds.

    Attributes:
        documents: Files that may be one document or several are one, with a problem.
        problems: Lines of the folder's list of documents that cannot be followed.
        notes: Files that are no documents, one line each.
    """

    documents: tuple[CorpusDocument, ...]
    problems: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


def files_of_folder(folder: Path, languages: Languages) -> CollectionFiles:
    """The documents of a folder, as its start page has them; folders in it are not looked at.

    Args:
        folder: The folder.
        languages: Of original and translation where the settings name them.
    """
    contents = contents_of(folder, languages)
    documents = _documents([*contents.documents, *contents.unclear], folder)
    notes = tuple(printable(f"{one.name} skipped: {one.reason}") for one in contents.skipped)
    return CollectionFiles(documents, contents.problems, notes)


def files_of_pattern(pattern: str, languages: Languages) -> CollectionFiles:
    """The documents of the files that a pattern names.

    Their ids are the names behind the part of the pattern before its first wildcard: a file that comes later
    changes the id of no other.

    Args:
        pattern: Such as ``letters/**/*.txt``.
        languages: Of original and translation where the settings name them.
    """
    groups: dict[Path, list[Path]] = {}
    for path in map(Path, sorted(glob.glob(pattern, recursive=True))):  # noqa: PTH207
        if path.is_file() and path.parent.suffix != KEPT_SUFFIX:
            groups.setdefault(path.parent, []).append(path)
    found = _paired(groups.values(), languages)
    plain = takewhile(lambda part: not WILDCARDS & set(part), Path(pattern).parts)
    return CollectionFiles(_documents(list(found), Path(*plain)))


def _paired(
    folders: Iterable[Sequence[Path]], languages: Languages
) -> Iterator[FolderDocument | UnclearFiles]:
    """The files of each folder by their names."""
    for paths in folders:
        for group in by_base(paths).values():
            yield from paired(group, languages)


def _documents(found: Sequence[FolderDocument | UnclearFiles], folder: Path) -> tuple[CorpusDocument, ...]:
    return tuple(_document(one, folder, number) for number, one in enumerate(found, 1))


def _document(one: FolderDocument | UnclearFiles, folder: Path, number: int) -> CorpusDocument:
    """A document with the name of its first file, without its end, as id."""
    names = tuple(printable(_name_in(path, folder)) for path in one.files)
    problem = f"{one.reason}; name them in a manifest" if isinstance(one, UnclearFiles) else ""
    files = tuple(path.absolute() for path in one.files)  # workers run in other folders
    return CorpusDocument(Path(names[0]).with_suffix("").as_posix(), files, names, number, problem)


def _name_in(path: Path, folder: Path) -> str:
    return (path.relative_to(folder) if path.is_relative_to(folder) else path).as_posix()

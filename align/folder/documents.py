"""The documents of a folder, found by the names of its files."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from align.errors import ReadError
from align.folder.document_list import FILE_NAME, DocumentList, missing_files, read_document_list
from align.folder.folder_document import FolderContents, FolderDocument, SkippedFile, UnclearFiles
from align.folder.made_here import made_here
from align.folder.pairing import Languages, by_base, paired
from align.scan.kept_pages import SUFFIX as KEPT_SUFFIX
from align.scan.scan_files import is_picture
from align.text.readers.file_head import FileHead
from align.text.readers.formats import FORMATS, PLAIN_TEXT, format_of

OWN_NAMES = frozenset({FILE_NAME, "words.txt", "glossary.tsv"})
"""The folder's lists."""

OWN_SUFFIXES = frozenset({".ipynb", ".jsonl", ".lock", ".part"})
"""Notebooks, journals, their locks, and what is being written."""

KNOWN_SUFFIXES = frozenset(suffix for one in FORMATS for suffix in one.suffixes)


def contents_of(folder: Path, languages: Languages = (None, None)) -> FolderContents:
    """Find the documents of a folder; files in its folders are not looked at.

    Args:
        folder: The folder.
        languages: Of original and translation where the settings name them.

    Raises:
        OSError: The folder cannot be read.

    Example:
        >>> contents_of(Path("letters")).documents[0].name  # doctest: +SKIP
        'letter'
    """
    there = sorted(path for path in folder.iterdir() if not path.name.startswith("."))
    listed = read_document_list(folder / FILE_NAME)
    files = {path.name: path for path in there if path.is_file() and not _is_own(path)}
    folders = [path for path in there if path.is_dir() and path.suffix != KEPT_SUFFIX]
    skipped = [SkippedFile(path.name, _FOLDER) for path in folders if _holds_files(path)]
    skipped += [SkippedFile(name, f"{FILE_NAME} leaves it out") for name in sorted(listed.left_out)]
    reasons = {path: _refusal(path) for name, path in files.items() if name not in listed.named}
    skipped += [SkippedFile(path.name, why) for path, why in reasons.items() if why]
    found, second = _without_second_files([path for path, why in reasons.items() if not why])
    groups = [one for group in by_base(found).values() for one in paired(group, languages)]
    documents, unclear = _distinct([*_listed(listed, files), *groups])
    return FolderContents(
        documents, unclear, (*skipped, *second), (*listed.problems, *missing_files(listed, files))
    )


_FOLDER = "a folder: it can have a start page of its own"


def _is_own(path: Path) -> bool:
    return path.name in OWN_NAMES or path.suffix in OWN_SUFFIXES


def _holds_files(path: Path) -> bool:
    """Whether a folder is worth a line: it can be read and is not empty."""
    try:
        return any(path.iterdir())
    except OSError:
        return False


def _refusal(path: Path) -> str:
    """Why a file is no document; empty where it may be one."""
    try:
        if made_here(path):
            return f"written by align; if it is a document of its own, name it in {FILE_NAME}"
        if is_picture(path):
            return f"a picture of a page; if it is a document of its own, name it in {FILE_NAME}"
        if path.suffix.lower() not in KNOWN_SUFFIXES and format_of(path) is PLAIN_TEXT:
            return f"the name ends in {path.suffix or 'nothing'}; if it is a letter, name it in {FILE_NAME}"
        if format_of(path) is PLAIN_TEXT and _is_binary(FileHead.of(path).data):
            return "it is no text"
    except ReadError as error:
        return str(error).removeprefix(f"{path}: ")
    return ""


def _is_binary(data: bytes) -> bool:
    """Whether bytes are neither text nor UTF-16."""
    return b"\0" in data and not data.startswith((b"\xff\xfe", b"\xfe\xff"))


def _without_second_files(files: Sequence[Path]) -> tuple[list[Path], list[SkippedFile]]:
    """Of files that differ in the suffix alone the plain text is the document; the others are skipped."""
    plain = {path.stem: path for path in files if path.suffix.lower() in PLAIN_TEXT.suffixes}
    second = [path for path in files if path.stem in plain and path.suffix.lower() not in PLAIN_TEXT.suffixes]
    skipped = [
        SkippedFile(path.name, f"made from {plain[path.stem].name}, or another form of it; if it is a "
                    f"document of its own, name it in {FILE_NAME}")
        for path in second
    ]  # fmt: skip
    return [path for path in files if path not in second], skipped


def _listed(listed: DocumentList, files: dict[str, Path]) -> Iterator[FolderDocument]:
    """The documents of the list whose files are there."""
    for names in listed.documents:
        if all(name in files for name in names):
            yield FolderDocument(tuple(files[name] for name in names))


def _distinct(
    found: Iterable[FolderDocument | UnclearFiles],
) -> tuple[tuple[FolderDocument, ...], tuple[UnclearFiles, ...]]:
    """Documents by name, and what is unclear; documents that would share a journal are unclear too."""
    given = list(found)
    documents = [one for one in given if isinstance(one, FolderDocument)]
    unclear = [one for one in given if isinstance(one, UnclearFiles)]
    counts = Counter(one.name for one in documents)
    for name in sorted(name for name, count in counts.items() if count > 1):
        same = [path for one in documents if one.name == name for path in one.files]
        unclear.append(UnclearFiles(tuple(same), "these documents have one name; rename one of them"))
    distinct = sorted((one for one in documents if counts[one.name] == 1), key=lambda one: one.name)
    return tuple(distinct), tuple(unclear)

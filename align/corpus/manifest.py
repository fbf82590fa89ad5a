"""The manifest of a collection: which documents it has, checked before any of them is read."""

from __future__ import annotations

import glob
import unicodedata
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from align.corpus.document import CorpusDocument
from align.corpus.manifest_rows import COLUMNS, ManifestRow, read_rows
from align.errors import ReadError
from align.folder.documents import contents_of
from align.folder.folder_document import FolderDocument, UnclearFiles
from align.folder.pairing import by_base, paired
from align.one_line import shortened
from align.scan.kept_pages import SUFFIX as KEPT_SUFFIX

WILDCARDS = frozenset("*?[")
CONTROLS = frozenset({"Cc", "Cs", "Zl", "Zp"})
"""Kinds of characters that no id has: controls, halves of surrogate pairs, ends of lines."""
MAX_NAME = 4096
"""Characters of an id or of the name of a file."""


@dataclass(frozen=True)
class Manifest:
    """What a manifest holds.

    Attributes:
        documents: In its order, those with a problem too: each line is one, with an id of its own.
        problems: Everything that is wrong, one line each, with the line of the manifest.
    """

    documents: tuple[CorpusDocument, ...]
    problems: tuple[str, ...] = ()


def read_manifest(source: str) -> Manifest:
    """Read and check a manifest.

    Args:
        source: A file ``.tsv``, ``.csv`` (with a line of column names: ``id``, ``original`` and, where there
            is one, ``translation``) or ``.jsonl`` (an object with these keys on each line); or a folder or a
            pattern such as ``letters/**/*.txt``, whose files are paired by their names. Files are looked for
            from the folder of the manifest.

    Returns:
        Its documents and all problems: a column that is missing, an id that is empty or stands twice, a file
        that is missing or is named by no line.

    Raises:
        ReadError: There is no such file, it cannot be read, or it holds no document.

    Example:
        >>> read_manifest("letters.tsv").documents[0].id  # doctest: +SKIP
        'letter-5'
    """
    path = Path(source)
    if WILDCARDS & set(source) and not path.exists():
        found = _of_files(Path(one) for one in sorted(glob.glob(source, recursive=True)))  # noqa: PTH207
    elif path.is_dir():
        contents = contents_of(path)
        found = _of_groups([*contents.documents, *contents.unclear], path)
    else:
        found = _of_rows(read_rows(path), path.parent)
    if not found.documents and not found.problems:
        raise ReadError(f"{source}: expected the documents of a collection, found none; check the path")
    return found


def _of_rows(rows: Iterator[ManifestRow], folder: Path) -> Manifest:
    """The documents of the lines of a manifest."""
    documents, problems = list[CorpusDocument](), list[str]()
    for row in rows:
        problem = row.problem or _value_problem(row.values)
        if problem:
            problems.append(f"line {row.line}: {problem}")
        names = tuple(row.values[name] for name in COLUMNS[1:] if row.values.get(name))
        files = _absolute([folder / name for name in names])
        name = printable(row.values.get("id", "")) or f"line {row.line}"
        documents.append(CorpusDocument(name, files, tuple(map(printable, names)), row.line, problem))
    return _checked(documents, problems)


def _value_problem(values: Mapping[str, str]) -> str:
    """What is wrong with the id or the names of the files; empty where nothing is."""
    missing = [name for name in COLUMNS[:2] if not values.get(name)]
    if missing:
        return f"no {missing[0]}"
    odd = [name for name in COLUMNS if printable(values.get(name, "")) != values.get(name, "")]
    return f"expected one line of text as {odd[0]!r}, found control characters or too much" if odd else ""


def _of_files(files: Iterator[Path]) -> Manifest:
    """The documents of files, paired by their names in each folder."""
    groups: dict[Path, list[Path]] = {}
    for path in files:
        if path.is_file() and path.parent.suffix != KEPT_SUFFIX:
            groups.setdefault(path.parent, []).append(path)
    found = [
        one
        for paths in groups.values()
        for group in by_base(paths).values()
        for one in paired(group, (None, None))
    ]
    common = _common_folder(list(groups))
    return _of_groups(found, common)


def _common_folder(folders: Sequence[Path]) -> Path:
    """The innermost folder that holds all of these."""
    first = folders[0] if folders else Path()
    return next(
        (one for one in (first, *first.parents) if all(other.is_relative_to(one) for other in folders)),
        Path(),
    )


def _of_groups(found: Sequence[FolderDocument | UnclearFiles], folder: Path) -> Manifest:
    documents, problems = list[CorpusDocument](), list[str]()
    for number, one in enumerate(found, 1):
        names = tuple(printable(_name_in(path, folder)) for path in one.files)
        if isinstance(one, UnclearFiles):
            problems.append(f"{', '.join(names)}: {one.reason}; name them in a manifest")
            continue
        name = Path(names[0])
        named = name.with_suffix("").as_posix()
        documents.append(CorpusDocument(named, _absolute(one.files), names, number))
    return _checked(documents, problems)


def _absolute(files: Sequence[Path]) -> tuple[Path, ...]:
    """Workers run in other folders."""
    return tuple(path.absolute() for path in files)


def _name_in(path: Path, folder: Path) -> str:
    return (path.relative_to(folder) if path.is_relative_to(folder) else path).as_posix()


def _checked(documents: Sequence[CorpusDocument], problems: list[str]) -> Manifest:
    """The same with ids that stand twice made different, and with all files looked for."""
    count = Counter(document.id for document in documents)
    used, checked = set(count), list[CorpusDocument]()
    for one in documents:
        problem, name = one.problem, one.id
        if count[one.id] > 1:
            problem, name = f"the id {one.id!r} stands {count[one.id]} times", f"{one.id} (line {one.line})"
            while name in used:
                name += "*"
            used.add(name)
            problems.append(f"line {one.line}: {problem}")
        found = "" if problem else _file_problem(one)
        if found:
            problems.append(f"line {one.line}: {found}")
        checked.append(replace(one, id=name, problem=problem or found))
    return Manifest(tuple(checked), tuple(problems))


def _file_problem(document: CorpusDocument) -> str:
    """Which of its files are missing, or are neither files nor folders; empty where none is."""
    missing = [str(path) for path in document.files if not _is_there(path)]
    return f"{', '.join(missing)}: no such file" if missing else ""


def _is_there(path: Path) -> bool:
    try:
        return path.is_file() or path.is_dir()
    except OSError:  # its name is too long, or its folder may not be read
        return False


def printable(text: str) -> str:
    r"""A text that UTF-8 can hold and that stands in one line; the same where it is so already.

    Example:
        >>> print(printable("letter 5"), printable("a\nb"))
        letter 5 a\nb
    """
    return shortened("".join(map(_visible, text)), MAX_NAME)


def _visible(character: str) -> str:
    if unicodedata.category(character) not in CONTROLS:
        return character
    return character.encode("unicode_escape").decode()

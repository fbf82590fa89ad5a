"""The manifest of a collection: which documents it has, checked before any of them is read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from align.corpus.document import CorpusDocument, is_there
from align.corpus.manifest_files import WILDCARDS, CollectionFiles, files_of_folder, files_of_pattern
from align.corpus.manifest_rows import COLUMNS, ManifestRow, read_rows
from align.corpus.printable import printable
from align.errors import ReadError
from align.folder.pairing import Languages

Place = Callable[[CorpusDocument], str]
"""Where the manifest names a document, for people: a line, or the names of its files."""


@dataclass(frozen=True)
class Manifest:
    """What a manifest holds.

    Attributes:
        documents: In its order, those with a problem too: each line is one, with an id of its own.
        problems: Everything that is wrong, one line each, with the line of the manifest or the files.
        notes: Files of a folder that are no documents, one line each with the reason.
    """

    documents: tuple[CorpusDocument, ...]
    problems: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


def read_manifest(source: str, languages: Languages = (None, None)) -> Manifest:
    """Read and check a manifest.

    Args:
        source: A file ``.tsv``, ``.csv`` (with a line of column names: ``id``, ``original`` and, where there
            is one, ``translation``) or ``.jsonl`` (an object with these keys on each line); or a folder or a
            pattern such as ``letters/**/*.txt``, whose files are paired by their names. Files are looked for
            from the folder of the manifest.
        languages: Of original and translation where the settings name them: the files of a folder or a
            pattern are paired by them.

    Returns:
        Its documents and all problems: an id that is empty or stands twice, a value that is missing or cannot
        be used, a file that is missing, files of a folder that may be one document or several.

    Raises:
        ReadError: There is no such file, it cannot be read, or it holds no document.

    Example:
        >>> read_manifest("letters.tsv").documents[0].id  # doctest: +SKIP
        'letter-5'
    """
    path = Path(source)
    if WILDCARDS & set(source) and not path.exists():
        found = _of_files(files_of_pattern(source, languages))
    elif path.is_dir():
        found = _of_files(files_of_folder(path, languages))
    else:
        found = _of_rows(read_rows(path), path.parent)
    if not found.documents and not found.problems:
        raise ReadError(f"{source}: expected the documents of a collection, found none; check the path")
    return found


def _of_files(found: CollectionFiles) -> Manifest:
    """The documents of a folder or a pattern."""
    unclear = [f"{_files(one)}: {one.problem}" for one in found.documents if one.problem]
    checked = _checked(found.documents, [*found.problems, *unclear], _files)
    return replace(checked, notes=found.notes)


def _files(document: CorpusDocument) -> str:
    return ", ".join(document.names)


def _line(document: CorpusDocument) -> str:
    return f"line {document.line}"


def _of_rows(rows: Iterator[ManifestRow], folder: Path) -> Manifest:
    """The documents of the lines of a manifest."""
    documents, problems = list[CorpusDocument](), list[str]()
    for row in rows:
        problem = row.problem or _value_problem(row.values)
        if problem:
            problems.append(f"line {row.line}: {problem}")
        names = tuple(row.values[name] for name in COLUMNS[1:] if row.values.get(name))
        files = tuple((folder / name).absolute() for name in names)  # workers run in other folders
        name = printable(row.values.get("id", "")) or f"line {row.line}"
        documents.append(CorpusDocument(name, files, tuple(map(printable, names)), row.line, problem))
    return _checked(documents, problems, _line)


def _value_problem(values: Mapping[str, str]) -> str:
    """What is wrong with the id or the names of the files; empty where nothing is."""
    missing = [name for name in COLUMNS[:2] if not values.get(name)]
    if missing:
        return f"no {missing[0]}"
    odd = [name for name in COLUMNS if printable(values.get(name, "")) != values.get(name, "")]
    return f"expected one line of text as {odd[0]!r}, found control characters or too much" if odd else ""


def _checked(documents: Sequence[CorpusDocument], problems: list[str], place: Place) -> Manifest:
    """The same with ids that stand twice made different, and with all files looked for."""
    count = Counter(document.id for document in documents)
    used, checked = set(count), list[CorpusDocument]()
    for one in documents:
        problem, name = one.problem, one.id
        if count[one.id] > 1:
            problem, name = f"the id {one.id!r} stands {count[one.id]} times", f"{one.id} ({place(one)})"
            while name in used:
                name += "*"
            used.add(name)
            problems.append(f"{place(one)}: {problem}")
        found = "" if problem else _file_problem(one)
        if found:
            problems.append(f"{place(one)}: {found}")
        checked.append(replace(one, id=name, problem=problem or found))
    return Manifest(tuple(checked), tuple(problems))


def _file_problem(document: CorpusDocument) -> str:
    """Which of its files are missing, or are neither files nor folders; empty where none is."""
    missing = [str(path) for path in document.files if not is_there(path)]
    return f"{', '.join(missing)}: no such file" if missing else ""

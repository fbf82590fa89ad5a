"""The manifest of a collection: which documents it has, checked before any of them is read."""

from __future__ import annotations

import csv
import glob
import json
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from align.corpus.document import CorpusDocument
from align.errors import ReadError
from align.folder.documents import contents_of
from align.folder.folder_document import FolderDocument, UnclearFiles
from align.folder.pairing import by_base, paired
from align.one_line import one_line
from align.scan.kept_pages import SUFFIX as KEPT_SUFFIX
from align.text.readers.file import read_text

COLUMNS = ("id", "original", "translation")
OTHER_NAMES: Mapping[str, str] = {"source": "original", "target": "translation", "document": "id"}
"""Names of columns that are understood as well."""

WILDCARDS = frozenset("*?[")


@dataclass(frozen=True)
class Manifest:
    """What a manifest holds.

    Attributes:
        documents: In its order; those with a problem too, as far as they have an id of their own.
        problems: Everything that is wrong, one line each, with the line of the manifest.
    """

    documents: tuple[CorpusDocument, ...]
    problems: tuple[str, ...] = ()


@dataclass(frozen=True)
class _Row:
    """A line of a manifest: the values by the name of their column, or what is wrong with it."""

    line: int
    values: Mapping[str, str]
    problem: str = ""


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
        found = _of_rows(_rows(path), path.parent)
    if not found.documents and not found.problems:
        raise ReadError(f"{source}: expected the documents of a collection, found none; check the path")
    return found


def _rows(path: Path) -> Iterator[_Row]:
    """The lines of a manifest with values. Raises :class:`ReadError`."""
    readers: Mapping[str, Callable[[Sequence[str]], Iterator[_Row]]] = {
        ".tsv": lambda lines: _table_rows(lines, "\t"),
        ".csv": lambda lines: _table_rows(lines, ","),
        ".jsonl": _json_rows,
    }
    reader = readers.get(path.suffix.lower())
    if reader is None:
        raise ReadError(
            f"{path}: expected a manifest .tsv, .csv or .jsonl, a folder or a pattern such as 'letters/*.txt'"
        )
    return reader(read_text(path).removeprefix("\ufeff").splitlines(keepends=True))


def _table_rows(lines: Sequence[str], delimiter: str) -> Iterator[_Row]:
    reader = (
        csv.reader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
        if delimiter == "\t"
        else csv.reader(lines, delimiter=delimiter, strict=True)
    )
    names: list[str] = []
    try:
        for cells in reader:
            values = [cell.strip() for cell in cells]
            if not any(values) or values[0].startswith("#"):
                continue
            if not names:
                names = [_column(value) for value in values]
                missing = [name for name in COLUMNS[:2] if name not in names]
                if missing:
                    yield _Row(reader.line_num, {}, f"expected a column {missing[0]!r}, found {values}")
                    return
                continue
            problem = "" if len(values) <= len(names) else f"{len(values)} values for {len(names)} columns"
            yield _Row(reader.line_num, dict(zip(names, values, strict=False)), problem)
    except csv.Error as error:
        yield _Row(reader.line_num, {}, f"no table: {error}")


def _json_rows(lines: Sequence[str]) -> Iterator[_Row]:
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            value = json.loads(line)
        except ValueError as error:
            yield _Row(number, {}, f"no JSON: {error}")
            continue
        if not isinstance(value, dict):
            yield _Row(number, {}, f"expected an object, found {type(value).__name__}")
            continue
        named = {_column(str(name)): "" if cell is None else cell for name, cell in value.items()}
        wrong = [name for name in COLUMNS if not isinstance(named.get(name, ""), str)]
        problem = f"expected a string as {wrong[0]!r}, found {named[wrong[0]]!r}" if wrong else ""
        yield _Row(number, {name: str(named.get(name, "")).strip() for name in COLUMNS}, problem)


def _column(name: str) -> str:
    plain = name.strip().lower()
    return OTHER_NAMES.get(plain, plain)


def _of_rows(rows: Iterator[_Row], folder: Path) -> Manifest:
    """The documents of the lines of a manifest."""
    documents, problems = list[CorpusDocument](), list[str]()
    for row in rows:
        problem = row.problem or _value_problem(row.values)
        if problem:
            problems.append(f"line {row.line}: {problem}")
        if not row.values.get("id"):
            continue
        names = tuple(row.values[name] for name in COLUMNS[1:] if row.values.get(name))
        files = tuple(folder / name for name in names)
        documents.append(CorpusDocument(row.values["id"], files, names, row.line, problem))
    return _checked(documents, problems)


def _value_problem(values: Mapping[str, str]) -> str:
    """What is wrong with the id or the names of the files; empty where nothing is."""
    missing = [name for name in COLUMNS[:2] if not values.get(name)]
    if missing:
        return f"no {missing[0]}"
    odd = [name for name in COLUMNS if one_line(values.get(name, "")) != values.get(name, "")]
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
        names = tuple(_name_in(path, folder) for path in one.files)
        if isinstance(one, UnclearFiles):
            problems.append(f"{', '.join(names)}: {one.reason}; name them in a manifest")
            continue
        name = Path(names[0])
        documents.append(CorpusDocument(name.with_suffix("").as_posix(), one.files, names, number))
    return _checked(documents, problems)


def _name_in(path: Path, folder: Path) -> str:
    return (path.relative_to(folder) if path.is_relative_to(folder) else path).as_posix()


def _checked(documents: Sequence[CorpusDocument], problems: list[str]) -> Manifest:
    """The same with ids that stand twice made different, and with all files looked for."""
    count = Counter(document.id for document in documents)
    checked = []
    for one in documents:
        problem, name = one.problem, one.id
        if count[one.id] > 1:
            problem, name = f"the id {one.id!r} stands {count[one.id]} times", f"{one.id} (line {one.line})"
            problems.append(f"line {one.line}: {problem}")
        missing = [str(path) for path in one.files if not path.exists()]
        if missing and not problem:
            problem = f"{', '.join(missing)}: no such file"
            problems.append(f"line {one.line}: {problem}")
        checked.append(replace(one, id=name, problem=problem))
    return Manifest(tuple(checked), tuple(problems))

"""The results of earlier runs, found again by their files, their settings and the version of the program."""

from __future__ import annotations

import hashlib
import json
import zlib
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np

from align import user_cache
from align.bitext import Bitext
from align.check.term import read_glossary
from align.config import Config
from align.embed.model_version import model_version
from align.errors import AlignError, InputError, ModelError, ReadError
from align.export.bitext_json import to_text
from align.export.bitext_reader import from_json
from align.program_version import package_version, program_version
from align.scan.tesseract import find_tesseract
from align.text.readers.formats import format_of
from align.text.readers.page_export import files_of_folder
from align.text.readers.page_heads import SUFFIXES
from align.text.readers.page_pictures import pictures_beside
from align.user_cache import folder_version
from align.wordlist import read_words

NAME = "result"
NEWEST = 500
"""Results that are kept; of a letter 100 KB each."""

LAST = "last-result"
"""Of some files: with which word list and glossary they were aligned last."""


LISTS = ("words", "glossary")
"""The settings that a reviewer changes while reviewing, as :func:`result_key` has them."""

ResultKey = tuple[str, list[tuple[str, str | None]], dict[str, Any]]
"""The program's version; the files with their hashes; the settings."""


@dataclass(frozen=True)
class LastResult:
    """A result, and whether it was checked with the glossary of now."""

    bitext: Bitext
    same_glossary: bool


def result_key(files: Sequence[Path], config: Config) -> ResultKey | None:
    """What a result depends on.

    Args:
        files: The files that are aligned.
        config: The settings. Files that they name count by their content, so that a key is the same
            whichever folder the program runs in.

    Returns:
        A value whose ``repr`` is equal for equal results; ``None`` where a file cannot be read.
    """
    contents, settings = contents_key(files), settings_key(config)
    if contents is None or settings is None:
        return None
    return program_version(), contents, {**settings, "engine": engine_key(files)}


def contents_key(files: Sequence[Path]) -> list[tuple[str, str | None]] | None:
    """The name of each file with the hash of what is read of it; ``None`` where one cannot be read."""
    try:
        return [(path.name, _read_of(path)) for path in files]
    except (OSError, ReadError):
        return None


def settings_key(config: Config) -> dict[str, Any] | None:
    """What a result depends on beside its files; ``None`` where a file that it names cannot be read."""
    try:
        return _settings(config)
    except (OSError, ReadError):
        return None


def find_result(key: object, config: Config) -> Bitext | None:
    """The result kept under a key, its encoder called as the settings call it; ``None`` where none is."""
    arrays = user_cache.find(NAME, key)
    if arrays is None:
        return None
    try:
        found = Bitext.of(from_json(json.loads(zlib.decompress(arrays["json"].tobytes()))))
    except (KeyError, ValueError, zlib.error, InputError):  # not what keep_result wrote
        return None
    encoder = found.signature.encoder and config.encoder  # its folder may be seen from another place now
    return replace(found, signature=replace(found.signature, encoder=encoder))


def keep_result(key: object, bitext: Bitext) -> None:
    """Keep a result under a key; where nothing can be written, nothing is kept."""
    packed = zlib.compress(to_text(bitext, digits=None).encode(), level=1)
    user_cache.keep(NAME, key, {"json": np.frombuffer(packed, dtype=np.uint8)}, newest=NEWEST)


def keep_last(files: Sequence[Path], config: Config) -> None:
    """Note the word list and the glossary with which files have just been aligned, for :func:`find_last`."""
    key = result_key(files, config)
    if key is not None:
        named = json.dumps({name: key[2][name] for name in LISTS}).encode()
        used = {"lists": np.frombuffer(named, dtype=np.uint8)}
        user_cache.keep(LAST, _without_lists(key), used, newest=NEWEST)


def find_last(files: Sequence[Path], config: Config) -> LastResult | None:
    """The result of the last run on files, whatever its word list and glossary held; nothing is computed.

    Args:
        files: The files that were aligned.
        config: The settings; all but the word list and the glossary are those of the run.

    Returns:
        The result, and whether its glossary was the one that the settings name; ``None`` where no run is
        known, or its result is not kept any more.
    """
    key = result_key(files, config)
    if key is None:
        return None
    found = find_result(key, config)
    if found is not None:
        return LastResult(found, same_glossary=True)
    lists = _noted_lists(key)
    found = find_result((*key[:2], {**key[2], **lists}), config) if lists else None
    same = lists.get("glossary") == key[2]["glossary"]
    return None if found is None else LastResult(found, same_glossary=same)


def _noted_lists(key: ResultKey) -> Mapping[str, str | None]:
    """What :func:`keep_last` noted; empty where it noted nothing, or that is damaged."""
    noted = user_cache.find(LAST, _without_lists(key))
    try:
        lists = json.loads(noted["lists"].tobytes()) if noted else {}
        return {name: lists[name] for name in LISTS} if lists else {}
    except (LookupError, TypeError, ValueError):
        return {}


def _without_lists(key: ResultKey) -> ResultKey:
    return (*key[:2], {name: value for name, value in key[2].items() if name not in LISTS})


def _settings(config: Config) -> dict[str, Any]:
    """The settings, with the content or version of each file, folder and package that they name."""
    pipelines = [name for name in (config.source_pipeline, config.target_pipeline) if name]
    named = {
        "words": _entries(config.words, read_words),
        "glossary": _entries(config.check.glossary, read_glossary),
        "collection": _content(config.ocr.collection),
        "models": [model_version(name) for name in (config.encoder, config.ocr.context)],
        "pipelines": [package_version(name) or folder_version(Path(name)) for name in pipelines],
    }
    check = replace(config.check, glossary=None)
    ocr = replace(config.ocr, context=None, collection=None)
    rest = asdict(replace(config, words=None, encoder="", check=check, ocr=ocr))
    return {**_in_order(rest), **named}


def engine_key(files: Sequence[Path]) -> object:
    """What reads pages that are pictures; ``None`` where no file can have any, or nothing is installed."""
    if not any(map(_may_be_scan, files)):
        return None
    try:
        engine = find_tesseract()
    except ModelError:
        return None
    return engine.name, engine.languages, engine.data_versions(engine.languages)


def _may_be_scan(path: Path) -> bool:
    """Whether a file or a folder can hold pages that are pictures, by its content."""
    try:
        return format_of(path).read_scan is not None
    except ReadError:
        return False


def _entries(path: Path | None, read: Callable[[Path], Iterable[object]]) -> str | None:
    """The hash of what a list holds: notes change no result, an empty list is as good as none.

    That of the file where it is no such list; raises ``OSError`` where it cannot be read.
    """
    whole = _content(path)
    if path is None:
        return None
    try:
        entries = sorted(map(repr, read(path)))
    except AlignError:
        return whole
    return hashlib.sha256("\n".join(entries).encode()).hexdigest() if entries else None


def _read_of(path: Path) -> str | None:
    """The hash of a file; of one that may hold pages also of the pictures that may be theirs."""
    content = _content(path)
    if path.is_dir() or not path.name.lower().endswith((*SUFFIXES, ".zip")):
        return content
    found = pictures_beside(path)
    return hashlib.sha256(repr((content, found)).encode()).hexdigest() if found else content


def _content(path: Path | None) -> str | None:
    """The hash of a file, or of all that is read of a folder; raises ``OSError`` where it cannot be read."""
    if path is None:
        return None
    if path.is_dir():
        read = [(file.relative_to(path).as_posix(), _content(file)) for file in files_of_folder(path)]
        return hashlib.sha256(repr(read).encode()).hexdigest()
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _in_order(value: Any) -> Any:  # noqa: ANN401  # whatever settings hold
    """The same with sets as sorted lists, whose ``repr`` is always the same."""
    if isinstance(value, dict):
        return {key: _in_order(part) for key, part in value.items()}
    return sorted(value) if isinstance(value, frozenset) else value

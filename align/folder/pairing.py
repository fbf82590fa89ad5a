"""Files whose names share a base -> one document, or the reason why it is unclear which they are."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from align.folder.folder_document import FolderDocument, UnclearFiles
from align.folder.name_parts import NameParts, name_parts
from align.text.readers.formats import format_of

USUAL_TARGET = "en"
"""Of two languages in names this one is that of the translation, unless the settings name others."""

Languages = tuple[str | None, str | None]
"""Of original and translation, as the settings name them."""


def by_base(files: Sequence[Path]) -> Mapping[str, list[Path]]:
    """Base of the name -> the files that share it, in order."""
    groups: dict[str, list[Path]] = {}
    for path in files:
        groups.setdefault(name_parts(path).base, []).append(path)
    return groups


def paired(files: Sequence[Path], languages: Languages) -> list[FolderDocument | UnclearFiles]:
    """The documents of files that share the base of their names.

    Args:
        files: The files.
        languages: Of original and translation where the settings name them.

    Returns:
        One document of two files where the names tell the sides; each file alone where no name tells
        anything; else what is unclear.
    """
    parts = {path: name_parts(path) for path in files}
    if len(files) == 1 or all(one.plain for one in parts.values()):
        return [FolderDocument((path,)) for path in files]
    if len(files) > 2:
        return [UnclearFiles(tuple(files), "these files may belong together")]
    original = _original(parts, languages)
    if original is None:
        return [
            UnclearFiles(tuple(files), "it is unclear which is the original, or whether they belong together")
        ]
    return [FolderDocument((original, *(path for path in files if path != original)))]


def _original(parts: Mapping[Path, NameParts], languages: Languages) -> Path | None:
    """The original of two files; ``None`` where their names do not tell it."""
    (one, its), (other, others) = parts.items()
    if its.role != others.role:
        if "original" in (its.role, others.role):
            return one if its.role == "original" else other
        return other if its.role == "translation" else one
    if its.language is None or others.language is None:
        return _scan(parts, languages)
    if its.language == others.language:
        return None
    spoken = {its.language: one, others.language: other}
    source, target = languages
    if source in spoken:
        return spoken[source]
    target = target if target in spoken else USUAL_TARGET
    return next(path for code, path in spoken.items() if code != target) if target in spoken else None


def _scan(parts: Mapping[Path, NameParts], languages: Languages) -> Path | None:
    """The file of pages whose name tells nothing, where the other name tells the language of a translation.

    What was scanned is the original.
    """
    source, target = languages
    (plain, *_), (named, *_) = ([path for path in parts if parts[path].plain is way] for way in (True, False))
    spoken = parts[named].language
    is_translation = spoken == (target or USUAL_TARGET) and spoken != source
    return plain if is_translation and format_of(plain).read_scan is not None else None

"""Arrays that are computed once and kept in the user's cache folder, mapped into the memory of every process.

What is kept depends on versions of packages and on data; both are in its key, so nothing kept is ever wrong.
A folder that cannot be read or written costs only time.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import tempfile
from collections.abc import Callable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from contextlib import suppress
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from time import time
from typing import Any

import numpy as np
import platformdirs
from numpy.typing import NDArray

Arrays = Mapping[str, NDArray[Any]]

UNUSED = 30 * 24 * 3600
"""Seconds after which arrays of another version, which nothing has read since, are removed."""

WRITING = "writing"
"""The file that says by which writing an entry was made."""

KEY_LENGTH = 16
"""Hexadecimal digits of a key: 64 bits."""


@dataclass(frozen=True)
class KeptFolder:
    """Arrays of one name and key: ``size`` in bytes, in the folder ``path``."""

    path: Path
    size: int

    @property
    def name(self) -> str:
        """What the arrays are, without their key."""
        return self.path.name.rpartition("-")[0]


def folder() -> Path:
    """Where arrays are kept; ``XDG_CACHE_HOME`` moves it on Linux."""
    return platformdirs.user_cache_path("bitext-align", appauthor=False)


def kept(name: str, depends_on: object, make: Callable[[], Arrays]) -> Arrays:
    """The arrays of a name: mapped from the cache folder where they are there, else made, and kept.

    Args:
        name: What they are, such as ``words-ru``.
        depends_on: Versions and settings on which they depend, beside the version of this package and of
            the module of ``make``; its ``repr`` gives the key.
        make: Computes them.

    Returns:
        The arrays by name; what is written into them stays in this process. Several processes may ask at
        once: each makes them, one keeps them.
    """
    key = depends_on, _version_of(make)
    found = find(name, key)
    if found is not None:
        return found
    made = make()
    keep(name, key, made)
    return made


def _version_of(make: Callable[[], Arrays]) -> tuple[str, int, int] | None:
    """That of the module in which a function stands; ``None`` where it stands in no file."""
    code = getattr(make, "__code__", None)
    module = None if code is None else Path(code.co_filename)
    return file_version(module) if module is not None and module.is_file() else None


def find(name: str, depends_on: object) -> Arrays | None:
    """The arrays that :func:`keep` kept under this name and key; ``None`` where there are none."""
    with suppress(OSError, ValueError, EOFError):
        return _mapped(_place(name, depends_on))
    return None


def keep(name: str, depends_on: object, arrays: Arrays, newest: int | None = None) -> None:
    """Keep arrays for later runs, in the place of those that have the same name and key.

    Args:
        name: What they are.
        depends_on: As :func:`kept`.
        arrays: The arrays by name.
        newest: How many entries of this name are kept; those that were not read for longest go.
    """
    with suppress(OSError):
        _keep(arrays, _place(name, depends_on))
        _remove_unused(name, newest)


def _place(name: str, depends_on: object) -> Path:
    named = repr((version("bitext-align"), depends_on))
    return folder() / f"{name}-{hashlib.sha256(named.encode()).hexdigest()[:KEY_LENGTH]}"


def file_version(path: Path) -> tuple[str, int, int]:
    """What the content of a file of a package is known by: its name, size and time."""
    found = path.stat()
    return path.name, found.st_size, found.st_mtime_ns


def folder_version(
    folder: Path, left_out: AbstractSet[str] = frozenset()
) -> list[tuple[str, tuple[str, int, int]]]:
    """The version of each file in a folder by its place there, in order; none where there is no such folder.

    Args:
        folder: The folder.
        left_out: Names of folders in it whose files do not count.
    """
    found = []
    for place, folders, names in os.walk(folder):
        folders[:] = sorted(set(folders) - left_out)
        paths = (Path(place, name) for name in sorted(names))
        found += [(str(path.relative_to(folder)), file_version(path)) for path in paths]
    return found


def entries() -> list[KeptFolder]:
    """What is kept, by name."""
    found = []
    for path in sorted(_folders()):
        with suppress(FileNotFoundError):  # another process has just replaced it
            found.append(KeptFolder(path, sum(part.stat().st_size for part in path.iterdir())))
    return found


def is_empty() -> bool:
    """Whether nothing is kept, or what is kept cannot be read."""
    try:
        return not any(_folders())
    except OSError:
        return True


def clear() -> int:
    """Remove all that is kept; returns the bytes that were freed.

    Raises:
        OSError: where a folder cannot be removed.
    """
    freed = sum(entry.size for entry in entries())
    for path in _folders():
        shutil.rmtree(path)
    return freed


def _folders() -> Iterator[Path]:
    place = folder()
    return (path for path in place.iterdir() if path.is_dir()) if place.is_dir() else iter(())


def _mapped(place: Path) -> Arrays:
    """The arrays in a folder; raises ``OSError`` or ``ValueError`` where it is not whole."""
    written = (place / WRITING).read_text("utf-8")
    names = (place / "names").read_text("utf-8").split()
    with suppress(OSError):
        (place / "names").touch()
    mapped = [(name, np.load(place / f"{name}.npy", mmap_mode="c", allow_pickle=False)) for name in names]
    if (place / WRITING).read_text("utf-8") != written:
        raise ValueError(f"{place} was replaced while it was read")
    return {name: np.asarray(array) for name, array in mapped}


def _remove_unused(name: str, newest: int | None) -> None:
    """Remove what was kept of a name and was not read for long, and all but the newest."""
    found = [path for path in _folders() if KeptFolder(path, 0).name == name]
    read = sorted((_last_read(path), path) for path in found)
    many = len(read) - (len(read) if newest is None else newest)
    for at, (when, path) in enumerate(read):
        if when < time() - UNUSED or at < many:
            shutil.rmtree(path, ignore_errors=True)


def _last_read(path: Path) -> float:
    """When an entry was read or written last, in seconds of the epoch; also of a draft left behind."""
    names = path / "names"
    return (names if names.exists() else path).stat().st_mtime


def _keep(arrays: Arrays, place: Path) -> None:
    """Write a folder beside its place and move it there whole; one that stands there is replaced."""
    place.parent.mkdir(parents=True, exist_ok=True)
    draft = Path(tempfile.mkdtemp(prefix=f"{place.name}.", dir=place.parent))
    try:
        for name, array in arrays.items():
            np.save(draft / f"{name}.npy", array, allow_pickle=False)
        (draft / "names").write_text("\n".join(arrays), encoding="utf-8")
        (draft / WRITING).write_text(draft.name, encoding="utf-8")
        _move(draft, place)
    finally:
        shutil.rmtree(draft, ignore_errors=True)


def _move(draft: Path, place: Path) -> None:
    """Put a folder in its place; what stands there is moved aside first: it is not lost where that fails."""
    aside = draft.with_name(f"{draft.name}.old")
    with suppress(FileNotFoundError):
        place.rename(aside)
    try:
        draft.rename(place)  # fails where another process was quicker
    finally:
        shutil.rmtree(aside, ignore_errors=True)

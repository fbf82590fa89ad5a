"""Arrays that are computed once and kept in the user's cache folder, mapped into the memory of every process.

What is kept depends on versions of packages and on data; both are in its key, so nothing kept is ever wrong.
A folder that cannot be read or written costs only time.
"""

from __future__ import annotations

import hashlib
import mmap
import shutil
import tempfile
from collections.abc import Callable, Iterator, Mapping
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
        depends_on: Versions and settings on which they depend, beside the version of this package; its
            ``repr`` gives the key.
        make: Computes them.

    Returns:
        The arrays by name; what is written into them stays in this process. Several processes may ask at
        once: each makes them, one keeps them.
    """
    named = repr((version("bitext-align"), depends_on))
    key = hashlib.sha256(named.encode()).hexdigest()[:KEY_LENGTH]
    place = folder() / f"{name}-{key}"
    with suppress(OSError, ValueError, EOFError):
        return _mapped(place)
    made = make()
    with suppress(OSError):
        _keep(made, place)
        _remove_unused(name)
    return made


def release(array: NDArray[Any]) -> None:
    """Give back the pages of a kept array that this process has read, and drop what it has written.

    They stay in the system's file cache, and are mapped again where the array is read again. A read maps the
    pages around it as well, so that a few rows of a large table may hold all of it.
    """
    owner: Any = array
    while isinstance(owner, np.ndarray):
        owner = owner.base
    if isinstance(owner, mmap.mmap) and hasattr(mmap, "MADV_DONTNEED"):
        owner.madvise(mmap.MADV_DONTNEED)


def file_version(path: Path) -> tuple[str, int, int]:
    """What the content of a file of a package is known by: its name, size and time."""
    found = path.stat()
    return path.name, found.st_size, found.st_mtime_ns


def entries() -> list[KeptFolder]:
    """What is kept, by name."""
    return [
        KeptFolder(path, sum(part.stat().st_size for part in path.iterdir())) for path in sorted(_folders())
    ]


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
    names = (place / "names").read_text("utf-8").split()
    with suppress(OSError):
        (place / "names").touch()
    mapped = ((name, np.load(place / f"{name}.npy", mmap_mode="c", allow_pickle=False)) for name in names)
    return {name: np.asarray(array) for name, array in mapped}


def _remove_unused(name: str) -> None:
    """Remove what was kept of a name under other keys and was not read for long."""
    for entry in entries():
        read = (entry.path / "names").stat().st_mtime
        if entry.name == name and read < time() - UNUSED:
            shutil.rmtree(entry.path, ignore_errors=True)


def _keep(arrays: Arrays, place: Path) -> None:
    """Write a folder beside its place and move it there whole; one that stands there broken is replaced."""
    place.parent.mkdir(parents=True, exist_ok=True)
    draft = Path(tempfile.mkdtemp(prefix=f"{place.name}.", dir=place.parent))
    try:
        for name, array in arrays.items():
            np.save(draft / f"{name}.npy", array, allow_pickle=False)
        (draft / "names").write_text("\n".join(arrays), encoding="utf-8")
        _move(draft, place)
    finally:
        shutil.rmtree(draft, ignore_errors=True)


def _move(draft: Path, place: Path) -> None:
    try:
        draft.rename(place)
    except OSError:  # it is there: another process was quicker, or what stands there is broken
        try:
            _mapped(place)
        except (OSError, ValueError, EOFError):
            shutil.rmtree(place, ignore_errors=True)
            draft.rename(place)

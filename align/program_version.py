"""What the results of this program depend on, apart from its input."""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Iterator
from functools import cache
from importlib.metadata import PackageNotFoundError, requires, version
from pathlib import Path

from align.user_cache import file_version

PACKAGE = "bitext-align"


@cache
def program_version() -> str:
    """A hash that changes with the code and the data of this package and the versions of those it requires.

    Returns:
        64 hexadecimal digits.
    """
    folder = Path(__file__).parent
    files = [(str(path.relative_to(folder)), file_version(path)) for path in _files(folder)]
    return hashlib.sha256(repr((files, sorted(_required()))).encode()).hexdigest()


def _files(folder: Path) -> Iterator[Path]:
    """Code and data, in order; what a browser runs and what Python compiles are left out."""
    for place, folders, names in os.walk(folder):
        folders[:] = sorted(set(folders) - {"frontend", "__pycache__"})
        yield from (Path(place, name) for name in sorted(names))


def _required() -> Iterator[tuple[str, str]]:
    """Name and version of each package that is required, and not for an extra alone."""
    for line in requires(PACKAGE) or ():
        found = re.match(r"[\w.-]+", line)
        if found is not None and "extra ==" not in line and (there := package_version(found[0])):
            yield found[0], there


def package_version(name: str) -> str | None:
    """The version of an installed package; ``None`` where there is no such package."""
    try:
        return version(name)
    except (PackageNotFoundError, ValueError):
        return None

"""What the results of this program depend on, apart from its input."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from functools import cache
from importlib.metadata import PackageNotFoundError, requires, version
from pathlib import Path

from align.user_cache import folder_version

PACKAGE = "bitext-align"

NO_CODE = frozenset({"frontend", "__pycache__"})
"""Folders of what a browser runs, and of what Python compiles."""


@cache
def program_version() -> str:
    """A hash that changes with the code and the data of this package and the versions of those it requires.

    Returns:
        64 hexadecimal digits.
    """
    files = folder_version(Path(__file__).parent, NO_CODE)
    return hashlib.sha256(repr((files, sorted(_required()))).encode()).hexdigest()


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

"""The OCR engine Tesseract: found on the path, with its version and its languages."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from align.errors import ModelError
from align.scan.engine_languages import readable
from align.user_cache import file_version

NAME = "tesseract"
INSTALL = (
    "sudo apt install tesseract-ocr tesseract-ocr-rus (macOS: brew install tesseract tesseract-lang; "
    "Windows: choco install tesseract)"
)
MISSING = f"reading pages needs Tesseract, which is not installed; install it with: {INSTALL}"
ORIENTATION = "osd"
"""The data with which it finds the script of a page and which way up it is."""

OLDEST = 4
"""The first version that reads lines with a neural network and writes what else a character may be."""


@dataclass(frozen=True)
class Tesseract:
    """An installed engine.

    Attributes:
        program: Its path; empty where it is known by what it read, and is not installed any more.
        version: Such as ``5.3.0``.
        languages: What is installed, by its own names.
        data: The folder of the data of its languages; ``None`` where it does not name it.
        versions: Of the data of an engine without a program, as :meth:`data_versions` gave them.
    """

    program: str
    version: str
    languages: tuple[str, ...]
    data: Path | None = None
    versions: tuple[tuple[str, int, int], ...] = ()

    @property
    def name(self) -> str:
        """For people, and for what depends on it."""
        return f"{NAME} {self.version}"

    def data_versions(self, languages: Iterable[str]) -> tuple[tuple[str, int, int], ...]:
        """What the data are known by that are read for languages: with others, other text is read.

        Args:
            languages: Its own names. Their parts, such as ``jpn_vert`` of ``jpn``, and the data of
                orientation count as well.

        Returns:
            Name, size and time of each file; none where the folder is not known.
        """
        used = {*languages, ORIENTATION}
        names = [name for name in self.languages if name in used or name.partition("_")[0] in used]
        files = [f"{name}.traineddata" for name in names]
        if self.data is None:
            return tuple(version for version in self.versions if version[0] in files)
        found = []
        for file in files:
            with suppress(OSError):
                found.append(file_version(self.data / file))
        return tuple(found)

    def require_program(self) -> None:
        """Raise :class:`ModelError` where the engine is not installed any more."""
        if not self.program:
            raise ModelError(MISSING)

    def require(self, languages: str) -> str:
        """The languages as they were given.

        Args:
            languages: Tesseract's names, joined with a plus sign.

        Raises:
            ModelError: One is not installed; the line names the command that installs it.
        """
        missing = [name for name in languages.split("+") if name not in self.languages]
        if missing:
            packages = " ".join(f"tesseract-ocr-{name.replace('_', '-')}" for name in missing)
            raise ModelError(
                f"Tesseract cannot read {', '.join(missing)}, which is not installed; install it with: sudo "
                f"apt install {packages} (macOS: brew install tesseract-lang); installed are "
                f"{', '.join(readable(self.languages)) or 'none'}"
            )
        return languages


def is_installed() -> bool:
    """Whether the program is on the path."""
    return shutil.which(NAME) is not None


def find_tesseract() -> Tesseract:
    """The engine on the path.

    Raises:
        ModelError: There is none, it does not run, or it is too old.
    """
    program = shutil.which(NAME)
    if program is None:
        raise ModelError(MISSING)
    changed = os.stat(program).st_mtime_ns  # noqa: PTH116 - as shutil.which gives it
    data = _data_folder(program, changed, os.environ.get("TESSDATA_PREFIX"))
    return _described(program, changed, data, _changed(data))


@lru_cache(maxsize=8)
def _data_folder(program: str, _changed: int, _prefix: str | None) -> Path | None:
    """The folder of its languages, where the program names it."""
    first = _printed(program, "--list-langs").partition("\n")[0]
    found = re.search(r'"(.+)"', first)
    return Path(found[1]) if found else None


def _changed(folder: Path | None) -> int:
    """When a language was installed or removed last; 0 where that is not known."""
    try:
        return folder.stat().st_mtime_ns if folder else 0
    except OSError:
        return 0


@lru_cache(maxsize=8)
def _described(program: str, _changed: int, data: Path | None, _data_changed: int) -> Tesseract:
    version, languages = _printed(program, "--version"), _printed(program, "--list-langs")
    found = re.search(r"tesseract\s+v?(\d+)[\d.]*\S*", version)
    if found is None or int(found[1]) < OLDEST:
        first = version.strip().partition("\n")[0] or "nothing"
        raise ModelError(f"expected Tesseract {OLDEST} or newer, {program} calls itself {first!r}: {INSTALL}")
    names = [line.strip() for line in languages.splitlines()[1:] if line.strip()]
    return Tesseract(program, found[0].split()[1].lstrip("v"), tuple(sorted(names)), data)


def _printed(program: str, option: str) -> str:
    try:
        done = subprocess.run([program, option], capture_output=True, timeout=60, check=True)  # noqa: S603
    except (OSError, subprocess.SubprocessError) as error:
        raise ModelError(f"{program} does not run ({error}); install it again: {INSTALL}") from error
    return (done.stdout or done.stderr).decode(errors="replace")

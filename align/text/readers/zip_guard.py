"""Office files are archives: what must not be opened is refused before anything reads it."""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from align.errors import ReadError

MOST, RATIO = 300_000_000, 200
"""Bytes that an archive may hold unpacked, and how many times its own size, beyond a megabyte."""

ENTITIES = (b"<!DOCTYPE", b"<!ENTITY", "<!DOCTYPE".encode("utf-16-le"), "<!DOCTYPE".encode("utf-16-be"))
LOOK = 1 << 16

DAMAGED: tuple[type[Exception], ...] = (
    zipfile.BadZipFile,
    zlib.error,
    LookupError,
    ValueError,
    TypeError,
    AttributeError,
    SyntaxError,
    OSError,
)
"""What readers of such archives stumble over inside them: they are written for sound ones."""


def check_archive(path: Path) -> None:
    """Raise :class:`ReadError` for what is no archive, a bomb, holds macros, or XML with entities."""
    try:
        size = path.stat().st_size
        with zipfile.ZipFile(path) as archive:
            members = archive.infolist()
            _check_size(path, sum(member.file_size for member in members), size)
            for member in members:
                _check_member(path, archive, member)
    except zipfile.BadZipFile as error:
        raise ReadError(
            f"{path}: expected a workbook or document of Office, this is none or was cut short; save it again"
        ) from error
    except (RuntimeError, NotImplementedError, zlib.error, EOFError) as error:
        raise ReadError(f"{path}: cannot be unpacked ({error}); save it again, without a password") from error
    except OSError as error:
        raise ReadError(f"{path}: cannot be read ({error.strerror or error}); check the path") from error


@contextmanager
def reading(path: Path, what: str, *refusals: type[Exception]) -> Iterator[None]:
    """Raise :class:`ReadError` in one line for whatever a library stumbles over in a damaged file.

    ``what`` the file should be; ``refusals``: the library's own errors.
    """
    stumbles = (*DAMAGED, *refusals)
    try:
        yield
    except stumbles as error:
        reason = (str(error).splitlines() or [type(error).__name__])[0]
        raise ReadError(
            f"{path}: no {what} that can be read ({reason}); cut short? save it again as {path.suffix}"
        ) from error


def _check_size(path: Path, unpacked: int, size: int) -> None:
    if unpacked > MOST or (unpacked > 1_000_000 and unpacked > RATIO * size):
        raise ReadError(
            f"{path}: unpacks to {unpacked:,} bytes from {size:,}: a bomb? nothing was read; if it is sound, "
            "save its rows as TSV"
        )


def _check_member(path: Path, archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> None:
    if member.filename.lower().endswith("vbaproject.bin"):
        raise ReadError(f"{path}: holds macros ({member.filename}); save it without them and import again")
    if member.filename.lower().endswith((".xml", ".rels")):
        with archive.open(member) as stream:
            head = stream.read(LOOK)
        if any(mark in head for mark in ENTITIES):
            raise ReadError(f"{path}: {member.filename} declares a document type: refused, nothing was read")

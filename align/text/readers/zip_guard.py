"""Documents and e-books are ZIP archives: dangerous and damaged ones are refused before they are opened."""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from align.errors import ReadError

MAX_BYTES, MAX_RATIO, RATIO_FROM = 300_000_000, 200, 1_000_000
"""Bytes that an archive may hold unpacked; how many times its own size, for more bytes than the third."""

ENTITIES = (b"<!DOCTYPE", b"<!ENTITY", "<!DOCTYPE".encode("utf-16-le"), "<!DOCTYPE".encode("utf-16-be"))
HEAD_BYTES = 1 << 16
"""Bytes of an XML member that are searched for :data:`ENTITIES`."""

DAMAGED: tuple[type[Exception], ...] = (
    zipfile.BadZipFile,
    zlib.error,
    LookupError,
    ValueError,
    TypeError,
    AttributeError,
    SyntaxError,
    OSError,
    EOFError,
    RuntimeError,
)
"""What readers of archives raise on damaged or encrypted content."""


def check_archive(
    path: Path,
    kind: str = "workbook or document of Office",
    guarded: tuple[str, ...] = (".xml", ".rels"),
    counted: tuple[str, ...] = ("",),
) -> None:
    """Refuse a file that is no archive, a ZIP bomb, holds macros, or XML with entities.

    Args:
        path: The archive.
        kind: What it should be, for people.
        guarded: Ends of the names, in small letters, of the members that may not declare a document type.
        counted: Ends of the names, in small letters, of the members that will be unpacked; by default all.

    Raises:
        ReadError: One line that names the file and the reason.
    """
    try:
        size = path.stat().st_size
        with zipfile.ZipFile(path) as archive:
            members = archive.infolist()
            unpacked = [one for one in members if one.filename.lower().endswith(counted)]
            _check_size(path, sum(member.file_size for member in unpacked), size)
            for member in members:
                _check_member(path, archive, member, guarded)
    except (zipfile.BadZipFile, ValueError) as error:
        raise ReadError(f"{path}: expected a {kind}, this is none or was cut short; save it again") from error
    except (RuntimeError, NotImplementedError, zlib.error, EOFError) as error:
        raise ReadError(f"{path}: cannot be unpacked ({error}); save it again, without a password") from error
    except OSError as error:
        raise ReadError(f"{path}: cannot be read ({error.strerror or error}); check the path") from error


@contextmanager
def damage_reported(path: Path, kind: str, *errors: type[Exception]) -> Iterator[None]:
    """Turn whatever a library raises on a damaged file into one line.

    Args:
        path: The file that is read inside the ``with`` block.
        kind: What the file should be, for people: ``workbook``.
        errors: The library's own exceptions, besides :data:`DAMAGED`.

    Raises:
        ReadError: The library raised one of these.
    """
    try:
        yield
    except (*DAMAGED, *errors) as error:
        reason = (str(error).splitlines() or [type(error).__name__])[0]
        raise ReadError(
            f"{path}: no {kind} that can be read ({reason}); cut short? save it again as {path.suffix}"
        ) from error


def _check_size(path: Path, unpacked: int, size: int) -> None:
    if unpacked > MAX_BYTES or (unpacked > RATIO_FROM and unpacked > MAX_RATIO * size):
        raise ReadError(
            f"{path}: unpacks to {unpacked:,} bytes from {size:,}: a bomb? nothing was read; if it is sound, "
            "save its text as plain text, or its rows as TSV"
        )


def _check_member(
    path: Path, archive: zipfile.ZipFile, member: zipfile.ZipInfo, guarded: tuple[str, ...]
) -> None:
    if member.filename.lower().endswith("vbaproject.bin"):
        raise ReadError(f"{path}: holds macros ({member.filename}); save it without them, as .docx or .xlsx")
    if member.filename.lower().endswith(guarded):
        with archive.open(member) as stream:
            head = stream.read(HEAD_BYTES)
        if any(mark in head for mark in ENTITIES):
            raise ReadError(f"{path}: {member.filename} declares a document type: refused, nothing was read")

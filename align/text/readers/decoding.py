"""Plain text: bytes -> text."""

from __future__ import annotations

import codecs
import re
import stat
from pathlib import Path

from align.errors import ReadError
from align.text.readers.file_text import FileText
from align.text.script import dominant

LEGACY = ("cp1251", "koi8-r", "cp866")
"""Encodings that Russian files were written in before UTF-8."""

TEXT_BYTES = bytes({*b"\t\n\v\f\r\x1a\x1b", *range(32, 256)})
MAX_CONTROLS = 100
"""Bytes of a text for one control character in it, at least."""

TAG = re.compile(rb"<[^<>]*>")

MAX_WORD = 40
"""Code points of a text for one space in it, at most."""

MAX_BYTES = 300_000_000
"""Bytes of a file that is read whole."""

UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def read_plain_text(path: Path, encoding: str) -> FileText:
    """A text file, code point for code point: newlines and a byte-order mark stay.

    Raises:
        ReadError: The file is missing, empty, binary, or not in this encoding.
    """
    codec = codec_name(encoding, path)
    text = decode(read_bytes(path), path, codec)
    if "\0" in text:
        wide = wide_encoding(read_bytes(path, 4096))
        advice = f"UTF-16? try --encoding {wide}" if wide else "a binary file? export its text as plain text"
        raise ReadError(f"{path}: expected text, found a NUL character at {text.index(chr(0))}: {advice}")
    if not text.strip("\ufeff \t\r\n\f\v"):
        raise ReadError(f"{path}: expected text, the file is empty; was the export complete?")
    return FileText(text, encoding)


def read_bytes(path: Path, size: int = -1) -> bytes:
    """The first bytes of a file; by default all, up to :data:`MAX_BYTES`. Raises :class:`ReadError`."""
    if path.is_dir():
        raise ReadError(f"{path}: expected a text file, found a directory; name a file in it")
    try:
        _check_kind(path, whole=size < 0)
        with path.open("rb") as stream:
            return stream.read(size)
    except FileNotFoundError as error:
        raise ReadError(f"{path}: no such file; check the path") from error
    except OSError as error:
        raise ReadError(
            f"{path}: cannot be read ({error.strerror or error}); check its permissions"
        ) from error


def _check_kind(path: Path, *, whole: bool) -> None:
    """A pipe may never end, and a device has no end."""
    status = path.stat()
    if not stat.S_ISREG(status.st_mode):
        raise ReadError(f"{path}: expected a file, found a pipe or a device; write what it gives to a file")
    if whole and status.st_size > MAX_BYTES:
        raise ReadError(
            f"{path}: a file of {status.st_size:,} bytes is too large, up to {MAX_BYTES:,} are read"
        )


def codec_name(encoding: str, path: Path) -> str:
    """Python's own name of a text encoding."""
    try:
        info = codecs.lookup(encoding)
    except LookupError as error:
        raise ReadError(
            f"{path}: unknown encoding {encoding!r}; try utf-8, utf-16, {', '.join(LEGACY)}"
        ) from error
    if not info._is_text_encoding:  # noqa: SLF001 - only here Python marks rot13 and zlib as no charsets
        raise ReadError(f"{path}: {encoding!r} is no text encoding; try utf-8, utf-16, {', '.join(LEGACY)}")
    return info.name


def decode(data: bytes, path: Path | str, encoding: str) -> str:
    """Bytes as text.

    Raises:
        ReadError: They are not in this encoding; the message names one that they may be in.
    """
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        at = error.start
        place = f"byte 0x{data[at]:02x} at offset {at}"
        wide = _by_mark(data) if data[:2] in UTF_16 else wide_encoding(data)
        if not wide and _is_binary(data[:4096]):
            raise ReadError(
                f"{path}: expected a text, found binary data ({place}), of no kind that is known; export its "
                "text as .docx or plain text"
            ) from error
        raise ReadError(
            f"{path}: expected {encoding}, found {place} ({error.reason}); "
            f"try --encoding {wide or _guess(data)}"
        ) from error
    except (
        UnicodeError
    ) as error:  # codecs that are no charsets, ``undefined`` and ``punycode``, name no place
        advice = wide_encoding(data) or _guess(data)
        raise ReadError(f"{path}: cannot be read as {encoding} ({error}); try --encoding {advice}") from error


def _is_binary(data: bytes) -> bool:
    """Whether bytes hold control characters that no text does."""
    controls = data.translate(None, delete=TEXT_BYTES)
    return b"\0" in controls or len(controls) * MAX_CONTROLS > len(data)


def _by_mark(data: bytes) -> str:
    """The encoding whose byte-order mark a file begins with."""
    return "utf-32" if data[:4] in (codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE) else "utf-16"


def _guess(data: bytes) -> str:
    """The legacy encoding that gives most small Russian letters; ``cp1252`` where none gives Cyrillic.

    Tags of a web page are looked past.
    """
    sample = TAG.sub(b" ", data[:20000])

    def small_letters(encoding: str) -> int:
        text = sample.decode(encoding, errors="replace")
        return sum("а" <= letter <= "я" for letter in text)

    best = max(LEGACY, key=small_letters)
    readable = dominant(sample.decode(best, errors="replace")) == "cyrillic"
    return best if readable else "cp1252"


def wide_encoding(data: bytes) -> str:
    """The encoding of a text in UTF-16 without a byte-order mark; empty for anything else.

    Example:
        >>> wide_encoding("Он ушёл.".encode("utf-16-le"))
        'utf-16-le'
    """
    return next((name for name in ("utf-16-le", "utf-16-be") if _is_text_in(data[:4096], name)), "")


def _is_text_in(data: bytes, encoding: str) -> bool:
    """Whether bytes give words between spaces in UTF-16, and hardly anything else."""
    text = data[: len(data) // 2 * 2].decode(encoding, errors="replace")
    plain = sum(letter.isprintable() or letter in "\r\n\t\f" for letter in text)
    return plain >= 0.98 * len(text) and text.count(" ") * MAX_WORD >= len(text) > 0

"""Files of Office of before 2007, and documents with a password: which one a compound file is.

A compound file (OLE; Microsoft, MS-CFB) is a small file system. Its directory names the streams in UTF-16,
in entries of 128 bytes.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

SIGNATURE = b"\xd0\xcf\x11\xe0"
"""How a compound file begins."""

ENTRY = 128
"""Bytes of an entry of the directory; each begins at a multiple of this number."""

STREAMS: Mapping[str, str] = MappingProxyType(
    {
        "EncryptedPackage": "password",
        "WordDocument": "doc",
        "Workbook": "xls",
        "Book": "xls",
        "PowerPoint Document": "ppt",
        "__properties_version1.0": "msg",
    }
)
"""Name of a stream -> the kind of the file that holds it, in the order in which they are tried."""


def compound_kind(data: bytes) -> str:
    """The kind of a compound file; empty for one of another program.

    Args:
        data: The whole file.
    """
    return next((kind for stream, kind in STREAMS.items() if _holds(data, stream)), "")


def _holds(data: bytes, stream: str) -> bool:
    """Whether an entry of the directory has this name."""
    name = stream.encode("utf-16-le") + b"\0\0"
    at = data.find(name)
    while at >= 0:
        if at % ENTRY == 0:
            return True
        at = data.find(name, at + 1)
    return False

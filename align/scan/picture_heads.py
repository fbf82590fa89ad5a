"""How files of pictures begin."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType

REFUSED_PICTURES = frozenset({"DjVu", "JPEG XL", "HEIC", "AVIF", "Photoshop"})
"""Formats of pictures that are not read."""

PICTURES: Mapping[bytes, str] = MappingProxyType(
    {
        rb"\x89PNG\r": "PNG",
        rb"\xff\xd8\xff": "JPEG",
        rb"II\*\0|MM\0\*|II\+\0|MM\0\+": "TIFF",
        rb"GIF8[79]a": "GIF",
        rb"AT&TFORM": "DjVu",
        rb"\0\0\0\x0cjP  |\xff\x4f\xff\x51": "JPEG 2000",
        rb"\0\0\0\x0cJXL |\xff\x0a": "JPEG XL",
        rb"RIFF....WEBP": "WebP",
        rb"....ftyp(?:hei[cfsmx]|hev[cx]|mif1|msf1)": "HEIC",
        rb"....ftyp(?:avif|avis)": "AVIF",
        rb"BM....\0\0\0\0": "BMP",
        rb"8BPS\0\x01": "Photoshop",
    }
)
"""How files of pictures begin (pattern) -> the name of the format."""

READ_PICTURES: Mapping[bytes, str] = MappingProxyType(
    {start: name for start, name in PICTURES.items() if name not in REFUSED_PICTURES} | {rb"P[1-6]\s": "PNM"}
)
"""The same of pictures that are read."""


def kind_by_bytes(data: bytes, known: Mapping[bytes, str]) -> str:
    """The name of the first format that a file's beginning matches; empty for none.

    Example:
        >>> kind_by_bytes(b"RIFF0000WEBPVP8 ", PICTURES)
        'WebP'
    """
    return next((name for start, name in known.items() if re.match(start, data, re.DOTALL)), "")

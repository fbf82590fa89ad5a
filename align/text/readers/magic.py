"""What files that hold no text begin with: pictures, recordings, archives."""

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

RECORDINGS: Mapping[bytes, str] = MappingProxyType(
    {
        rb"ID3[\x02-\x04]|\xff[\xfb\xf3\xf2\xfa]": "MP3",
        rb"\xff[\xf1\xf9]": "AAC",
        rb"OggS": "Ogg",
        rb"fLaC": "FLAC",
        rb"RIFF....WAVE": "WAV",
        rb"RIFF....AVI ": "AVI",
        rb"FORM....AIF[FC]": "AIFF",
        rb"#!AMR": "AMR",
        rb"\x30\x26\xb2\x75\x8e\x66\xcf\x11": "Windows Media",
        rb"\x1a\x45\xdf\xa3": "Matroska or WebM",
        rb"....ftyp": "MP4",
    }
)
"""The same of sound and films; ``ftyp`` of pictures is tried before."""

PACKED: Mapping[bytes, str] = MappingProxyType(
    {
        rb"PK(?:\x03\x04|\x05\x06)": "ZIP",
        rb"\x1f\x8b": "gzip",
        rb"7z\xbc\xaf": "7z",
        rb"Rar!\x1a": "RAR",
        rb"BZh[1-9]": "bzip2",
        rb"\xfd7zXZ\0": "xz",
        rb"\x28\xb5\x2f\xfd": "Zstandard",
    }
)
"""The same of archives."""


def kind_by_bytes(data: bytes, known: Mapping[bytes, str]) -> str:
    """The name of the first format that a file's beginning matches; empty for none.

    Example:
        >>> kind_by_bytes(b"RIFF0000WEBPVP8 ", PICTURES)
        'WebP'
    """
    return next((name for start, name in known.items() if re.match(start, data, re.DOTALL)), "")

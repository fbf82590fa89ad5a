"""What files that hold neither text nor pages begin with: recordings, archives."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

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
"""How files of sound and films begin (pattern) -> the name of the format; ``ftyp`` of pictures
(:data:`~align.scan.picture_heads.PICTURES`) is tried before."""

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

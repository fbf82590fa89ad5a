"""The encoding of a web page, as it declares it, and the page's text."""

from __future__ import annotations

import codecs
import re
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

from align.text.readers.decoding import decode

HEAD_BYTES = 1 << 14
"""Bytes in which a declaration is looked for."""

DECLARED = re.compile(
    rb"""<\?xml[^>]{0,200}?\bencoding\s*=\s*["']([\w.:-]+)|<meta\b[^>]{0,500}?\bcharset\s*=\s*["']?\s*([\w.:-]+)""",
    re.IGNORECASE,
)
"""The encoding in an XML declaration or in ``meta``."""

COMMENT = re.compile(rb"<!--.*?-->", re.DOTALL)

WIDER: Mapping[str, str] = MappingProxyType(
    {
        "ascii": "cp1252",
        "iso8859-1": "cp1252",
        "iso8859-9": "cp1254",
        "tis-620": "cp874",
        "gb2312": "gb18030",
        "gbk": "gb18030",
        "euc_kr": "cp949",
        "shift_jis": "cp932",
    }
)
"""Python's name of an encoding -> the one that browsers read such pages in (WHATWG, Encoding)."""

NO_ENCODINGS = frozenset({"idna", "punycode", "raw-unicode-escape", "undefined", "unicode-escape", "utf-7"})
"""Codecs of Python that no browser reads a page in."""

ASCII_SAMPLE = b'<meta charset="a-z0">'
"""What every encoding reads alike whose declaration can stand in ASCII; UTF-16 and EBCDIC do not."""

MARKS: tuple[tuple[bytes, str], ...] = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
    (b"<\0", "utf-16-le"),
    (b"\0<", "utf-16-be"),
)
"""How a page begins whose encoding needs no declaration."""


def page_text(data: bytes, path: Path | str, encoding: str = "utf-8") -> str:
    """The characters of a page.

    Args:
        data: The bytes of the page.
        path: Where they come from, for an error.
        encoding: What the user names; the usual UTF-8 gives way to what the page declares.

    Raises:
        ReadError: The bytes are not in this encoding.
    """
    marked = next((name for mark, name in MARKS if data.startswith(mark)), None)
    named = None if codecs.lookup(encoding).name == "utf-8" else encoding
    return decode(data, path, marked or named or _declared_or_utf_8(data))


def _declared_or_utf_8(data: bytes) -> str:
    """What a page declares; UTF-8 where it is that, as browsers save pages and leave the declaration."""
    declared = declared_encoding(data)
    if declared is None:
        return "utf-8"
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return declared
    return declared if data.isascii() else "utf-8"


def declared_encoding(data: bytes) -> str | None:
    """What a page declares, by Python's name; ``None`` where it declares nothing that Python knows.

    Example:
        >>> declared_encoding(b'<html><head><meta charset="windows-1251">')
        'cp1251'
    """
    found = DECLARED.search(COMMENT.sub(b"", data[:HEAD_BYTES]))
    if found is None:
        return None
    try:
        info = codecs.lookup((found[1] or found[2]).decode("ascii"))
    except LookupError:
        return None
    is_text = info._is_text_encoding and info.name not in NO_ENCODINGS  # noqa: SLF001 - see decoding
    return WIDER.get(info.name, info.name) if is_text and _reads_ascii(info.name) else None


def _reads_ascii(encoding: str) -> bool:
    """Whether a declaration in ASCII can be true of an encoding."""
    try:
        return ASCII_SAMPLE.decode(encoding) == ASCII_SAMPLE.decode("ascii")
    except UnicodeError:
        return False

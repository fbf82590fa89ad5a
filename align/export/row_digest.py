"""How a row was when it left: what a file that comes back is compared with."""

from __future__ import annotations

from collections.abc import Mapping
from hashlib import sha256

from align.export.row import Row
from align.export.xml_sanitizer import ILLEGAL

FIELDS = ("source", "target", "status", "note")
"""What may be changed in a file and brought back."""

DIGITS = 6


def fields(row: Row) -> Mapping[str, str]:
    """The values of :data:`FIELDS`, in normal form."""
    values = (row.source, row.target, row.status, row.note)
    return {name: normal(value) for name, value in zip(FIELDS, values, strict=True)}


def normal(text: str) -> str:
    """As every format can hold it: no character that XML forbids, white space folded."""
    return " ".join(ILLEGAL.sub("", text).split())


def digest(value: str) -> str:
    """A few hexadecimal digits, other ones for another text."""
    return sha256(normal(value).encode()).hexdigest()[:DIGITS]


def row_digest(row: Row) -> str:
    """A digest of each field, joined by dots."""
    return ".".join(digest(value) for value in fields(row).values())

"""Digests of a row's fields: by them an import finds what was changed since the export."""

from __future__ import annotations

from collections.abc import Mapping
from hashlib import sha256

from align.export.row import ExportRow
from align.export.xml import ILLEGAL

FIELDS = ("source", "target", "status", "note")
"""The columns that an import reads."""

DIGITS = 6
"""Hexadecimal digits of a field's digest."""


def fields(row: ExportRow) -> Mapping[str, str]:
    """The values of :data:`FIELDS`, each as :func:`normal` gives it."""
    values = (row.source, row.target, row.status, row.note)
    return {name: normal(value) for name, value in zip(FIELDS, values, strict=True)}


def normal(text: str) -> str:
    """The text as every format can hold it: no character that XML forbids, white space folded."""
    return " ".join(ILLEGAL.sub("", text).split())


def digest(value: str) -> str:
    """The first :data:`DIGITS` of the SHA-256 of a value in normal form."""
    return sha256(normal(value).encode()).hexdigest()[:DIGITS]


def row_digest(row: ExportRow) -> str:
    """The digest of each of :data:`FIELDS`, joined by dots: the column ``stamp`` of an export."""
    return ".".join(digest(value) for value in fields(row).values())

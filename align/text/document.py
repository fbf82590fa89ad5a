"""A raw file, and which part of it is metadata, original and translation."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from types import MappingProxyType
from typing import Literal

from align.errors import InvariantError
from align.facsimile.facsimile import Facsimile
from align.text.span import Span

Side = Literal["source", "target"]
"""``source`` is the original, ``target`` its translation; everywhere."""

SIDES: tuple[Side, Side] = ("source", "target")

SIDE_NAMES: Mapping[Side, str] = MappingProxyType({"source": "original", "target": "translation"})
"""The sides as people call them."""

Part = Literal["metadata", "source", "target"]


@dataclass(frozen=True)
class Metadata:
    """What an archive states of its document; ``None`` where it states nothing."""

    title: str | None = None
    date: str | None = None
    citation: str | None = None
    summary: str | None = None
    credits: str | None = None
    original_language: str | None = None
    contents: str | None = None


@dataclass(frozen=True)
class Section:
    """A stretch of the raw file that belongs to one part."""

    part: Part
    span: Span


@dataclass(frozen=True)
class Document:
    """A raw file, never edited. Offsets are code points of ``raw``.

    Attributes:
        name: The file's name, without its folder.
        raw: The text, newlines untouched.
        sections: In order, without overlap; together they cover ``raw`` but for white space.
        metadata: What the file states of its text.
        encoding: The file's encoding.
        notes: What its reader left out or chose, for people: ``3 comments left out``.
        facsimile: Its pages with the places of its words, where it was read from pages; ``raw`` is its text.
        folder: Where it was read, for the pictures of its pages; no part of what the document is.

    Raises:
        InvariantError: The sections overlap, leave the file, or leave out some text; or ``raw`` is not the
            text of the facsimile.
    """

    name: str
    raw: str = field(repr=False)
    sections: tuple[Section, ...]
    metadata: Metadata = Metadata()
    encoding: str = "utf-8"
    notes: tuple[str, ...] = ()
    facsimile: Facsimile | None = field(default=None, repr=False, hash=False)
    folder: Path | None = field(default=None, repr=False, compare=False)

    def __post_init__(self) -> None:
        if self.facsimile is not None and self.facsimile.text != self.raw:
            raise InvariantError(f"{self.name}: the text is not that of its pages")
        at = 0
        for section in self.sections:
            if section.span.start < at or section.span.stop > len(self.raw):
                raise InvariantError(f"{self.name}: section {section} overlaps another or leaves the file")
            self._check_gap(at, section.span.start)
            at = section.span.stop
        self._check_gap(at, len(self.raw))

    def _check_gap(self, start: int, stop: int) -> None:
        if self.raw[start:stop].strip():
            raise InvariantError(
                f"{self.name}: {start}:{stop} is in no section: {self.raw[start:stop][:40]!r}"
            )

    @cached_property
    def sha256(self) -> str:
        """Hash of the file's bytes (``raw`` in ``encoding``), hexadecimal."""
        return hashlib.sha256(self.raw.encode(self.encoding)).hexdigest()

    def spans(self, part: Part) -> tuple[Span, ...]:
        """The places of a part, in order."""
        return tuple(section.span for section in self.sections if section.part == part)

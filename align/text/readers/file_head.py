"""The beginning of a file, from which its format is recognised."""

from __future__ import annotations

import codecs
import re
import zipfile
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from align.text.readers.decoding import read_bytes
from align.text.readers.office_binary import SIGNATURE, compound_kind
from align.text.readers.zip_guard import DAMAGED

SIZE = 1 << 16
"""Bytes that are looked at."""

PROLOG = re.compile(
    r"\ufeff?\s*(?:(?:<\?.*?\?>|<!--.*?-->|<!DOCTYPE[^\[>]*(?:\[.*?\]\s*)?>)\s*)*", re.DOTALL | re.IGNORECASE
)
"""What may stand before the root of XML or HTML."""

DECLARED = re.compile(r"\ufeff?\s*<(?:\?xml\b|!DOCTYPE\b)", re.IGNORECASE)
ROOT = re.compile(r"<(?:[\w.-]+:)?([A-Za-z][\w.-]*)([^<>]*)>?")

TEXT_TAGS = re.compile(
    "a|b|big|blockquote|br|center|code|del|div|em|font|h[1-6]|hr|i|img|ins|li|mark|ol|p|pre|q|s|small|span|"
    "strong|sub|sup|table|td|th|tr|tt|u|ul"
)
"""Tags of HTML that a plain text may begin with."""

KNOWN_ROOTS = frozenset({"alto", "pcgts", "tmx", "xliff", "tradostag", "teicorpus", "html", "head", "body"})
"""Roots, in small letters, that no plain text begins with: they show a format in a damaged file too."""

LARGEST = 50_000_000
"""Bytes of a file that is looked through whole: one without a declaration, to see whether it is XML."""


@dataclass(frozen=True)
class FileHead:
    """``data``: the first bytes of the file."""

    path: Path
    data: bytes

    @classmethod
    def of(cls, path: Path) -> FileHead:
        """Raises :class:`ReadError` for a file that cannot be read."""
        return cls(path, read_bytes(path, SIZE))

    @property
    def suffix(self) -> str:
        """The end of the file's name, in small letters."""
        return self.path.suffix.lower()

    @cached_property
    def text(self) -> str:
        """The bytes as text, by the byte-order mark, else as UTF-8 as far as they are."""
        wide = {
            codecs.BOM_UTF16_LE: "utf-16",
            codecs.BOM_UTF16_BE: "utf-16",
            b"<\0": "utf-16-le",
            b"\0<": "utf-16-be",
        }
        return self.data.decode(wide.get(self.data[:2], "utf-8-sig"), errors="replace")

    @cached_property
    def root(self) -> str:
        """The name of the first element, without its namespace; empty where the file is no XML or HTML."""
        found = ROOT.match(self.text, PROLOG.match(self.text).end())  # type: ignore[union-attr]  # matches always
        if found is None:
            return ""
        name, attributes = found.groups()
        sure = DECLARED.match(self.text) or "xmlns" in attributes or name.lower() in KNOWN_ROOTS
        if sure or (not TEXT_TAGS.fullmatch(name.lower()) and self._is_well_formed()):
            return name
        return ""

    @cached_property
    def members(self) -> tuple[str, ...]:
        """The names in an archive; empty for any other file, and for a damaged one."""
        if not self.data.startswith(b"PK"):
            return ()
        try:
            with zipfile.ZipFile(self.path) as archive:
                return tuple(archive.namelist())
        except DAMAGED:
            return ()

    @cached_property
    def declared_type(self) -> str:
        """What an archive of OpenDocument or EPUB says that it is."""
        if "mimetype" not in self.members:
            return ""
        try:
            with zipfile.ZipFile(self.path) as archive, archive.open("mimetype") as stream:
                return stream.read(100).decode("ascii", errors="replace")
        except DAMAGED:
            return ""

    @cached_property
    def compound_kind(self) -> str | None:
        """The kind of a file of Office of before 2007, or with a password; ``None`` for any other."""
        if not self.data.startswith(SIGNATURE):
            return None
        return compound_kind(read_bytes(self.path, LARGEST))

    def _is_well_formed(self) -> bool:
        """Whether the whole file is XML."""
        from lxml import etree

        if not self.path.is_file() or self.path.stat().st_size > LARGEST:
            return False
        parser = etree.XMLParser(resolve_entities=False, load_dtd=False, no_network=True)
        try:
            etree.fromstring(read_bytes(self.path).strip(), parser)
        except (etree.XMLSyntaxError, ValueError):
            return False
        return True

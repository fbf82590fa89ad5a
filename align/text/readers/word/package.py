"""The parts of a Word document that hold text, or say how text is shown."""

from __future__ import annotations

import posixpath
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from align.errors import ReadError
from align.text.readers.word.xml_names import STRICT
from align.text.readers.zip_guard import check_archive, damage_reported

MAIN = "word/document.xml"
"""The usual name of the part that holds the text."""


@dataclass(frozen=True)
class WordParts:
    """Roots of XML (lxml); ``None`` for a part that the document does not have.

    Attributes:
        body: The text itself.
        styles: Styles of paragraphs and characters.
        numbering: The lists.
        footnotes: All footnotes, each with an id.
        endnotes: Likewise.
        margins: Headers and footers.
    """

    body: Any
    styles: Any = None
    numbering: Any = None
    footnotes: Any = None
    endnotes: Any = None
    margins: tuple[Any, ...] = ()


def read_parts(path: Path) -> WordParts:
    """Open a Word document.

    Raises:
        ReadError: The file is no Word document, is damaged, or may be dangerous.
    """
    check_archive(path)
    from lxml import etree

    with damage_reported(path, "document", etree.LxmlError), zipfile.ZipFile(path) as archive:
        return _parts(path, _Package(archive))


class _Package:
    """An archive of parts (ECMA-376, part 2); parts that it names and does not hold are none."""

    def __init__(self, archive: zipfile.ZipFile) -> None:
        self._archive = archive
        self._members = {name.lower(): name for name in archive.namelist()}

    def root(self, name: str | None) -> Any:  # noqa: ANN401  # lxml's element
        """The root of a part's XML; ``None`` for no part."""
        from lxml import etree

        member = self._members.get((name or "").lower())
        if member is None:
            return None
        data = self._archive.read(member)
        for strict, common in STRICT.items():
            data = data.replace(strict, common)
        parser = etree.XMLParser(resolve_entities=False, load_dtd=False, no_network=True)
        return etree.fromstring(data, parser)

    def related(self, name: str) -> Iterator[tuple[str, str]]:
        """The parts that a part names, each behind the last word of the relationship's type."""
        folder, _, file = name.rpartition("/")
        root = self.root(f"{folder}/_rels/{file}.rels".lstrip("/"))
        for one in () if root is None else root:
            if isinstance(one.tag, str) and one.get("TargetMode") != "External":
                target = posixpath.normpath(posixpath.join(f"/{folder}", one.get("Target") or ""))
                yield (one.get("Type") or "").rpartition("/")[2], target.lstrip("/")


def _parts(path: Path, package: _Package) -> WordParts:
    main = next((name for kind, name in package.related("") if kind == "officeDocument"), MAIN)
    root = package.root(main)
    body = None if root is None else root.find("{*}body")
    if body is None:
        raise ReadError(f"{path}: expected a Word document, found no text part in it; save it again as .docx")
    related = list(package.related(main))
    known = dict(reversed(related))
    return WordParts(
        body,
        styles=package.root(known.get("styles")),
        numbering=package.root(known.get("numbering")),
        footnotes=package.root(known.get("footnotes")),
        endnotes=package.root(known.get("endnotes")),
        margins=tuple(
            found
            for kind, name in related
            if kind in ("header", "footer") and (found := package.root(name)) is not None
        ),
    )

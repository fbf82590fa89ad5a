"""The parts of an OpenDocument text that hold text, or say how text is shown."""

from __future__ import annotations

import zipfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from align.errors import ReadError
from align.text.readers.opendocument.xml_names import child
from align.text.readers.zip_guard import check_archive, damage_reported

CONTENT, STYLES, MANIFEST = "content.xml", "styles.xml", "META-INF/manifest.xml"

ENCRYPTED = b"encryption-data"
"""What the list of parts says of a document that has a password."""


@dataclass(frozen=True)
class TextParts:
    """Roots of XML (lxml).

    Attributes:
        body: The text itself, with the tracked changes before it.
        styles: Where styles are defined: in the text's part and in that of the styles.
    """

    body: Any
    styles: tuple[Any, ...]


def read_parts(path: Path) -> TextParts:
    """Open an OpenDocument text.

    Raises:
        ReadError: The file is damaged, has a password, or may be dangerous.
    """
    check_archive(path, "document of OpenDocument", guarded=(CONTENT, STYLES))
    from lxml import etree

    with damage_reported(path, "document", etree.LxmlError), zipfile.ZipFile(path) as archive:
        return _parts(path, archive)


def _parts(path: Path, archive: zipfile.ZipFile) -> TextParts:
    members = archive.namelist()
    if MANIFEST in members and ENCRYPTED in archive.read(MANIFEST):
        raise ReadError(f"{path}: an OpenDocument text with a password; save it without one")
    content = _root(archive, CONTENT) if CONTENT in members else None
    body = child(child(content, "office:body"), "office:text")
    if body is None:
        raise ReadError(
            f"{path}: expected an OpenDocument text, found no text part in it; save it again as .odt"
        )
    styles = _root(archive, STYLES) if STYLES in members else None
    return TextParts(body, tuple(one for one in (content, styles) if one is not None))


def _root(archive: zipfile.ZipFile, member: str) -> Any:  # noqa: ANN401  # lxml's element
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, load_dtd=False, no_network=True)
    return etree.fromstring(archive.read(member), parser)

"""TMX 1.4 (LISA OSCAR, 2005): valid against its DTD, and readable by OmegaT."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

from align.export.export_set import ExportedFiles, ExportSet
from align.export.provenance import history, provenance
from align.export.row import ExportRow
from align.export.xml import XML_LANG, XmlSanitizer


def tmx(export_set: ExportSet) -> ExportedFiles:
    """A unit for each row with two sides; provenance as properties, the reviewer's comment as note."""
    from lxml import etree

    sanitize = XmlSanitizer()
    root = etree.Element("tmx", version="1.4")
    _header(root, export_set, sanitize)
    body = etree.SubElement(root, "body")
    for row in export_set.paired:
        _unit(body, row, export_set.locales, sanitize)
    data = etree.tostring(root, xml_declaration=True, encoding="UTF-8", pretty_print=True)
    return ExportedFiles({"": data}, (*export_set.unpaired_messages(), *sanitize.messages()))


def _header(root: Any, export_set: ExportSet, sanitize: XmlSanitizer) -> None:  # noqa: ANN401  # lxml's element
    from lxml import etree

    attributes = {
        "creationtool": "align",
        "creationtoolversion": export_set.review.bitext.signature.align,
        "segtype": "sentence",
        "o-tmf": "align",
        "adminlang": "en",
        "srclang": export_set.locales[0],
        "datatype": "plaintext",
        "creationdate": datetime.now(UTC).strftime("%Y%m%dT%H%M%SZ"),
    }
    header = etree.SubElement(root, "header", attributes)
    for name, value in provenance(export_set.review.bitext).items():
        etree.SubElement(header, "prop", type=f"x-{name}").text = sanitize(value, name)


def _unit(body: Any, row: ExportRow, locales: tuple[str, str], sanitize: XmlSanitizer) -> None:  # noqa: ANN401
    from lxml import etree

    unit = etree.SubElement(body, "tu", tuid=row.id)
    if row.note:
        etree.SubElement(unit, "note").text = sanitize(row.note, row.id)
    for name, value in _properties(row):
        etree.SubElement(unit, "prop", type=f"x-{name}").text = sanitize(value, row.id)
    for locale, text in zip(locales, (row.source, row.target), strict=True):
        variant = etree.SubElement(unit, "tuv", {XML_LANG: locale})
        etree.SubElement(variant, "seg").text = sanitize(text, row.id)


def _properties(row: ExportRow) -> Iterator[tuple[str, str]]:
    """Status and confidence, who corrected the row, what the OCR read in it, and its history."""
    yield "status", row.status
    yield "confidence", row.confidence_text
    for name in sorted({one.by for one in row.corrections if one.by}):
        yield "by", name
    if row.corrections:
        yield "read", row.cells["source"].read
    for line in history(row):
        yield "ocr", line

"""XLIFF 1.2 (OASIS, 2008): what translation tools take as work to be done."""

from __future__ import annotations

from typing import Any

from align.export.export_set import ExportedFiles, ExportSet
from align.export.provenance import history, provenance
from align.export.row import ExportRow
from align.export.xml import XML_SPACE, XmlSanitizer

NAMESPACE = "urn:oasis:names:tc:xliff:document:1.2"
STATES = {"confirmed": "final", "rejected": "needs-translation", "open": "needs-review-translation"}
"""A row's status -> the state of its target."""


def xliff(export_set: ExportSet) -> ExportedFiles:
    """A unit for each row of the original; a row that the translation adds has an empty source."""
    from lxml import etree

    sanitize = XmlSanitizer()
    bitext = export_set.review.bitext
    root = etree.Element(f"{{{NAMESPACE}}}xliff", nsmap={None: NAMESPACE}, version="1.2")
    attributes = {
        "original": sanitize(bitext.documents[0].name, "name"),
        "source-language": export_set.locales[0],
        "target-language": export_set.locales[1],
        "datatype": "plaintext",
    }
    file = _add(root, "file", attributes)
    header = _add(file, "header")
    for name, value in provenance(bitext).items():
        _add(header, "note", text=sanitize(f"{name}: {value}", name))
    body = _add(file, "body")
    for row in export_set.rows:
        _unit(body, row, sanitize)
    data = etree.tostring(root, xml_declaration=True, encoding="UTF-8", pretty_print=True)
    return ExportedFiles({"": data}, sanitize.messages())


def _unit(body: Any, row: ExportRow, sanitize: XmlSanitizer) -> None:  # noqa: ANN401  # lxml's element
    approved = "yes" if row.status == "confirmed" else "no"
    unit = _add(body, "trans-unit", {"id": row.id, "approved": approved})
    unit.set(XML_SPACE, "preserve")
    _add(unit, "source", text=sanitize(row.source, row.id))
    _add(unit, "target", {"state": STATES[row.status]}, sanitize(row.target, row.id))
    if row.note:
        _add(unit, "note", {"from": "reviewer"}, sanitize(row.note, row.id))
    for line in history(row):
        _add(unit, "note", {"from": "align"}, sanitize(line, row.id))


def _add(parent: Any, name: str, attributes: dict[str, str] | None = None, text: str | None = None) -> Any:  # noqa: ANN401
    from lxml import etree

    element = etree.SubElement(parent, f"{{{NAMESPACE}}}{name}", attributes or {})
    element.text = text
    return element

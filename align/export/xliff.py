"""XLIFF 1.2 (OASIS 2008): what translation tools take as work to be done."""

from __future__ import annotations

from align.export.exported import ExportedFiles
from align.export.provenance import history, provenance
from align.export.row import ExportSet, Row
from align.export.xml_sanitizer import XmlSanitizer
from align.text.namespace import SPACE

NAMESPACE = "urn:oasis:names:tc:xliff:document:1.2"
STATES = {"confirmed": "final", "rejected": "needs-translation", "open": "needs-review-translation"}


def xliff(work: ExportSet) -> ExportedFiles:
    """A unit for each row of the original; a row that the translation adds has an empty source."""
    from lxml import etree

    legal = XmlSanitizer()
    root = etree.Element(f"{{{NAMESPACE}}}xliff", nsmap={None: NAMESPACE}, version="1.2")
    file = etree.SubElement(
        root,
        f"{{{NAMESPACE}}}file",
        {
            "original": legal(work.review.bitext.documents[0].name, "name"),
            "source-language": work.locales[0],
            "target-language": work.locales[1],
            "datatype": "plaintext",
        },
    )
    header = etree.SubElement(file, f"{{{NAMESPACE}}}header")
    for name, value in provenance(work.review.bitext).items():
        etree.SubElement(header, f"{{{NAMESPACE}}}note").text = legal(f"{name}: {value}", name)
    body = etree.SubElement(file, f"{{{NAMESPACE}}}body")
    for row in work.rows:
        _unit(body, row, legal)
    data = etree.tostring(root, xml_declaration=True, encoding="UTF-8", pretty_print=True)
    return ExportedFiles({"": data}, legal.report())


def _unit(body: object, row: Row, legal: XmlSanitizer) -> None:
    from lxml import etree

    approved = "yes" if row.status == "confirmed" else "no"
    unit = etree.SubElement(body, f"{{{NAMESPACE}}}trans-unit", {"id": row.id, "approved": approved})
    unit.set(SPACE, "preserve")
    etree.SubElement(unit, f"{{{NAMESPACE}}}source").text = legal(row.source, row.id)
    target = etree.SubElement(unit, f"{{{NAMESPACE}}}target", state=STATES[row.status])
    target.text = legal(row.target, row.id)
    if row.note:
        etree.SubElement(unit, f"{{{NAMESPACE}}}note", {"from": "reviewer"}).text = legal(row.note, row.id)
    for said in history(row):
        etree.SubElement(unit, f"{{{NAMESPACE}}}note", {"from": "align"}).text = legal(said, row.id)

"""TMX 1.4 (LISA OSCAR 2005): valid against its DTD, and as OmegaT reads it."""

from __future__ import annotations

from datetime import UTC, datetime

from align.export.exported import ExportedFiles
from align.export.provenance import history, provenance
from align.export.row import ExportSet, Row
from align.export.xml_sanitizer import XmlSanitizer
from align.text.namespace import LANG


def tmx(work: ExportSet) -> ExportedFiles:
    """A unit for each row with two sides; provenance as properties, a reviewer's word as note."""
    from lxml import etree

    legal = XmlSanitizer()
    root = etree.Element("tmx", version="1.4")
    header = etree.SubElement(
        root,
        "header",
        {
            "creationtool": "align",
            "creationtoolversion": work.review.bitext.signature.align,
            "segtype": "sentence",
            "o-tmf": "align",
            "adminlang": "en",
            "srclang": work.locales[0],
            "datatype": "plaintext",
            "creationdate": datetime.now(UTC).strftime("%Y%m%dT%H%M%SZ"),
        },
    )
    for name, value in provenance(work.review.bitext).items():
        etree.SubElement(header, "prop", type=f"x-{name}").text = legal(value, name)
    body = etree.SubElement(root, "body")
    for row in work.paired:
        _unit(body, row, work.locales, legal)
    data = etree.tostring(root, xml_declaration=True, encoding="UTF-8", pretty_print=True)
    return ExportedFiles({"": data}, (*work.unpaired(), *legal.report()))


def _unit(body: object, row: Row, locales: tuple[str, str], legal: XmlSanitizer) -> None:
    from lxml import etree

    unit = etree.SubElement(body, "tu", tuid=row.id)
    if row.note:
        etree.SubElement(unit, "note").text = legal(row.note, row.id)
    props = [("status", row.status), ("confidence", row.sureness)]
    props += [("by", name) for name in sorted({one.by for one in row.corrections if one.by})]
    if row.corrections:
        props.append(("read", row.cells["source"].read))
    props += [("ocr", said) for said in history(row)]
    for name, value in props:
        etree.SubElement(unit, "prop", type=f"x-{name}").text = legal(value, row.id)
    for locale, text in zip(locales, (row.source, row.target), strict=True):
        variant = etree.SubElement(unit, "tuv", {LANG: locale})
        etree.SubElement(variant, "seg").text = legal(text, row.id)

"""TEI P5: both texts with sentences, page furniture, corrections and moved text, and links between them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from align.export.export_set import ExportedFiles, ExportSet
from align.export.picture_names import seen_from
from align.export.row import ExportRow
from align.export.tei_element import TEI, add
from align.export.tei_facsimile import TeiPages
from align.export.tei_header import add_header
from align.export.tei_text import TeiContext, write_text
from align.export.xml import XML_LANG
from align.review.row import sentence_id
from align.text.document import Document, Side


def tei(export_set: ExportSet) -> ExportedFiles:
    """One ``div`` a side; ``linkGrp`` of type translation; ``choice`` for each correction or suggestion."""
    from lxml import etree

    names = sorted({one.by for row in export_set.rows for one in row.corrections if one.by})
    reviewers = {name: f"reviewer{number}" for number, name in enumerate(names, start=1)}
    bitext = export_set.review.bitext
    context = TeiContext(export_set, reviewers, _pages(export_set))
    root = etree.Element(f"{{{TEI}}}TEI", nsmap={None: TEI})
    add_header(root, bitext, reviewers, context.sanitize)
    text = add(root, "text")
    _body(add(text, "body"), context)
    _links(text, export_set)
    for at, pages in enumerate(dict.fromkeys(context.pages.values()), start=1):
        pages.write(root, at)
    data = etree.tostring(root, xml_declaration=True, encoding="UTF-8", pretty_print=False)
    return ExportedFiles({"": data}, context.sanitize.messages())


def _pages(export_set: ExportSet) -> dict[Side, TeiPages]:
    """Both sides of one file share its pages."""
    made: dict[Document, TeiPages] = {}
    bitext = export_set.review.bitext
    for number, document in enumerate(bitext.documents, start=1):
        if document.facsimile is not None:
            seen = seen_from(document.facsimile, document.folder, export_set.folder)
            made[document] = TeiPages(seen, number)
    return {text.side: made[text.document] for text in bitext.texts if text.document in made}


def _body(body: Any, context: TeiContext) -> None:  # noqa: ANN401
    bitext = context.export_set.review.bitext
    for text, locale in zip((bitext.source, bitext.target), context.export_set.locales, strict=True):
        if text is not None:
            division = add(body, "div", type=text.side)
            division.set(XML_LANG, locale)
            write_text(add(division, "ab"), text, context)


def _links(text: Any, export_set: ExportSet) -> None:  # noqa: ANN401
    """A link for each row with sentences on both sides, and for each bead of text that moved."""
    paired = [row for row in export_set.rows if all(cell.sentences for cell in row.cells.values())]
    moved = list(_moved_links(export_set))
    if not paired and not moved:
        return
    division = add(add(text, "back"), "div")
    if paired:
        group = add(division, "linkGrp", type="translation")
        for row in paired:
            add(group, "link", target=_link(row), type=row.status)
    if moved:
        group = add(division, "linkGrp", type="out-of-order")
        for link in moved:
            add(group, "link", target=link)


def _moved_links(export_set: ExportSet) -> Iterator[str]:
    """The sentences of each bead of a crossing, where both sides are exported and in no pair."""
    bitext = export_set.review.bitext
    alone = {
        sentence_id(side, spans)
        for row in export_set.rows
        if not all(cell.sentences for cell in row.cells.values())
        for side, cell in row.cells.items()
        for spans, _ in cell.sentences
    }
    for bead in (bead for crossing in bitext.alignment.crossings for bead in crossing.beads):
        ids = [
            sentence_id(text.side, text.sentences[index].origin)
            for text, indices in zip(bitext.texts, (bead.source, bead.target), strict=True)
            for index in indices
        ]
        if alone.issuperset(ids):
            yield " ".join(f"#{one}" for one in ids)


def _link(row: ExportRow) -> str:
    return " ".join(
        f"#{sentence_id(side, spans)}" for side, cell in row.cells.items() for spans, _ in cell.sentences
    )

"""TEI P5: both texts with sentences, page furniture, corrections and moved text, and links between them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from align.export.export_set import ExportedFiles, ExportSet
from align.export.provenance import provenance
from align.export.row import ExportRow
from align.export.xml import XML_ID, XML_LANG, XmlSanitizer
from align.review.row import sentence_id
from align.review.segments import Segment
from align.text.clean import Excluded
from align.text.side_text import SideText

TEI = "http://www.tei-c.org/ns/1.0"
FURNITURE = re.compile(r"furniture|page|head|stamp|number")
"""Reasons of excluded text that is page furniture (``fw``); other excluded text is a ``note``."""

HIGH, MEDIUM = 0.9, 0.7
"""Least confidence (fraction 0-1) of a suggestion for ``cert`` to be ``high``, ``medium``."""


@dataclass(frozen=True)
class _Context:
    """``reviewers``: name -> ``xml:id`` of who corrected something."""

    export_set: ExportSet
    reviewers: Mapping[str, str]
    sanitize: XmlSanitizer = field(default_factory=XmlSanitizer)


def tei(export_set: ExportSet) -> ExportedFiles:
    """One ``div`` a side; ``linkGrp`` of type translation; ``choice`` for each correction or suggestion."""
    from lxml import etree

    names = sorted({one.by for row in export_set.rows for one in row.corrections if one.by})
    context = _Context(export_set, {name: f"reviewer{number}" for number, name in enumerate(names, start=1)})
    root = etree.Element(f"{{{TEI}}}TEI", nsmap={None: TEI})
    _header(root, context)
    text = _add(root, "text")
    _body(_add(text, "body"), context)
    _links(text, export_set)
    data = etree.tostring(root, xml_declaration=True, encoding="UTF-8", pretty_print=False)
    return ExportedFiles({"": data}, context.sanitize.messages())


def _add(parent: Any, name: str, text: str | None = None, **attributes: str) -> Any:  # noqa: ANN401  # lxml's own
    from lxml import etree

    element = etree.SubElement(parent, f"{{{TEI}}}{name}", attributes)
    element.text = text
    return element


def _header(root: Any, context: _Context) -> None:  # noqa: ANN401
    bitext = context.export_set.review.bitext
    about = {name: context.sanitize(value, name) for name, value in provenance(bitext).items()}
    header = _add(root, "teiHeader")
    file = _add(header, "fileDesc")
    title = _add(file, "titleStmt")
    _add(title, "title", about.get("title", bitext.documents[0].name))
    _responsible(title, context, about["tool"])
    _add(_add(file, "publicationStmt"), "p", "Not published.")
    source = _add(file, "sourceDesc")
    for name, value in about.items():
        _add(source, "p", f"{name}: {value}")


def _responsible(title: Any, context: _Context, tool: str) -> None:  # noqa: ANN401
    """One ``respStmt`` for the tool, one for reviewers without a name, one for each reviewer."""
    known = {"align": tool, "reviewer": "a reviewer"}
    known |= {ident: context.sanitize(name, "name") for name, ident in context.reviewers.items()}
    for ident, name in known.items():
        statement = _add(title, "respStmt")
        statement.set(XML_ID, ident)
        _add(statement, "resp", "found by" if ident == "align" else "reviewed by")
        _add(statement, "name", name)


def _body(body: Any, context: _Context) -> None:  # noqa: ANN401
    bitext = context.export_set.review.bitext
    for text, locale in zip((bitext.source, bitext.target), context.export_set.locales, strict=True):
        if text is not None:
            division = _add(body, "div", type=text.side)
            division.set(XML_LANG, locale)
            _text(_add(division, "ab"), text, context)


def _links(text: Any, export_set: ExportSet) -> None:  # noqa: ANN401
    """A link for each row with sentences on both sides, and for each bead of text that moved."""
    paired = [row for row in export_set.rows if all(cell.sentences for cell in row.cells.values())]
    moved = list(_moved_links(export_set))
    if not paired and not moved:
        return
    division = _add(_add(text, "back"), "div")
    if paired:
        group = _add(division, "linkGrp", type="translation")
        for row in paired:
            _add(group, "link", target=_link(row), type=row.status)
    if moved:
        group = _add(division, "linkGrp", type="out-of-order")
        for link in moved:
            _add(group, "link", target=link)


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


def _text(block: Any, text: SideText, context: _Context) -> None:  # noqa: ANN401
    """Sentences in order, each preceded by the excluded text that stands before it in the file."""
    moved = [move.span for move in text.moves]
    excluded = sorted(text.excluded, key=lambda piece: piece.span)
    for row in context.export_set.rows:
        for spans, pieces in row.cells[text.side].sentences:
            while excluded and excluded[0].span.start < spans[0].start:
                _excluded(block, text, excluded.pop(0), context)
            is_moved = any(span.overlaps(place) for span in moved for place in spans)
            element = _add(_add(block, "seg", type="moved") if is_moved else block, "s")
            element.set(XML_ID, sentence_id(text.side, spans))
            _mixed(element, pieces, row, context)
    for piece in excluded:
        _excluded(block, text, piece, context)


def _excluded(block: Any, text: SideText, piece: Excluded, context: _Context) -> None:  # noqa: ANN401
    """Page furniture as ``fw``, other excluded text as ``note``."""
    kind = re.sub(r"\W+", "-", piece.reason).strip("-")
    name = "fw" if FURNITURE.search(piece.reason) else "note"
    raw = piece.span.of(text.document.raw)
    _add(block, name, context.sanitize(" ".join(raw.split()), piece.reason), type=kind)


def _mixed(element: Any, pieces: Sequence[Segment], row: ExportRow, context: _Context) -> None:  # noqa: ANN401
    """Text, with a ``choice`` of sic and corr where a reviewer corrected or a flag suggests something."""
    last = None
    for piece in pieces:
        choice = _choice(piece, row, context.reviewers)
        if choice is None:
            text = context.sanitize(piece.text, row.id)
            if last is None:
                element.text = (element.text or "") + text
            else:
                last.tail = (last.tail or "") + text
            continue
        old, new, by, certainty = choice
        last = _add(element, "choice")
        _add(last, "sic", context.sanitize(old, row.id))
        _add(last, "corr", context.sanitize(new, row.id), resp=by, cert=certainty)


def _choice(piece: Segment, row: ExportRow, reviewers: Mapping[str, str]) -> tuple[str, str, str, str] | None:
    """Observed text, its correction, who is responsible (``resp``), and ``cert``; ``None`` for plain text."""
    if piece.old is not None:
        by = next((one.by for one in row.corrections if (one.old, one.new) == (piece.old, piece.text)), "")
        return piece.old, piece.text, f"#{reviewers[by]}" if by else "#reviewer", "high"
    doubt = row.doubts.get(piece.doubt or "")
    if doubt is None or not doubt.open or not doubt.flag.suggestions:
        return None
    best = doubt.flag.suggestions[0]
    return piece.text, best.text, "#align", _certainty(best.confidence)


def _certainty(confidence: float) -> str:
    return "high" if confidence >= HIGH else "medium" if confidence >= MEDIUM else "low"

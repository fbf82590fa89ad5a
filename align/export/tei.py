"""TEI P5: both texts with sentences, furniture, corrections and moved text, and what translates what."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from align.export.exported import ExportedFiles
from align.export.provenance import provenance
from align.export.row import ExportSet, Row
from align.export.xml_sanitizer import XmlSanitizer
from align.review.segments import Segment
from align.review.state import sentence_id
from align.text.namespace import ID, LANG
from align.text.side_text import SideText

TEI = "http://www.tei-c.org/ns/1.0"
FURNITURE = re.compile(r"furniture|page|head|stamp|number")
"""Reasons of what was set aside that make it page furniture; the rest is a note."""

SURE, FAIR = 0.9, 0.7
"""Confidence (fraction 0-1) from which a suggestion is certain to TEI's ``high``, ``medium``."""


def tei(work: ExportSet) -> ExportedFiles:
    """One ``div`` a side; ``linkGrp`` of type translation; ``choice`` for each correction or suggestion."""
    from lxml import etree

    legal = XmlSanitizer()
    root = etree.Element(f"{{{TEI}}}TEI", nsmap={None: TEI})
    people = sorted({one.by for row in work.rows for one in row.corrections if one.by})
    reviewers = {name: f"reviewer{number}" for number, name in enumerate(people, start=1)}
    _header(root, work, reviewers, legal)
    body = _add(_add(root, "text"), "body")
    for text, locale in zip(
        (work.review.bitext.source, work.review.bitext.target), work.locales, strict=True
    ):
        if text is not None:
            division = _add(body, "div", type=text.side)
            division.set(LANG, locale)
            _text(division, text, work, reviewers, legal)
    paired = [row for row in work.rows if all(cell.sentences for cell in row.cells.values())]
    if paired:
        group = _add(_add(_add(body.getparent(), "back"), "div"), "linkGrp", type="translation")
        for row in paired:
            _add(group, "link", target=_link(row), type=row.status)
    data = etree.tostring(root, xml_declaration=True, encoding="UTF-8", pretty_print=False)
    return ExportedFiles({"": data}, legal.report())


def _add(parent: Any, name: str, text: str | None = None, **attributes: str) -> Any:  # noqa: ANN401  # lxml's own
    from lxml import etree

    element = etree.SubElement(parent, f"{{{TEI}}}{name}", attributes)
    element.text = text
    return element


def _header(root: Any, work: ExportSet, reviewers: Mapping[str, str], legal: XmlSanitizer) -> None:  # noqa: ANN401
    about = {name: legal(value, name) for name, value in provenance(work.review.bitext).items()}
    header = _add(root, "teiHeader")
    file = _add(header, "fileDesc")
    title = _add(file, "titleStmt")
    _add(title, "title", about.get("title", work.review.bitext.documents[0].name))
    known = {"align": about["tool"], "reviewer": "a reviewer"}
    known |= {ident: legal(name, "name") for name, ident in reviewers.items()}
    for by, name in known.items():
        statement = _add(title, "respStmt")
        statement.set(ID, by)
        _add(statement, "resp", "found by" if by == "align" else "reviewed by")
        _add(statement, "name", name)
    _add(_add(file, "publicationStmt"), "p", "Not published.")
    source = _add(file, "sourceDesc")
    for name, value in about.items():
        _add(source, "p", f"{name}: {value}")


def _text(
    division: Any, text: SideText, work: ExportSet, reviewers: Mapping[str, str], legal: XmlSanitizer
) -> None:
    """Sentences in order, each with what stood before it on the page and is no text."""
    moved = [move.span for move in text.moves]
    aside = sorted(text.aside, key=lambda piece: piece.span)
    block = _add(division, "ab")
    for row in work.rows:
        for spans, pieces in row.cells[text.side].sentences:
            while aside and aside[0].span.start < spans[0].start:
                piece = aside.pop(0)
                _aside(block, piece.span.of(text.document.raw), piece.reason, legal)
            out_of_turn = any(span.overlaps(place) for span in moved for place in spans)
            element = _add(_add(block, "seg", type="moved") if out_of_turn else block, "s")
            element.set(ID, sentence_id(text.side, spans))
            _mixed(element, pieces, row, reviewers, legal)
    for piece in aside:
        _aside(block, piece.span.of(text.document.raw), piece.reason, legal)


def _aside(block: Any, raw: str, reason: str, legal: XmlSanitizer) -> None:  # noqa: ANN401
    kind = re.sub(r"\W+", "-", reason).strip("-")
    name = "fw" if FURNITURE.search(reason) else "note"
    _add(block, name, legal(" ".join(raw.split()), reason), type=kind)


def _link(row: Row) -> str:
    return " ".join(
        f"#{sentence_id(side, spans)}" for side, cell in row.cells.items() for spans, _ in cell.sentences
    )


def _mixed(
    element: Any,  # noqa: ANN401
    pieces: Sequence[Segment],
    row: Row,
    reviewers: Mapping[str, str],
    legal: XmlSanitizer,
) -> None:
    """Text with a ``choice`` of sic and corr where a reviewer corrected, or a flag suggests a reading."""
    last = None
    for piece in pieces:
        reading = _reading(piece, row, reviewers)
        if reading is None:
            text = legal(piece.text, row.id)
            if last is None:
                element.text = (element.text or "") + text
            else:
                last.tail = (last.tail or "") + text
            continue
        old, new, by, certainty = reading
        last = _add(element, "choice")
        _add(last, "sic", legal(old, row.id))
        _add(last, "corr", legal(new, row.id), resp=by, cert=certainty)


def _reading(piece: Segment, row: Row, reviewers: Mapping[str, str]) -> tuple[str, str, str, str] | None:
    """What was read, what it becomes, who says so, how certain."""
    if piece.old is not None:
        by = next((one.by for one in row.corrections if (one.old, one.new) == (piece.old, piece.text)), "")
        return piece.old, piece.text, f"#{reviewers[by]}" if by else "#reviewer", "high"
    doubt = row.doubts.get(piece.doubt or "")
    if doubt is None or not doubt.open or not doubt.flag.suggestions:
        return None
    best = doubt.flag.suggestions[0]
    return piece.text, best.text, "#align", _certainty(best.confidence)


def _certainty(confidence: float) -> str:
    return "high" if confidence >= SURE else "medium" if confidence >= FAIR else "low"

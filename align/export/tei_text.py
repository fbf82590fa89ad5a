"""The text of TEI: sentences, page furniture, corrections, moved text, and where pages begin."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from align.export.export_set import ExportSet
from align.export.row import ExportRow
from align.export.tei_element import add
from align.export.tei_facsimile import TeiPages
from align.export.xml import XML_ID, XmlSanitizer
from align.review.place import Spans
from align.review.row import sentence_id
from align.review.segments import Segment
from align.text.clean import Excluded
from align.text.document import Side
from align.text.side_text import SideText
from align.text.span import Span

FURNITURE = re.compile(r"furniture|page|head|stamp|number")
"""Reasons of excluded text that is page furniture (``fw``); other excluded text is a ``note``."""

HIGH, MEDIUM = 0.9, 0.7
"""Least confidence (fraction 0-1) of a suggestion for ``cert`` to be ``high``, ``medium``."""


@dataclass(frozen=True)
class TeiContext:
    """What all of the text needs.

    Attributes:
        export_set: The rows.
        reviewers: Name -> ``xml:id`` of who corrected something.
        pages: Of the sides that were read from pages.
        sanitize: Makes text fit for XML.
    """

    export_set: ExportSet
    reviewers: Mapping[str, str]
    pages: Mapping[Side, TeiPages]
    sanitize: XmlSanitizer = field(default_factory=XmlSanitizer)


def write_text(block: Any, text: SideText, context: TeiContext) -> None:  # noqa: ANN401
    """Sentences in order, each preceded by the excluded text that stands before it in the file."""
    moved = [move.span for move in text.moves]
    excluded = sorted(text.excluded, key=lambda piece: piece.span)
    for row in context.export_set.rows:
        for spans, pieces in row.cells[text.side].sentences:
            while excluded and excluded[0].span.start < spans[0].start:
                _excluded(block, text, excluded.pop(0), context)
            is_moved = any(span.overlaps(place) for span in moved for place in spans)
            element = add(add(block, "seg", type="moved") if is_moved else block, "s")
            element.set(XML_ID, sentence_id(text.side, spans))
            _point(element, text.side, spans, context)
            _mixed(element, text.side, spans, pieces, row, context)
    for piece in excluded:
        _excluded(block, text, piece, context)


def _point(element: Any, side: Side, spans: Sequence[Span], context: TeiContext) -> None:  # noqa: ANN401
    """To the lines that hold a sentence, where it was read from pages."""
    pages = context.pages.get(side)
    lines = pages.lines(spans) if pages is not None else ""
    if lines:
        element.set("facs", lines)


def _excluded(block: Any, text: SideText, piece: Excluded, context: TeiContext) -> None:  # noqa: ANN401
    """Page furniture as ``fw``, other excluded text as ``note``."""
    kind = re.sub(r"\W+", "-", piece.reason).strip("-")
    name = "fw" if FURNITURE.search(piece.reason) else "note"
    raw = piece.span.of(text.document.raw)
    _begin_pages(block, text.side, [piece.span.start], context)
    element = add(block, name, context.sanitize(" ".join(raw.split()), piece.reason), type=kind)
    _point(element, text.side, (piece.span,), context)


def _begin_pages(parent: Any, side: Side, offsets: Sequence[int], context: TeiContext) -> None:  # noqa: ANN401
    pages = context.pages.get(side)
    if pages is not None:
        for _, page in pages.beginnings(offsets):
            pages.begin(parent, page)


def _mixed(
    element: Any,  # noqa: ANN401
    side: Side,
    spans: Spans,
    pieces: Sequence[Segment],
    row: ExportRow,
    context: TeiContext,
) -> None:
    """Text, with a ``choice`` of sic and corr where a reviewer corrected or a flag suggests something."""
    at, pages = 0, context.pages.get(side)
    views = context.export_set.review.state.side_views
    offsets = [] if pages is None else views[side].traced_text(spans).starts.tolist()
    for piece in pieces:
        here = offsets[at : at + len(piece.text if piece.old is None else piece.old)]
        at += len(here)
        choice = _choice(piece, row, context.reviewers)
        if choice is None:
            _plain(element, context.sanitize(piece.text, row.id), here, pages)
            continue
        old, new, by, certainty = choice
        _begin_pages(element, side, here, context)
        last = add(element, "choice")
        if pages is not None and (words := pages.words(piece.spans)):
            last.set("facs", words)
        add(last, "sic", context.sanitize(old, row.id))
        add(last, "corr", context.sanitize(new, row.id), resp=by, cert=certainty)


def _plain(element: Any, text: str, offsets: Sequence[int], pages: TeiPages | None) -> None:  # noqa: ANN401
    """Text without a correction, with the beginnings of pages in it."""
    done = 0
    if pages is not None:
        for at, page in pages.beginnings(offsets):
            _append(element, text[done:at])
            pages.begin(element, page)
            done = at
    _append(element, text[done:])


def _append(element: Any, text: str) -> None:  # noqa: ANN401
    """Add text behind all that an element holds."""
    if len(element):
        element[-1].tail = (element[-1].tail or "") + text
    else:
        element.text = (element.text or "") + text


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

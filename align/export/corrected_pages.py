"""The pages of the documents of a review, with its corrections in them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from align.errors import InputError
from align.export.export_set import ExportSet
from align.export.row import Decider
from align.facsimile.corrected import PageCorrection, with_corrections
from align.facsimile.decided import Corrector
from align.facsimile.facsimile import Facsimile
from align.review.place import Place
from align.text.document import SIDE_NAMES, Document, Side

UNNAMED = "a reviewer"
"""Who corrected a word where the journal does not name the reviewer."""


@dataclass(frozen=True)
class CorrectedPages:
    """The pages of a document.

    Attributes:
        name: ``original`` or ``translation``; ``original`` where it holds both.
        document: As it was read.
        facsimile: Its pages with the corrections.
    """

    name: str
    document: Document
    facsimile: Facsimile


def corrected_pages(export_set: ExportSet) -> tuple[CorrectedPages, ...]:
    """Each document that has pages, with the corrections of the rows that are exported.

    Raises:
        InputError: No document has pages.
    """
    bitext = export_set.review.bitext
    found = []
    for document in bitext.documents:
        sides = [text.side for text in bitext.texts if text.document == document]
        if document.facsimile is not None:
            corrections = [one for side in sides for one in corrections_of(export_set, side)]
            pages = with_corrections(document.facsimile, corrections)
            found.append(CorrectedPages(SIDE_NAMES[sides[0]], document, pages))
    if not found:
        names = ", ".join(document.name for document in bitext.documents)
        raise InputError(
            f"expected a document with pages (hOCR, ALTO, PAGE XML, a PDF or pictures), {names}: has none; "
            "--to text writes a text with its corrections"
        )
    return tuple(found)


def corrections_of(export_set: ExportSet, side: Side) -> Iterator[PageCorrection]:
    """The corrections of one side; of the exported rows alone, where others are left out."""
    state = export_set.review.state
    kept = _kept_places(export_set, side) if export_set.skipped else None
    for place, verdict in state.verdicts.items():
        if place.side != side or verdict.text is None:
            continue
        if kept is None or any(place.overlaps(one) for one in kept):
            decider = export_set.decided_by.get(place, Decider())
            stretches = tuple((span.start, span.stop) for span in place.spans)
            made = Corrector(decider.by or UNNAMED, decider.at)
            yield PageCorrection(stretches, verdict.text, made)


def _kept_places(export_set: ExportSet, side: Side) -> list[Place]:
    rows = export_set.rows
    return [Place(side, spans) for row in rows for spans, _ in row.cells[side].sentences]

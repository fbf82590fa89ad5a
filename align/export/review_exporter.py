"""The files of one review, as *Save as…* on its screen makes them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from align.export.formats import FORMATS, ExportFormat
from align.export.write import export_files
from align.review.exporter import ExportChoice, Exported
from align.review.journal import read_decisions
from align.review.session import Review

HANDED_IN: Mapping[str, str] = {
    "docx": "Word",
    "xlsx": "Excel",
    "clean": "Clean text",
    "tmx": "Translation memory",
    "html": "Page for a colleague",
}
"""Formats that people hand in, with their names for people; they stand first."""

PAGE = "html"
"""A page for a browser: its text begins with styles, so that the look shows rows instead."""


class ReviewExporter:
    """Makes the files of one review as it stands when they are asked for."""

    def __init__(self, review: Review) -> None:
        self._review = review

    @property
    def choices(self) -> Sequence[ExportChoice]:
        """The formats, those that people hand in first; those of pages where a document has pages."""
        first = [name for name in HANDED_IN if name in FORMATS]
        named = (FORMATS[name] for name in dict.fromkeys([*first, *FORMATS]))
        paged = any(one.facsimile is not None for one in self._review.bitext.documents)
        return [_choice(one) for one in named if paged or not one.needs_pages]

    def export(self, to: str, output: Path, *, confirmed: bool) -> Exported:
        """The review in a format; each correction names the reviewer who made it.

        Raises:
            OutputError: A text does not fit the format.
            ReadError: The journal cannot be read.
        """
        journal = self._review.journal
        entries = read_decisions(journal.path).entries if journal and journal.path.exists() else ()
        made = export_files(self._review, to, entries=entries, confirmed=confirmed, output=output)
        return Exported(made.files, made.messages)


def _choice(made: ExportFormat) -> ExportChoice:
    title = f"{HANDED_IN.get(made.name, made.name.upper())}: {made.label}"
    is_text = made.printable and made.name != PAGE
    return ExportChoice(made.name, title, made.offered_end, is_text, made.name not in HANDED_IN)

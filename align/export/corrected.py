"""The original with its most certain corrections, and the apparatus of what was changed and why."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from align.bitext_data import BitextData
from align.corrections import AppliedCorrection, apply_flags
from align.export.apparatus import apparatus_table
from align.export.formats import FORMATS
from align.text.document import SIDE_NAMES

if TYPE_CHECKING:
    from align.export.export_set import ExportedFiles
    from align.export.pages import PageFormat


def corrected(bitext: BitextData, min_confidence: float) -> tuple[bytes, tuple[AppliedCorrection, ...]]:
    """The original's file with the first suggestion of each flag that is certain enough.

    Args:
        bitext: Its flags are applied. Where it has no original, the translation is corrected.
        min_confidence: The least confidence of a suggestion, fraction 0-1.

    Returns:
        The file in its own encoding, every other byte unchanged; and the changes in order.
    """
    text = bitext.source or bitext.texts[0]
    flags = [flag for flag in bitext.flags if flag.side == text.side]
    raw, changes = apply_flags(text.document.raw, flags, min_confidence)
    return raw.encode(text.document.encoding), changes


def corrected_page_files(
    bitext: BitextData, min_confidence: float, to: PageFormat, output: Path | None = None
) -> tuple[ExportedFiles, tuple[AppliedCorrection, ...]]:
    """The original's pages with the same corrections, each recorded as that of this program.

    Args:
        bitext: As for :func:`corrected`.
        min_confidence: The least confidence of a suggestion, fraction 0-1.
        to: The format of the pages.
        output: Where the files go: the pictures are named as seen from there.

    Raises:
        InputError: The original has no pages.
    """
    from align.export.corrected_pages import CorrectedPages, without_pages
    from align.export.pages import page_files
    from align.facsimile.corrected import PageCorrection, with_corrections
    from align.facsimile.decided import Corrector

    text = bitext.source or bitext.texts[0]
    if text.document.facsimile is None:
        raise without_pages([text.document])
    _, changes = corrected(bitext, min_confidence)
    by = Corrector(f"align {bitext.signature.align}")
    places = [(tuple((span.start, span.stop) for span in one.spans), one.new) for one in changes]
    made = with_corrections(text.document.facsimile, [PageCorrection(*one, by) for one in places])
    pages = CorrectedPages(SIDE_NAMES[text.side], text.document, made)
    return page_files([pages], to, bitext, output), changes


def page_format_of(path: Path) -> PageFormat | None:
    """The format of pages that a file's name stands for; ``None`` for any other."""
    name = path.name.lower()
    known: tuple[PageFormat, ...] = ("hocr", "alto", "page")
    return next((one for one in known if name.endswith(FORMATS[one].suffixes)), None)


def apparatus(changes: Iterable[AppliedCorrection]) -> str:
    """A row for each change: place (code points of the raw file), old, new, confidence, reason."""
    return apparatus_table(
        ("confidence", "reason"),
        (
            (change.spans, (change.old, change.new, f"{change.confidence:.3f}", change.reason))
            for change in changes
        ),
    )

"""The original with its sure corrections, and the apparatus that says what was changed and why."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable

from align.bitext_data import BitextData
from align.corrections import AppliedCorrection, apply_flags

COLUMNS = ("start", "stop", "old", "new", "confidence", "reason")


def corrected(bitext: BitextData, min_confidence: float) -> tuple[bytes, tuple[AppliedCorrection, ...]]:
    """The original's whole file with every reading at least so sure (fraction 0-1), and the changes.

    Everything else of the file is unchanged, byte for byte. Where a page holds the translation
    alone, that is corrected.
    """
    text = bitext.source or bitext.texts[0]
    flags = [flag for flag in bitext.flags if flag.side == text.side]
    raw, changes = apply_flags(text.document.raw, flags, min_confidence)
    return raw.encode(text.document.encoding), changes


def apparatus(changes: Iterable[AppliedCorrection]) -> str:
    """A row for each change: place (code points of the raw file), old, new, how sure, why."""
    stream = io.StringIO()
    writer = csv.writer(stream, delimiter="\t", lineterminator="\n")
    writer.writerow(COLUMNS)
    for change in changes:
        first = min(change.spans)
        last = max(change.spans)
        writer.writerow(
            (first.start, last.stop, change.old, change.new, f"{change.confidence:.3f}", change.reason)
        )
    return stream.getvalue()

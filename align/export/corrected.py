"""The original with its most certain corrections, and the apparatus of what was changed and why."""

from __future__ import annotations

from collections.abc import Iterable

from align.bitext_data import BitextData
from align.corrections import AppliedCorrection, apply_flags
from align.export.apparatus import apparatus_table


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


def apparatus(changes: Iterable[AppliedCorrection]) -> str:
    """A row for each change: place (code points of the raw file), old, new, confidence, reason."""
    return apparatus_table(
        ("confidence", "reason"),
        (
            (change.spans, (change.old, change.new, f"{change.confidence:.3f}", change.reason))
            for change in changes
        ),
    )

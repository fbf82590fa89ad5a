"""A bitext as columns: one row a bead, or one row a flag."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from align.bitext_data import BitextData

Columns = dict[str, Sequence[Any]]


def bead_columns(bitext: BitextData) -> Columns:
    """Name of each column -> one value a bead."""
    beads = bitext.alignment.beads
    texts = [bitext.sentences_of(bead) for bead in beads]
    return {
        "source": [" ".join(source) for source, _ in texts],
        "target": [" ".join(target) for _, target in texts],
        "type": [bead.type for bead in beads],
        "score": [bead.score for bead in beads],
        "confidence": [bead.confidence for bead in beads],
        "doubtful": [bead.doubtful for bead in beads],
        "flags": [len(bitext.flags_by_bead.get(number, ())) for number in range(len(beads))],
    }


def flag_columns(bitext: BitextData) -> Columns:
    """Name of each column -> one value a flag."""
    flags = bitext.flags
    return {
        "bead": [bitext.bead_of.get((flag.side, flag.sentence)) for flag in flags],
        "side": [flag.side for flag in flags],
        "start": [min(flag.spans).start for flag in flags],
        "stop": [max(span.stop for span in flag.spans) for flag in flags],
        "text": [flag.text for flag in flags],
        "kind": [flag.kind for flag in flags],
        "confidence": [flag.confidence for flag in flags],
        "suggestion": [flag.suggestions[0].text if flag.suggestions else None for flag in flags],
        "suggestions": [[one.text for one in flag.suggestions] for flag in flags],
        "reason": [flag.reason for flag in flags],
    }

"""Align again after sentences were corrected, and report what that changed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from align.alignment.aligner import AlignmentConfig, align_sentences
from align.alignment.bead import Alignment, Bead
from align.embed.encoder import Encoder
from align.errors import InputError

Cell = tuple[int, int]


@dataclass(frozen=True)
class RealignedRegion:
    """Beads that were replaced by others; both hold the same sentences of both sides.

    Attributes:
        before: the beads of the text as it was.
        after: the beads of the corrected text.
    """

    before: tuple[Bead, ...]
    after: tuple[Bead, ...]


def realign(
    alignment: Alignment,
    source: Sequence[str],
    target: Sequence[str],
    encoder: Encoder,
    *,
    config: AlignmentConfig = AlignmentConfig(),
    fixed: Sequence[Bead] = (),
) -> tuple[Alignment, tuple[RealignedRegion, ...]]:
    """Align the corrected sentences.

    Args:
        alignment: that of the sentences before the correction.
        source: the corrected sentences, as many as before.
        target: the same of the other side.
        encoder: the encoder; a cached one (:mod:`align.embed.cache`) encodes only corrected sentences.
        config: settings of the aligner.
        fixed: beads that are kept.

    Returns:
        The new alignment, and where its beads differ from those of ``alignment``, in order.

    Raises:
        InputError: the number of sentences has changed, or a fixed bead does not fit.
        ModelError: the encoder does not return a finite vector for each sentence.
    """
    if (len(source), len(target)) != (alignment.n_source, alignment.n_target):
        raise InputError(
            f"expected {alignment.n_source} source and {alignment.n_target} target sentences as before, "
            f"got {len(source)} and {len(target)}; align afresh when sentences were split or joined"
        )
    again = align_sentences(source, target, encoder, config=config, fixed=fixed)
    return again, tuple(changed_regions(alignment, again))


def changed_regions(before: Alignment, after: Alignment) -> list[RealignedRegion]:
    """The smallest regions between two cells of both paths in which the beads differ."""
    shared = _cells(before) & _cells(after)
    old, new = _regions(before, shared), _regions(after, shared)
    return [
        RealignedRegion(old[cell], new[cell])
        for cell in sorted(old)
        if _ranges(old[cell]) != _ranges(new[cell])
    ]


def _cells(alignment: Alignment) -> set[Cell]:
    """The cells in which its beads end."""
    return {(bead.source.stop, bead.target.stop) for bead in alignment}


def _regions(alignment: Alignment, shared: set[Cell]) -> dict[Cell, tuple[Bead, ...]]:
    """For each shared cell the beads that lead to it from the shared cell before."""
    regions: dict[Cell, tuple[Bead, ...]] = {}
    run: list[Bead] = []
    for bead in alignment:
        run.append(bead)
        if (cell := (bead.source.stop, bead.target.stop)) in shared:
            regions[cell] = tuple(run)
            run = []
    return regions


def _ranges(beads: Sequence[Bead]) -> list[tuple[range, range]]:
    return [(bead.source, bead.target) for bead in beads]

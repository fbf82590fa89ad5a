"""Aligning again after sentences were corrected, and what that changed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from align.alignment.aligner import AlignmentConfig, align_sentences
from align.alignment.bead import Alignment, Bead
from align.embed.encoder import Encoder
from align.errors import InputError


@dataclass(frozen=True)
class RealignedRegion:
    """Beads that were replaced: ``before`` and ``after`` hold the same sentences of both sides."""

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
    """Align the corrected sentences; say where the beads differ from ``alignment``.

    The number of sentences is that of ``alignment``. With a caching encoder
    (``align.embed.cache``) only the sentences that were corrected are encoded again.
    """
    if (len(source), len(target)) != (alignment.n_source, alignment.n_target):
        raise InputError(
            f"expected {alignment.n_source} source and {alignment.n_target} target sentences as before, "
            f"got {len(source)} and {len(target)}; align afresh when sentences were split or joined"
        )
    again = align_sentences(source, target, encoder, config=config, fixed=fixed)
    return again, tuple(changes(alignment, again))


def changes(before: Alignment, after: Alignment) -> list[RealignedRegion]:
    """The stretches between cells that both paths pass in which the beads differ."""
    shared = _cells(before) & _cells(after)
    old, new = _stretches(before, shared), _stretches(after, shared)
    return [
        RealignedRegion(old[cell], new[cell])
        for cell in sorted(old)
        if _ranges(old[cell]) != _ranges(new[cell])
    ]


def _cells(alignment: Alignment) -> set[tuple[int, int]]:
    return {(bead.source.stop, bead.target.stop) for bead in alignment.beads}


def _stretches(alignment: Alignment, shared: set[tuple[int, int]]) -> dict[tuple[int, int], tuple[Bead, ...]]:
    """The beads up to each shared cell from the one before."""
    found: dict[tuple[int, int], tuple[Bead, ...]] = {}
    run: list[Bead] = []
    for bead in alignment.beads:
        run.append(bead)
        if (cell := (bead.source.stop, bead.target.stop)) in shared:
            found[cell] = tuple(run)
            run = []
    return found


def _ranges(beads: Sequence[Bead]) -> list[tuple[range, range]]:
    return [(bead.source, bead.target) for bead in beads]

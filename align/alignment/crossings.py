"""Find sentences that translate each other out of order.

The beads follow the order of both texts, so a passage that moved is left over on either side. What is left
over is aligned once more, as a text of its own: there the passages stand in order, and their beads are found
with all features, several sentences to one included.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from statistics import fmean

from align.alignment.bead import Bead, Crossing
from align.alignment.features.document_pair import DocumentPair

MAX_CONFIDENCE = 0.5
"""Sentences in pairs below this confidence (fraction 0-1) are searched as if they were unpaired."""

MIN_CONFIDENCE, MIN_MEAN = 0.5, 0.6
"""Confidence (fraction 0-1) of the beads of a crossing, and their mean."""

COSINE_QUANTILE, COSINE_SLACK = 0.1, 0.05
"""Quantile of the cosines of the sure pairs, and how far below it the mean cosine of a crossing may be.

In 28 stretches of 120 beads in which sentences, and 28 in which passages had lost their partners, 35
crossings were wrong without these conditions, 6 with them; of 228 true crossings they dropped 14, all of them
single sentences.
"""

ABSOLUTE_COSINE, MIN_SURE = 0.45, 5
"""The cosine that a crossing has to reach in a text with fewer sure pairs."""

MAX_GAP = 2
"""Sentences of a side without a partner that a crossing may go on behind."""

MAX_ROUNDS = 4
"""How often what is left over is aligned: passages that cross each other, too, need a round each."""

MAX_SENTENCES = 4096
"""Sentences of a side that are searched, so that a text without a translation costs little."""

Align = Callable[[DocumentPair], Iterable[Bead]]
"""Aligns a text."""


def find_crossings(
    pair: DocumentPair, beads: Sequence[Bead], align: Align, max_bead: int
) -> tuple[Crossing, ...]:
    """The passages that translate each other out of order.

    Args:
        pair: The texts.
        beads: Their beads.
        align: Aligns the sentences that the beads leave over.
        max_bead: Sentences that a bead may hold on one side.

    Returns:
        The crossings in order of the source; a sentence is in one at most.
    """
    sure = [bead for bead in beads if _is_sure(bead)]
    found: list[Bead] = []
    for _ in range(MAX_ROUNDS):
        rows, columns = (_left_over(beads, found, side) for side in (0, 1))
        if not rows or not columns or (len(rows), len(columns)) == _size(pair):
            break
        again = align(pair.selected(rows, columns, max_bead))
        new = [moved for bead in again if (moved := _in_place(bead, rows, columns)) is not None]
        if not new:
            break
        found += new
    least = _least_cosine(sure)
    runs = _runs(sorted(found, key=_start))
    return tuple(run for run in runs if _is_likely(run, least) and _is_out_of_order(run, sure))


def without_moved(
    beads: Iterable[Bead], crossings: Sequence[Crossing], fixed: Collection[Bead]
) -> Iterator[Bead]:
    """The beads; an unsure pair of a sentence that is translated elsewhere comes as nulls.

    Args:
        beads: In order.
        crossings: What is translated elsewhere.
        fixed: Pairs that are kept.
    """
    sources = {at for crossing in crossings for at in crossing.source}
    targets = {at for crossing in crossings for at in crossing.target}
    for bead in beads:
        moved = not (sources.isdisjoint(bead.source) and targets.isdisjoint(bead.target))
        is_pair = bool(bead.source and bead.target)
        yield from _nulls(bead) if moved and is_pair and not _is_sure(bead) and bead not in fixed else [bead]


def _nulls(bead: Bead) -> Iterator[Bead]:
    """The sentences of a bead without their partners."""
    confidence = 1 - bead.confidence
    for at in bead.source:
        yield Bead(range(at, at + 1), range(bead.target.start, bead.target.start), None, confidence)
    for at in bead.target:
        yield Bead(range(bead.source.stop, bead.source.stop), range(at, at + 1), None, confidence)


def _is_sure(bead: Bead) -> bool:
    """Whether its sentences are not searched elsewhere."""
    return bool(bead.source and bead.target) and bead.confidence >= MAX_CONFIDENCE


def _size(pair: DocumentPair) -> tuple[int, int]:
    return len(pair.source.sentences), len(pair.target.sentences)


def _start(bead: Bead) -> tuple[int, int]:
    return bead.source.start, bead.target.start


def _left_over(beads: Sequence[Bead], found: Collection[Bead], side: int) -> list[int]:
    """The sentences of one side (0 source, 1 target) that are in no sure pair and in no crossing so far."""
    taken = {index for bead in found for index in (bead.source, bead.target)[side]}
    unsure = (bead for bead in beads if not _is_sure(bead))
    rows = (index for bead in unsure for index in (bead.source, bead.target)[side] if index not in taken)
    return list(rows)[:MAX_SENTENCES]


def _in_place(bead: Bead, rows: Sequence[int], columns: Sequence[int]) -> Bead | None:
    """A pair of left-over sentences by their places in the texts; ``None`` where it is none or unlikely.

    Sentences that follow each other among those left over, but not in the text, are in no bead.
    """
    source, target = (
        [places[at] for at in part] for places, part in ((rows, bead.source), (columns, bead.target))
    )
    if not source or not target or bead.confidence < MIN_CONFIDENCE:
        return None
    if not (_are_adjacent(source) and _are_adjacent(target)):
        return None
    places = range(source[0], source[-1] + 1), range(target[0], target[-1] + 1)
    return Bead(*places, bead.score, bead.confidence)


def _are_adjacent(places: Sequence[int]) -> bool:
    return places[-1] - places[0] == len(places) - 1


def _runs(beads: Iterable[Bead]) -> Iterator[Crossing]:
    """Beads that follow each other on both sides, joined; ``beads``: ordered by the source."""
    run: list[Bead] = []
    for bead in beads:
        if run and not _goes_on(run[-1], bead):
            yield _crossing(run)
            run = []
        run.append(bead)
    if run:
        yield _crossing(run)


def _goes_on(before: Bead, bead: Bead) -> bool:
    """Whether at most :data:`MAX_GAP` sentences of each side stand between two beads."""
    gaps = bead.source.start - before.source.stop, bead.target.start - before.target.stop
    return all(0 <= gap <= MAX_GAP for gap in gaps)


def _crossing(run: Sequence[Bead]) -> Crossing:
    score = fmean(bead.score or 0.0 for bead in run)
    source = range(run[0].source.start, run[-1].source.stop)
    return Crossing(source, range(run[0].target.start, run[-1].target.stop), score, tuple(run))


def _least_cosine(sure: Sequence[Bead]) -> float:
    """The mean cosine that a crossing has to reach: that of the less alike of the sure pairs."""
    scores = sorted(bead.score for bead in sure if bead.score is not None)
    if len(scores) < MIN_SURE:
        return ABSOLUTE_COSINE
    return scores[int(len(scores) * COSINE_QUANTILE)] - COSINE_SLACK


def _is_likely(crossing: Crossing, least: float) -> bool:
    return crossing.confidence >= MIN_MEAN and crossing.score >= least


def _is_out_of_order(crossing: Crossing, sure: Iterable[Bead]) -> bool:
    """Whether a sure pair stands before it on one side and behind it on the other.

    Else the path could hold it: the pair was too unlikely for the path, and is no passage that moved.
    """
    return any(
        (bead.source.start < crossing.source.start) != (bead.target.start < crossing.target.start)
        for bead in sure
    )

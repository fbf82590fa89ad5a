"""Whether two texts translate each other at all.

The posteriors of beads compare paths of one lattice; they say nothing of texts that do not belong together.
Here the cosines of the beads are compared with those of other pairs of sentences, and with what is known of
translations.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from align.alignment.bead import Alignment, Bead
from align.alignment.features.unmatched_names import matching_terms
from align.alignment.pooling import Matrix

MIN_LIKENESS = 0.1
"""Likeness (a cosine) from which two texts translate each other.

Stretches of 3, 10 and 40 beads of the development texts in languages that the encoder knows, aligned, had .12
and more (255 of them), stretches aligned with those of other texts .07 at most (255). With the threshold
neither a translation is called unrelated nor the other way round.
"""

MIN_NULLS, MIN_SENTENCES = 0.9, 10
"""Fraction of null beads, and sentences of a side, from which texts in languages that the encoder does not
know are unrelated; translations had up to .67, unrelated ones .96 and more."""

MIN_SHARED = 2
"""Names and numbers in the beads, beyond those that other pairs share, which show a translation."""

MIN_CHARACTERS = 40
"""Characters of a side of which something can be said: names alone are seldom alike."""

USUAL_COSINE, USUAL_WEIGHT = 0.12, 4
"""Cosine of unrelated sentences, and how many pairs of sentences it weighs as much as."""

UNRELATED_CONFIDENCE = 0.4
"""Confidence (fraction 0-1) that no bead of unrelated texts exceeds."""

NOTE = "these two texts hardly translate each other"


def are_unrelated(
    alignment: Alignment,
    texts: tuple[Sequence[str], Sequence[str]],
    vectors: tuple[Matrix, Matrix],
    *,
    known: bool,
) -> bool:
    """Whether two texts hardly translate each other.

    Args:
        alignment: Their beads.
        texts: The sentences of both sides.
        vectors: Their unit vectors.
        known: Whether the encoder knows both languages; else its cosines show nothing.
    """
    if min(sum(map(len, side)) for side in texts) < MIN_CHARACTERS:
        return False
    moved = [bead for crossing in alignment.crossings for bead in crossing.beads]
    pairs = [bead for bead in (*alignment, *moved) if bead.source and bead.target]
    if known:
        unlike = _likeness(alignment, pairs, vectors) < MIN_LIKENESS
    else:
        nulls = 1 - len(pairs) / len(alignment)
        unlike = nulls >= MIN_NULLS and min(map(len, texts)) >= MIN_SENTENCES
    return unlike and _shared_terms(pairs, texts) < MIN_SHARED


def _likeness(alignment: Alignment, pairs: Sequence[Bead], vectors: tuple[Matrix, Matrix]) -> float:
    """By how much the sentences of a side are nearer to their partners than to others, unpaired ones 0.

    Of the two sides the greater: an excerpt translates all of its sentences, and few of the whole text.
    The cosine of a pair is the mean of its sentences' cosines: sums of many are alike whatever they say.
    """
    products = [_product(bead, vectors) for bead in pairs]
    others = _cosine_of_others(pairs, products, vectors)
    sizes = [(len(bead.source), len(bead.target)) for bead in pairs]
    gains = [(n, m, total / (n * m) - others) for (n, m), total in zip(sizes, products, strict=True)]
    source = sum(count * gain for count, _, gain in gains) / alignment.n_source
    return max(source, sum(count * gain for _, count, gain in gains) / alignment.n_target)


def _product(bead: Bead, vectors: tuple[Matrix, Matrix]) -> float:
    """Sum of the cosines of the sentences of a pair with those of its other side."""
    own, other = vectors[0][list(bead.source)], vectors[1][list(bead.target)]
    return float(own.sum(axis=0) @ other.sum(axis=0))


def _cosine_of_others(
    pairs: Sequence[Bead], products: Sequence[float], vectors: tuple[Matrix, Matrix]
) -> float:
    """Mean cosine of sentences that are in no pair with each other, drawn towards what is usual."""
    source, target = vectors
    total = float(source.sum(axis=0) @ target.sum(axis=0)) - sum(products)
    count = len(source) * len(target) - sum(len(bead.source) * len(bead.target) for bead in pairs)
    return (total + USUAL_COSINE * USUAL_WEIGHT) / (count + USUAL_WEIGHT)


def _shared_terms(pairs: Sequence[Bead], texts: tuple[Sequence[str], Sequence[str]]) -> float:
    """The names and numbers that the sides of the beads share, less those shared with the next bead."""
    sides = [([texts[0][at] for at in bead.source], [texts[1][at] for at in bead.target]) for bead in pairs]
    here = sum(matching_terms(own, other) for own, other in sides)
    targets = [other for _, other in sides]
    beside = zip((own for own, _ in sides), [*targets[1:], *targets[:1]], strict=True)
    return here - (sum(matching_terms(own, other) for own, other in beside) if len(pairs) > 1 else 0)


def with_doubt(alignment: Alignment) -> Alignment:
    """The same beads, all of them doubtful, and no crossing."""
    beads = (replace(bead, confidence=min(bead.confidence, UNRELATED_CONFIDENCE)) for bead in alignment)
    return replace(alignment, beads=tuple(beads), crossings=())

"""Alignments against gold, strict and lax, as the published tables compute them.

Strict: both sides equal a gold bead's. Lax: the bead shares something with one gold bead on both sides.
Precision counts null beads, recall leaves the gold's null beads out (the scorer of Vecalign, Thompson &
Koehn 2019, after the measure of Bleualign, Sennrich & Volk 2011).
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from align.alignment.bead import Alignment
from align.errors import InputError
from align.evaluate.bootstrap import Interval, block_counts, f1_interval
from align.evaluate.calibration import Calibration
from align.evaluate.gold_bead import GoldBead, Index, beads_as_gold
from align.evaluate.gold_beads import GoldAlignment
from align.evaluate.prf import Counts, total
from align.text.sentence import Sentence


@dataclass(frozen=True)
class BeadScore:
    """Counts of right and wrong beads; adding two scores pools their documents.

    ``by_type``: strict; precision over predicted, recall over gold beads of that type.
    ``blocks``: strict counts of each block the bootstrap draws, and how often they occur.
    """

    strict: Counts = Counts()
    lax: Counts = Counts()
    by_type: Mapping[str, Counts] = field(default_factory=dict)
    blocks: Mapping[Counts, int] = field(default_factory=dict)
    calibration: Calibration = Calibration()

    def __add__(self, other: BeadScore) -> BeadScore:
        types = sorted(self.by_type.keys() | other.by_type.keys(), key=_by_size)
        return BeadScore(
            self.strict + other.strict,
            self.lax + other.lax,
            {type_: total(score.by_type.get(type_, Counts()) for score in (self, other)) for type_ in types},
            Counter(self.blocks) + Counter(other.blocks),
            self.calibration + other.calibration,
        )

    @property
    def interval(self) -> Interval | None:
        """95 % bootstrap interval of strict F1 (1,000 draws of blocks, seed 0)."""
        return f1_interval(self.blocks)

    def to_json(self) -> dict[str, object]:
        """All of it, ready for ``json.dumps``."""
        return {
            "strict": self.strict.to_json() | {"f1_interval_95": self.interval and vars(self.interval)},
            "lax": self.lax.to_json(),
            "by_type": {type_: counts.to_json() for type_, counts in self.by_type.items()},
            "calibration": self.calibration.to_json(),
        }


def score_alignment(gold: GoldAlignment, predicted: Alignment) -> BeadScore:
    """An alignment of numbered sentences against gold by number; the confidences are judged too."""
    for side, size in (("source", predicted.n_source), ("target", predicted.n_target)):
        last = max((number for link in gold.links for number in getattr(link, side)), default=-1)
        if last >= size:
            raise InputError(
                f"the gold speaks of {side} sentence {last}, the {side} has {size} counted from 0: "
                "is it the gold of other files, or is the text not one sentence a line?"
            )
    return score_links(gold.links, beads_as_gold(predicted), [bead.confidence for bead in predicted.beads])


def score_anchors(
    gold: Collection[GoldBead], source: Sequence[Sentence], target: Sequence[Sentence], alignment: Alignment
) -> BeadScore:
    """An alignment of sentences split from raw text against gold by anchors (code points).

    A bead stands for the gold anchors that lie in its sentences; one that holds none is not judged.
    """
    sources = _anchors_in(source, {anchor for link in gold for anchor in link.source})
    targets = _anchors_in(target, {anchor for link in gold for anchor in link.target})
    held = [(bead, _held(bead.source, sources), _held(bead.target, targets)) for bead in alignment.beads]
    judged = [(bead, GoldBead(near, far)) for bead, near, far in held if near or far]
    return score_links(gold, [link for _, link in judged], [bead.confidence for bead, _ in judged])


def score_links(
    gold: Collection[GoldBead], predicted: Sequence[GoldBead], confidences: Sequence[float] | None = None
) -> BeadScore:
    """Links against links; equal ones count once. ``confidences``: one for each predicted, if known."""
    right, guess = frozenset(gold), frozenset(predicted)
    known = zip(confidences, predicted, strict=True) if confidences is not None else ()
    return BeadScore(
        strict=Counts(len(guess & right), len(guess - right), *_recall(right, guess)),
        lax=_lax(right, guess),
        by_type=_by_type(right, guess),
        blocks=block_counts(right, guess),
        calibration=Calibration(tuple((confidence, link in right) for confidence, link in known)),
    )


def _recall(gold: frozenset[GoldBead], predicted: frozenset[GoldBead]) -> tuple[int, int]:
    paired = {link for link in gold if not link.null}
    return len(paired & predicted), len(paired - predicted)


def _lax(gold: frozenset[GoldBead], predicted: frozenset[GoldBead]) -> Counts:
    paired = {link for link in gold if not link.null}
    right = sum(_met(predicted, gold))
    found = sum(_met(paired, predicted))
    return Counts(right, len(predicted) - right, found, len(paired) - found)


def _met(links: Iterable[GoldBead], others: frozenset[GoldBead]) -> Iterable[bool]:
    """Of each link, whether it equals one of the others or overlaps it on both sides."""
    index = Index.of(others)
    return (link in others or any(link.overlaps(other) for other in index.touching(link)) for link in links)


def _by_type(gold: frozenset[GoldBead], predicted: frozenset[GoldBead]) -> dict[str, Counts]:
    types = sorted({link.type for link in gold | predicted}, key=_by_size)
    return {
        type_: Counts(
            sum(link.type == type_ for link in predicted & gold),
            sum(link.type == type_ for link in predicted - gold),
            *_recall(frozenset(link for link in gold if link.type == type_), predicted),
        )
        for type_ in types
    }


def _by_size(type_: str) -> tuple[int, ...]:
    """``1-1`` before ``1-2`` before ``10-1``."""
    return tuple(int(size) for size in type_.split("-"))


def _anchors_in(sentences: Sequence[Sentence], anchors: set[int]) -> tuple[frozenset[int], ...]:
    """The anchors inside each sentence's origin."""
    ordered = sorted(anchors)
    return tuple(
        frozenset(
            anchor
            for span in sentence.origin
            for anchor in ordered[bisect_left(ordered, span.start) : bisect_left(ordered, span.stop)]
        )
        for sentence in sentences
    )


def _held(indices: range, anchors: Sequence[frozenset[int]]) -> frozenset[int]:
    return frozenset[int]().union(*(anchors[index] for index in indices))

"""Alignments against gold, strict and lax, as published tables compute them.

Strict: both sides are equal to a gold bead's. Lax: the bead shares a number with one gold bead on both sides.
Precision counts null beads, recall does not count those of the gold (the scorer of Vecalign, Thompson &
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

    Attributes:
        strict: Counts under the strict measure.
        lax: Counts under the lax measure.
        by_type: Strict; precision over predicted beads of a type, recall over gold beads of it.
        blocks: Strict counts of a block that the bootstrap draws -> how often such a block occurs.
        calibration: Of the confidences of predicted beads, where they are known.
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
        """All figures, as values that ``json.dumps`` takes."""
        return {
            "strict": self.strict.to_json() | {"f1_interval_95": self.interval and vars(self.interval)},
            "lax": self.lax.to_json(),
            "by_type": {type_: counts.to_json() for type_, counts in self.by_type.items()},
            "calibration": self.calibration.to_json(),
        }


def score_alignment(gold: GoldAlignment, predicted: Alignment) -> BeadScore:
    """An alignment of sentences against gold by their numbers.

    Raises:
        InputError: The gold names a sentence that the alignment does not have.
    """
    for side, size in (("source", predicted.n_source), ("target", predicted.n_target)):
        last = max((number for bead in gold.beads for number in getattr(bead, side)), default=-1)
        if last >= size:
            raise InputError(
                f"the gold names {side} sentence {last}, the {side} has {size} counted from 0: "
                "is it the gold of other files, or is the text not one sentence a line?"
            )
    return score_beads(gold.beads, beads_as_gold(predicted), [bead.confidence for bead in predicted.beads])


def score_anchors(
    gold: Collection[GoldBead], source: Sequence[Sentence], target: Sequence[Sentence], alignment: Alignment
) -> BeadScore:
    """An alignment of sentences split from raw text, against gold by anchors.

    Args:
        gold: Beads of anchors: code points of the raw files.
        source: The sentences of the original.
        target: The sentences of the translation.
        alignment: Of these sentences. A bead stands for the anchors in its sentences; one without anchors
            is not scored.
    """
    sources = _anchors_in(source, {anchor for bead in gold for anchor in bead.source})
    targets = _anchors_in(target, {anchor for bead in gold for anchor in bead.target})
    as_anchors = [
        (bead.confidence, _union(bead.source, sources), _union(bead.target, targets))
        for bead in alignment.beads
    ]
    scored = [(confidence, GoldBead(*sides)) for confidence, *sides in as_anchors if any(sides)]
    return score_beads(gold, [bead for _, bead in scored], [confidence for confidence, _ in scored])


def score_beads(
    gold: Collection[GoldBead], predicted: Sequence[GoldBead], confidences: Sequence[float] | None = None
) -> BeadScore:
    """Beads against gold beads; equal ones count once.

    Args:
        gold: The right beads.
        predicted: The beads to score.
        confidences: One for each predicted bead, where known.
    """
    right, guess = frozenset(gold), frozenset(predicted)
    known = zip(confidences, predicted, strict=True) if confidences is not None else ()
    return BeadScore(
        strict=Counts(len(guess & right), len(guess - right), *_recall(right, guess)),
        lax=_lax(right, guess),
        by_type=_by_type(right, guess),
        blocks=block_counts(right, guess),
        calibration=Calibration(tuple((confidence, bead in right) for confidence, bead in known)),
    )


def _recall(gold: frozenset[GoldBead], predicted: frozenset[GoldBead]) -> tuple[int, int]:
    """How many gold beads with two sides were found, and how many were missed."""
    paired = {bead for bead in gold if not bead.null}
    return len(paired & predicted), len(paired - predicted)


def _lax(gold: frozenset[GoldBead], predicted: frozenset[GoldBead]) -> Counts:
    paired = {bead for bead in gold if not bead.null}
    right = sum(_matched(predicted, gold))
    found = sum(_matched(paired, predicted))
    return Counts(right, len(predicted) - right, found, len(paired) - found)


def _matched(beads: Iterable[GoldBead], others: frozenset[GoldBead]) -> Iterable[bool]:
    """Of each bead, whether it equals one of the others or overlaps it on both sides."""
    index = Index.of(others)
    return (bead in others or any(bead.overlaps(other) for other in index.sharing(bead)) for bead in beads)


def _by_type(gold: frozenset[GoldBead], predicted: frozenset[GoldBead]) -> dict[str, Counts]:
    types = sorted({bead.type for bead in gold | predicted}, key=_by_size)
    return {
        type_: Counts(
            sum(bead.type == type_ for bead in predicted & gold),
            sum(bead.type == type_ for bead in predicted - gold),
            *_recall(frozenset(bead for bead in gold if bead.type == type_), predicted),
        )
        for type_ in types
    }


def _by_size(type_: str) -> tuple[int, ...]:
    """Key that sorts ``1-1`` before ``1-2`` before ``10-1``."""
    return tuple(int(size) for size in type_.split("-"))


def _anchors_in(sentences: Sequence[Sentence], anchors: set[int]) -> tuple[frozenset[int], ...]:
    """The anchors inside each sentence's raw places."""
    ordered = sorted(anchors)
    return tuple(
        frozenset(
            anchor
            for span in sentence.origin
            for anchor in ordered[bisect_left(ordered, span.start) : bisect_left(ordered, span.stop)]
        )
        for sentence in sentences
    )


def _union(indices: range, anchors: Sequence[frozenset[int]]) -> frozenset[int]:
    return frozenset[int]().union(*(anchors[index] for index in indices))

"""The checks of omissions and additions: sentences that the other side does not have."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from statistics import fmean

import numpy as np

from align.check.context import CheckContext
from align.check.line import Line
from align.check.stretch import Stretch, unpaired_stretches
from align.embed.encoder import Encoder
from align.flag import Flag
from align.text.document import Side

MIN_GAIN = 0.03
"""What leaving a sentence out must add to the cosine of two sides for it to be untranslated."""

LENGTH_WEIGHT = 0.06
"""Cosine for a length ratio that comes nearer to the usual one by one natural logarithm."""

MAX_SHORT = 25
"""Characters up to which one word of the other side may translate a sentence."""

INSIDE_PAIR_CONFIDENCE = 0.7
"""Of a flag on a sentence of a pair; one on beads of one side has their mean confidence."""


@dataclass(frozen=True)
class _Wording:
    """How the flags of one side are worded; ``{count}``: the number of sentences of a stretch."""

    kind: str
    one: str
    stretch: str
    before: str
    behind: str
    in_pair: str

    def reason(self, stretch: Stretch) -> str:
        """Why a stretch is flagged; it is passed by where the other side begins later or ends sooner."""
        if len(stretch.beads) == 1:
            return self.one
        text = self.before if stretch.first else self.behind if stretch.last else self.stretch
        return text.format(count=len(stretch.beads))


OMISSION = _Wording(
    "check.omission",
    "Nothing in the translation answers this.",
    "Nothing in the translation answers the {count} sentences from here.",
    "The translation begins only after the {count} sentences from here.",
    "The translation ends before the {count} sentences from here.",
    "The translation beside it leaves this out.",
)
ADDITION = _Wording(
    "check.addition",
    "Nothing in the original answers this.",
    "Nothing in the original answers the {count} sentences from here.",
    "The original begins only after the {count} sentences from here.",
    "The original ends before the {count} sentences from here.",
    "The original beside it does not have this.",
)


def omissions(context: CheckContext) -> Iterator[Flag]:
    """Original without translation: beads of its own, or a sentence of a bead that is closer without it."""
    yield from _one_sided(context, "source", OMISSION)
    yield from _inside_pairs(context, "source", OMISSION)


def additions(context: CheckContext) -> Iterator[Flag]:
    """Translation without original; the translator's own insertions in square brackets are none."""
    yield from _one_sided(context, "target", ADDITION)
    yield from _inside_pairs(context, "target", ADDITION)


def _one_sided(context: CheckContext, side: Side, wording: _Wording) -> Iterator[Flag]:
    """Beads of one side only, in a document that has two: a flag for each stretch of them."""
    for stretch in unpaired_stretches(context, side) if context.two_sided else ():
        confidence = fmean(bead.bead.confidence for bead in stretch.beads)
        line = stretch.beads[0].seen_from(side)[0]
        if line is not None:
            yield line.flag_first_sentence(wording.kind, confidence, wording.reason(stretch))


def _inside_pairs(context: CheckContext, side: Side, wording: _Wording) -> Iterator[Flag]:
    """Sentences of a bead with several without which its two sides are closer."""
    if context.encoder is None:
        return
    sign = 1 if side == "source" else -1
    usual = None if context.length_ratio is None else sign * context.length_ratio
    for checked in context.beads:
        line, other = checked.seen_from(side)
        if line and other and len(line.sentences) > len(other.sentences):
            number = _unneeded(line, other, usual, context.encoder)
            if number is not None:
                start, text = line.starts[number], line.sentences[number].text
                stop = start + len(text)
                yield line.flag(start, stop, wording.kind, INSIDE_PAIR_CONFIDENCE, wording.in_pair)


def _unneeded(line: Line, other: Line, usual: float | None, encoder: Encoder) -> int | None:
    """The index of the sentence without which a line is closest to the other side.

    Args:
        line: Several sentences.
        other: The other side.
        usual: Natural logarithm of the other side's characters to this one's. Where the line is too long by
            a sentence, leaving it out need not make the sides closer, only as close.
        encoder: Turns text into vectors.

    Returns:
        The index; ``None`` where the sides are not closer by :data:`MIN_GAIN`.
    """
    texts = [sentence.text for sentence in line.sentences]
    without = [" ".join([*texts[:at], *texts[at + 1 :]]) for at in range(len(texts))]
    vectors = encoder.encode([other.text, line.text, *without])
    cosines = vectors[1:] @ vectors[0]
    gains = [float(cosine - cosines[0]) for cosine in cosines[1:]]
    if usual is not None:
        gains = [
            gain + _length_gain(len(line.text), len(text), len(other.text), usual)
            for gain, text in zip(gains, texts, strict=True)
        ]
    best = int(np.argmax(gains))
    return best if gains[best] > MIN_GAIN and len(texts[best]) > MAX_SHORT else None


def _length_gain(length: int, part: int, other: int, usual: float) -> float:
    """How much nearer a line comes to the usual ratio of lengths without a part, as a cosine."""
    ratio, ratio_without = math.log(other / length), math.log(other / max(length - part, 1))
    return LENGTH_WEIGHT * (abs(ratio - usual) - abs(ratio_without - usual))

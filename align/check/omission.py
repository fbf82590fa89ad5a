"""Sentences that the other side does not have, and pairs of unlikely lengths."""

from __future__ import annotations

import math
from collections.abc import Iterator
from statistics import median

import numpy as np

from align.check.context import CheckContext
from align.check.line import Line
from align.embed.encoder import Encoder
from align.flag import Flag
from align.text.document import Side

CLOSER = 0.03
"""What leaving a sentence out must add to the cosine of two sides for it to be untranslated."""

WEIGHT = 0.06
"""What a ratio of lengths nearer to the usual by one natural logarithm counts in cosine."""

SHORT = 25
"""Characters up to which a sentence may be said by a word of the other side."""

SPREAD = 0.25
"""Least spread (natural logarithm of the ratio of lengths, robust standard deviation) that is assumed."""

FAR, MUCH = 4.5, 40
"""Deviations, and characters beyond the usual length, from which a pair is out of the ordinary."""


def omissions(matter: CheckContext) -> Iterator[Flag]:
    """Original without translation: a bead of its own, or a sentence its bead is closer without."""
    yield from _lone(matter, "source", "check.omission", "nothing translates this.")
    yield from _unsaid(matter, "source", "check.omission", "nothing in its pair translates this.")


def additions(matter: CheckContext) -> Iterator[Flag]:
    """Translation without original; what stands in square brackets is the translator's own and none."""
    yield from _lone(matter, "target", "check.addition", "the original lacks this.")
    yield from _unsaid(matter, "target", "check.addition", "nothing in its pair says this.")


def _lone(matter: CheckContext, side: Side, kind: str, reason: str) -> Iterator[Flag]:
    """Beads of one side alone, where there are two."""
    for pair in matter.pairs if matter.two_sided else ():
        line, other = pair.seen_from(side)
        if line and not other and any(map(str.isalpha, line.own)):
            yield line.whole(kind, pair.bead.confidence, reason)


def _unsaid(matter: CheckContext, side: Side, kind: str, reason: str) -> Iterator[Flag]:
    """Sentences of a bead with several without which its two sides come closer."""
    if matter.encoder is None:
        return
    sign = 1 if side == "source" else -1
    usual = None if matter.ratio is None else sign * matter.ratio
    for pair in matter.pairs:
        line, other = pair.seen_from(side)
        if line and other and len(line.sentences) > len(other.sentences):
            number = _needless(line, other, usual, matter.encoder)
            if number is not None:
                start, text = line.starts[number], line.sentences[number].text
                yield line.flag(start, start + len(text), kind, 0.7, reason)


def _needless(line: Line, other: Line, usual: float | None, encoder: Encoder) -> int | None:
    """The sentence of a line without which it is closest to the other side, if it is closer by enough.

    ``usual``: natural logarithm of the other side's characters to this one's. Where a line is too long by
    one of its sentences, it need not be closer without it, only as close.
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
    return best if gains[best] > CLOSER and len(texts[best]) > SHORT else None


def _length_gain(length: int, part: int, other: int, usual: float) -> float:
    """How much nearer a line comes to the usual ratio of lengths without a part of it."""
    ratios = math.log(other / length), math.log(other / max(length - part, 1))
    nearer = abs(ratios[0] - usual) - abs(ratios[1] - usual)
    return WEIGHT * nearer


def lengths(matter: CheckContext) -> Iterator[Flag]:
    """A translation far longer or shorter than this document's usual ratio would have it."""
    usual = matter.ratio
    if usual is None:
        return
    spread = max(1.4826 * median(abs(both.ratio - usual) for both in matter.both), SPREAD)
    for both in matter.both:
        expected = len(both.source.text) * math.exp(usual)
        beyond = abs(len(both.target.own.strip()) - expected)
        if abs(both.ratio - usual) > FAR * spread and beyond > MUCH:
            share = len(both.target.own.strip()) / expected
            word = "shorter" if share < 1 else "longer"
            reason = f"{share:.1f} times the usual length of a translation here: {word} than likely."
            yield both.target.whole("check.length", 0.7, reason)

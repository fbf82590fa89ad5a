"""The error channel of a side, adapted by the reviewer's decisions.

An accepted correction is a certain observation: it enters the document's confusion profile
(:mod:`align.ocr.channel.adaptation`) with weight 1. The adapted channel, compared with the prior one, moves
the probabilities of all suggestions that are still open: a confusion seen twice makes the third more likely.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from align.flag import Suggestion
from align.ocr import reranker
from align.ocr.channel.adaptation import Profile
from align.ocr.channel.channel import Channel, Edit
from align.ocr.channel.engines import prior_channel
from align.ocr.channel.report import misreadings
from align.review.doubts import Doubt
from align.review.state import State
from align.text.document import Side

MAX_SHIFT = 20.0
"""Nats; a larger shift is cut, so that its exponential stays finite."""


@dataclass(frozen=True, eq=False)
class ReviewedChannel:
    """The confusions of one side that a reviewer confirmed.

    ``prior``: the channel without them; ``channel``: with them; ``weight``: the reranker's weight of a nat
    of the channel.
    """

    profile: Profile
    prior: Channel
    channel: Channel
    weight: float

    def log_odds_shift(self, typed: str, read: str) -> float:
        """Nats by which the confirmed confusions make ``typed`` more likely where ``read`` was read."""
        if not typed or not read or not may_contain(typed, read, self.profile.edits):
            return 0.0
        steps = set(misreadings(typed, read)) & self.profile.edits.keys()
        return sum((self.prior.edit_cost(*step) - self.channel.edit_cost(*step) for step in steps), 0.0)

    def rescored(self, doubt: Doubt) -> tuple[Suggestion, ...]:
        """A doubt's suggestions with their probabilities adapted, best first.

        The probability of the text as it was read takes part, so the sum over the suggestions may grow.
        """
        suggestions = doubt.flag.suggestions
        shifts = [self.weight * self.log_odds_shift(one.text, doubt.flag.text) for one in suggestions]
        if not any(shifts):
            return suggestions
        odds = [
            one.confidence * math.exp(min(shift, MAX_SHIFT))
            for one, shift in zip(suggestions, shifts, strict=True)
        ]
        rest = max(1.0 - sum(one.confidence for one in suggestions), 0.0)
        total = sum(odds) + rest
        moved = (
            replace(one, confidence=min(share / total, 1.0))
            for one, share in zip(suggestions, odds, strict=True)
        )
        return tuple(sorted(moved, key=lambda one: -one.confidence))


def reviewed_channel(state: State, side: Side) -> ReviewedChannel:
    """The channel of one side, adapted by the verdicts on it."""
    edits: Counter[Edit] = Counter()
    for typed, read in corrections(state, side):
        edits.update(set(misreadings(typed, read)))
    profile = Profile(dict(edits), state.side_views[side].characters)
    weights = reranker.load("final", "with grammar").weights
    # a confirmed confusion is certain: it also counts with the weight that the unadapted channel has
    weight = weights["channel"] + weights["channel_unadapted"]
    return ReviewedChannel(profile, prior_channel(), _adapted(profile), max(weight, 0.0))


def _adapted(profile: Profile) -> Channel:
    """The prior channel with the confusions of a profile, each at the lower of the two costs."""
    if not profile.edits:
        return prior_channel()
    channel, document_channel = prior_channel().copy(), profile.channel
    for step in profile.edits:
        table, at = channel.cell(*step)
        new, place = document_channel.cell(*step)
        table[at] = min(float(table[at]), float(new[place]))
    return channel


def corrections(state: State, side: Side) -> Iterator[Edit]:
    """What was typed and what was read, of each correction on a side."""
    for place, verdict in state.verdicts.items():
        if place.side == side and verdict.text:
            yield verdict.text, " ".join(state.quote(place).split())


def may_contain(typed: str, read: str, steps: Iterable[Edit]) -> bool:
    """Whether the letters of one of these confusions occur in the two texts: a fast necessary condition."""
    return any(new in typed and old in read for new, old in steps)

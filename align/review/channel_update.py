"""What the reviewer's decisions teach about the page, and what else they would settle.

A reading that a person accepted is a sure correction: it goes into the document's profile
(:mod:`align.ocr.channel.adaptation`) with the full weight of one, and a doubt that was dismissed as a letter read
right. The profile's channel, against the one without it, moves the shares of every suggestion that is
still open: a misreading seen twice makes the third likelier.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
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
from align.wordlist import word_of


@dataclass(frozen=True, eq=False)
class ReviewedChannel:
    """The misreadings of one side as far as a reviewer confirmed them; ``weight``: of a nat of shape."""

    profile: Profile
    prior: Channel
    channel: Channel
    weight: float

    def shift(self, typed: str, read: str) -> float:
        """Nats by which these habits make a reading likelier than its letters' shapes alone."""
        if not typed or not read or not may_show(typed, read, self.profile.edits):
            return 0.0
        steps = set(misreadings(typed, read)) & self.profile.edits.keys()
        return sum((self.prior.edit_cost(*step) - self.channel.edit_cost(*step) for step in steps), 0.0)

    def weighed(self, doubt: Doubt) -> tuple[Suggestion, ...]:
        """A doubt's suggestions with these habits heard, best first; shares still sum as before or more."""
        found = doubt.flag.suggestions
        shifts = [self.weight * self.shift(one.text, doubt.flag.text) for one in found]
        if not any(shifts):
            return found
        odds = [one.confidence * math.exp(min(shift, 20.0)) for one, shift in zip(found, shifts, strict=True)]
        rest = max(1.0 - sum(one.confidence for one in found), 0.0)
        total = sum(odds) + rest
        moved = (
            replace(one, confidence=min(share / total, 1.0)) for one, share in zip(found, odds, strict=True)
        )
        return tuple(sorted(moved, key=lambda one: -one.confidence))


def reviewed_channel(state: State, side: Side) -> ReviewedChannel:
    """What the verdicts on one side teach."""
    edits: Counter[Edit] = Counter()
    for typed, read in corrections(state, side):
        edits.update(set(misreadings(typed, read)))
    profile = Profile(dict(edits), state.sheets[side].characters)
    weights = reranker.load("final", grammar=True).weights
    weight = weights.get("channel", 0.0) + weights.get(
        "channel_unadapted", 0.0
    )  # a person's word holds on any page
    return ReviewedChannel(profile, prior_channel(), _adapted(profile), max(weight, 0.0))


def _adapted(profile: Profile) -> Channel:
    """The channel of any page with these habits, at the rate of errors it was made for."""
    if not profile.edits:
        return prior_channel()
    channel, moved = prior_channel().copy(), profile.channel
    for step in profile.edits:
        table, at = channel.cell(*step)
        new, place = moved.cell(*step)
        table[at] = min(float(table[at]), float(new[place]))
    return channel


def corrections(state: State, side: Side) -> Iterator[Edit]:
    """What was typed and what was read, of each correction so far."""
    for place, verdict in state.readings.items():
        if place.side == side and verdict.text:
            yield verdict.text, " ".join(state.quote(place).split())


def may_show(typed: str, read: str, steps: Iterable[Edit]) -> bool:
    """Whether one of these misreadings can lie between two texts, by their letters alone."""
    return any(new in typed and old in read for new, old in steps)


def _shows(typed: str, read: str, steps: set[Edit]) -> bool:
    """Whether one of these misreadings does lie between two texts; their letters alone often say no."""
    return may_show(typed, read, steps) and not steps.isdisjoint(misreadings(typed, read))


def everywhere(doubt: Doubt, text: str | None, others: Iterable[Doubt]) -> Mapping[str, list[Doubt]]:
    """Open doubts that a decision would settle too.

    ``same``: the same word and reading; ``habit``: the same letters misread, each with its own best reading.

    ``text``: the reading that is accepted; None where the doubt is dismissed.
    """
    found: dict[str, list[Doubt]] = {"same": [], "habit": []}
    steps = set(misreadings(text, doubt.flag.text)) if text else set()
    for other in others:
        if other.id == doubt.id or not other.open or other.flag.side != doubt.flag.side:
            continue
        best = other.flag.suggestions[0].text if other.flag.suggestions else text
        read = other.flag.text
        alike = read == doubt.flag.text
        if (alike and best == text) or (
            text is None and (alike or word_of(other.flag) == word_of(doubt.flag))
        ):
            found["same"].append(other)
        elif text and best and (alike or _shows(best, read, steps)):
            found["habit"].append(other)
    return found

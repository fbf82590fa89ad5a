"""The errors of one document, estimated from its likely corrections, and the channel adapted to them.

One round of expectation and maximisation: a candidate of probability p counts p times; the cost of a
misreading that was seen becomes the posterior mean under a Dirichlet prior centred on the channel of unknown
documents (a noisy channel adapted to its document, after Kolak & Resnik 2005).
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from align.ocr.channel.channel import TABLES, Channel, Edit
from align.ocr.channel.engines import mixture_channel, prior_channel
from align.ocr.channel.glyphs import ERROR_RATE
from align.ocr.lattice.lattice import CandidateLattice
from align.ocr.lattice.slot import Slot

MIN_SLOT_ERROR, MIN_SLOT_ERROR_IN_PRINT = 0.5, 0.1
"""Probability of an error from which the candidates of a slot are counted; in old or badly read print, where
many errors are doubtful each by itself, and the page's habit is what makes them likely."""
MIN_CANDIDATE_PROBABILITY = 0.05
PRIOR_STRENGTH = 40.0
"""Occurrences of a character that the prior weighs as much as."""
PRIOR_CHARACTERS, PRIOR_ERRORS = 300, 30
"""Characters that the prior of the error rate weighs as much as, and errors per ``ERROR_RATE`` of them."""
ERROR_RATE_RANGE = (0.004, 0.15)


@dataclass(frozen=True, eq=False)
class Profile:
    """The errors of a document.

    ``edits``: how often a text was read as another (expected counts, without what was read right).
    ``typed``: how often each character was typed.
    """

    edits: Mapping[Edit, float]
    typed: Mapping[str, float]

    @property
    def error_rate(self) -> float:
        """Misread characters, fraction of all, within :data:`ERROR_RATE_RANGE`."""
        errors, total = sum(self.edits.values()), sum(self.typed.values())
        rate = (errors + PRIOR_ERRORS * ERROR_RATE) / (total + PRIOR_CHARACTERS)
        return min(max(rate, ERROR_RATE_RANGE[0]), ERROR_RATE_RANGE[1])

    def scaled(self, factor: float) -> Profile:
        """The same errors in a text that is so many times as long."""
        edits = {edit: factor * count for edit, count in self.edits.items()}
        typed = {character: factor * count for character, count in self.typed.items()}
        return Profile(edits, typed)

    def joined(self, other: Profile) -> Profile:
        """The errors of two texts together."""
        if not other.typed:
            return self
        edits, typed = dict(self.edits), dict(self.typed)
        for edit, count in other.edits.items():
            edits[edit] = edits.get(edit, 0.0) + count
        for character, count in other.typed.items():
            typed[character] = typed.get(character, 0.0) + count
        return Profile(edits, typed)

    @cached_property
    def channel(self) -> Channel:
        """The channel adapted to these errors."""
        shift = np.float32(math.log(ERROR_RATE / self.error_rate))
        prior = mixture_channel(self.edits) if self.edits else prior_channel()
        adapted = replace(prior, **{name: getattr(prior, name) + shift for name in TABLES})
        self._count_into(adapted)
        return adapted

    @cached_property
    def seeded_channel(self) -> Channel:
        """The channel of an unknown document, adapted to these errors alone: there are others too."""
        if not self.edits:
            return prior_channel()
        seeded = prior_channel().copy()
        self._count_into(seeded)
        return seeded

    def _count_into(self, channel: Channel) -> None:
        """Change the costs of these errors in the tables of a channel to their posterior means."""
        total = sum(self.typed.values())
        for (typed, observed), count in self.edits.items():
            table, cell = channel.cell(typed, observed)
            occurrences = self.typed.get(typed[:1], 0.0) if typed else total
            expected = math.exp(-float(table[cell]))
            cost = -math.log((count + PRIOR_STRENGTH * expected) / (occurrences + PRIOR_STRENGTH))
            # An observed insertion must not cost more than one that was never seen.
            table[cell] = cost if typed else min(cost, float(table[cell]))


EMPTY_PROFILE = Profile({}, {})
"""The profile of a document of which nothing is known yet."""


def estimate_profile(
    lattice: CandidateLattice,
    probabilities: NDArray[np.float64],
    channel: Channel,
    least: float = MIN_SLOT_ERROR,
) -> Profile:
    """The errors of a document.

    Args:
        lattice: The candidates of one side.
        probabilities: Of each candidate, shape ``(n_candidates,)``.
        channel: Gives the cheapest edits between a candidate and the observed text.
        least: Probability of an error from which the candidates of a slot are counted.
    """
    counted: list[tuple[str, str, float]] = []
    typed: list[str] = []
    for number, slot in enumerate(lattice.slots):
        here = probabilities[lattice.starts[number] : lattice.starts[number + 1]]
        best = int(here.argmax())
        is_proposed = best < len(slot.candidates) - 1
        printed = lattice.printed_tokens(slot.sentence)[slot.position]
        typed.append(slot.candidates[best].printed_text if is_proposed else printed.text)
        if 1 - here[0] >= least:
            counted += _likely_candidates(lattice, slot, here)
    return Profile(_expected_edits(counted, channel), dict(Counter("".join(typed))))


def _likely_candidates(
    lattice: CandidateLattice, slot: Slot, probabilities: NDArray[np.float64]
) -> Iterator[tuple[str, str, float]]:
    """The text, the observed text (both as printed) and the count of each likely candidate of a slot."""
    for k in np.flatnonzero(probabilities[:-1] >= MIN_CANDIDATE_PROBABILITY).tolist():
        candidate = slot.candidates[k]
        if candidate.changed:  # one that joins two tokens stands at both: its count is shared
            count = float(probabilities[k]) / (candidate.stop - candidate.start)
            yield candidate.printed_text, lattice.printed_text(candidate, slot.sentence), count


def _expected_edits(counted: Sequence[tuple[str, str, float]], channel: Channel) -> dict[Edit, float]:
    """Expected counts of the edits between texts and what they were read as."""
    edits: defaultdict[Edit, float] = defaultdict(float)
    paths = channel.best_edits_batch([text for text, _, _ in counted], [read for _, read, _ in counted])
    for path, (_, _, count) in zip(paths, counted, strict=True):
        for old, new in path:
            if old != new:
                edits[old, new] += count
    return dict(edits)

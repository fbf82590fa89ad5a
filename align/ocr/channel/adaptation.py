"""A document's own habits of error, learned from its sure corrections.

One round of expectation and maximisation: the readings believed with probability p count p times;
the costs of the misreadings that were seen become the posterior mean under a Dirichlet prior centred on those
of other pages (a noisy channel that adapts to its page, after Kolak & Resnik 2005).
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from align.ocr.channel.channel import TABLES, Channel, Edit
from align.ocr.channel.engines import mixture_channel
from align.ocr.channel.glyphs import ERROR_RATE
from align.ocr.lattice.lattice import CandidateLattice

MIN_SLOT_ERROR, MIN_CANDIDATE_PROBABILITY = 0.5, 0.05
PRIOR_STRENGTH = 40.0
ERROR_RATE_RANGE = (0.004, 0.15)


@dataclass(frozen=True)
class Profile:
    """``edits``: how often a text was read as another (expected counts, the unchanged left out).

    ``typed``: how often each character was typed.
    """

    edits: Mapping[Edit, float]
    typed: Mapping[str, float]

    @property
    def error_rate(self) -> float:
        """Misread characters, fraction of all."""
        errors, total = sum(self.edits.values()), sum(self.typed.values())
        return min(
            max((errors + 3 * ERROR_RATE * 10) / (total + 300), ERROR_RATE_RANGE[0]), ERROR_RATE_RANGE[1]
        )

    def channel(self) -> Channel:
        """What is known of the engine that made such errors, moved to these habits."""
        shift = np.float32(math.log(ERROR_RATE / self.error_rate))
        prior = mixture_channel(self.edits)
        moved = replace(prior, **{name: getattr(prior, name) + shift for name in TABLES})
        for (typed, read), count in self.edits.items():
            table, place = moved.cell(typed, read)
            heard = self.typed.get(typed[:1], 0.0) if typed else sum(self.typed.values())
            expected = math.exp(-float(table[place]))
            seen = -math.log((count + PRIOR_STRENGTH * expected) / (heard + PRIOR_STRENGTH))
            # what nobody typed is heard everywhere: once seen it is not less likely than what never was
            table[place] = seen if typed else min(seen, float(table[place]))
        return moved


def estimate_profile(page: CandidateLattice, probabilities: NDArray[np.float64], channel: Channel) -> Profile:
    """The habits of one side, from the probabilities of its readings."""
    believed: list[tuple[str, str, float]] = []
    typed: Counter[str] = Counter()
    for number, site in enumerate(page.slots):
        here = probabilities[page.starts[number] : page.starts[number + 1]]
        best = int(here.argmax())
        reading = site.candidates[best]
        text = (
            reading.text
            if best < len(site.candidates) - 1
            else page.sentences[site.sentence][site.position].text
        )
        typed.update(text)
        if 1 - here[0] < MIN_SLOT_ERROR:
            continue
        for k in np.flatnonzero(here[:-1] >= MIN_CANDIDATE_PROBABILITY).tolist():
            other = site.candidates[k]
            if other.changed:
                share = float(here[k]) / (other.stop - other.start)
                believed.append((other.text, page.observed_text(other, site.sentence), share))
    return Profile(_expected_edits(believed, channel), dict(typed))


def _expected_edits(believed: Sequence[tuple[str, str, float]], channel: Channel) -> dict[Edit, float]:
    """Expected counts of the edits of readings: the text, what was read, how much it is believed."""
    edits: defaultdict[Edit, float] = defaultdict(float)
    paths = channel.best_edits_batch([text for text, _, _ in believed], [read for _, read, _ in believed])
    for path, (_, _, share) in zip(paths, believed, strict=True):
        for old, new in path:
            if old != new:
                edits[old, new] += share
    return dict(edits)

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

from align.ocr.confusion import Channel, Edit
from align.ocr.looks import ERROR_RATE
from align.ocr.page import Page
from align.ocr.prior import of_page

BELIEVED, HEARD = 0.5, 0.05
TRUST = 40.0
RATES = (0.004, 0.15)


@dataclass(frozen=True)
class Profile:
    """``edits``: how often a text was read as another (expected counts, the unchanged left out).

    ``typed``: how often each character was typed.
    """

    edits: Mapping[Edit, float]
    typed: Mapping[str, float]

    @property
    def rate(self) -> float:
        """Misread characters, fraction of all."""
        errors, total = sum(self.edits.values()), sum(self.typed.values())
        return min(max((errors + 3 * ERROR_RATE * 10) / (total + 300), RATES[0]), RATES[1])

    def __add__(self, other: Profile) -> Profile:
        """Both documents' habits together."""
        edits, typed = dict(self.edits), dict(self.typed)
        for edit, count in other.edits.items():
            edits[edit] = edits.get(edit, 0.0) + count
        for character, count in other.typed.items():
            typed[character] = typed.get(character, 0.0) + count
        return Profile(edits, typed)

    def channel(self) -> Channel:
        """What is known of the engine that made such errors, moved to these habits."""
        shift = np.float32(math.log(ERROR_RATE / self.rate))
        prior = of_page(self.edits)
        moved = replace(
            prior,
            substitute=prior.substitute + shift,
            lose=prior.lose + shift,
            add=prior.add + shift,
            merge=prior.merge + shift,
            divide=prior.divide + shift,
        )
        for (typed, read), count in self.edits.items():
            table, place = moved.entry(typed, read)
            heard = self.typed.get(typed[:1], 0.0) if typed else sum(self.typed.values())
            expected = math.exp(-float(table[place]))
            seen = -math.log((count + TRUST * expected) / (heard + TRUST))
            # what nobody typed is heard everywhere: once seen it is not less likely than what never was
            table[place] = seen if typed else min(seen, float(table[place]))
        return moved


def learn(page: Page, probabilities: NDArray[np.float64], channel: Channel) -> Profile:
    """The habits of one side, from the probabilities of its readings."""
    believed: list[tuple[str, str, float]] = []
    typed: Counter[str] = Counter()
    for number, site in enumerate(page.sites):
        here = probabilities[page.starts[number] : page.starts[number + 1]]
        best = int(here.argmax())
        reading = site.readings[best]
        text = reading.text if best < len(site.readings) - 1 else page.sentences[site.sentence][site.at].text
        typed.update(text)
        if 1 - here[0] < BELIEVED:
            continue
        for k in np.flatnonzero(here[:-1] >= HEARD).tolist():
            other = site.readings[k]
            if other.changed:
                share = float(here[k]) / (other.stop - other.start)
                believed.append((other.text, page.observed(other, site.sentence), share))
    return Profile(_expected(believed, channel), dict(typed))


def _expected(believed: Sequence[tuple[str, str, float]], channel: Channel) -> dict[Edit, float]:
    """Expected counts of the edits of readings: the text, what was read, how much it is believed."""
    edits: defaultdict[Edit, float] = defaultdict(float)
    paths = channel.all_edits([text for text, _, _ in believed], [read for _, read, _ in believed])
    for path, (_, _, share) in zip(paths, believed, strict=True):
        for old, new in path:
            if old != new:
                edits[old, new] += share
    return dict(edits)

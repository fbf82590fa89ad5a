"""What a feature group may read in one pass."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from align.ocr.channel.channel import Channel
from align.ocr.features.matrix import FeatureMatrix, Values
from align.ocr.features.pass_queries import PassQueries
from align.ocr.lattice.hypothesis import Hypothesis
from align.ocr.lattice.lattice import CandidateLattice
from align.ocr.runtime.resources import LanguageResources
from align.ocr.translation.bead_context import TargetContext
from align.ocr.translation.encoded_words import WordEncoder

PassName = Literal["first", "second", "draft", "final"]
"""``first``: on the observed text, with the channel of an unknown document. ``second``: with the channel and
the text that the first pass gave. ``draft``: the costlier features, of uncertain places. ``final``: with the
channel and the text that the draft gave, the features of whole sentences."""


@dataclass(frozen=True, eq=False)
class FeatureCache:
    """Features of a text by itself, which no pass changes. ``lexical``: by text."""

    lexical: dict[str, tuple[float, ...]] = field(default_factory=dict)


@dataclass(frozen=True, eq=False)
class FeatureInputs:
    """Everything that a feature group may read.

    ``hypothesis``: the best text so far; ``previous``: that of the pass before. ``channel``: adapted to the
    document. ``queries``: the uncertain places. ``matrix``: the features computed so far. ``words``: encodes
    words; ``None`` without an encoder.
    """

    name: PassName
    lattice: CandidateLattice
    resources: LanguageResources
    context: TargetContext
    hypothesis: Hypothesis
    previous: Hypothesis
    channel: Channel
    queries: PassQueries
    matrix: FeatureMatrix
    words: WordEncoder | None = None
    cache: FeatureCache = field(default_factory=FeatureCache)

    @property
    def probabilities(self) -> Values:
        """Of the candidates, by the pass before, shape ``(n_candidates,)``."""
        return self.queries.probabilities

    @cached_property
    def changed_sentences(self) -> frozenset[int]:
        """The sentences whose text the pass before changed."""
        return self.hypothesis.changed_sentences(self.previous)

    @cached_property
    def observed_known(self) -> NDArray[np.bool_]:
        """For each row whether the observed word of its slot is in the lexicon."""
        knows = self.resources.lexicon.knows
        cores = (self.lattice.token(slot).core for slot in self.lattice.slots)
        return np.array([bool(core) and knows(core) for core in cores], dtype=bool)[self.lattice.slot_of]

"""What a feature group may read in one pass."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from align.ocr.channel.adaptation import EMPTY_PROFILE, Profile
from align.ocr.channel.channel import Channel
from align.ocr.doubt.token_reading import SentenceReading
from align.ocr.features.matrix import FeatureMatrix, Values
from align.ocr.features.pass_queries import PassQueries
from align.ocr.lattice.hypothesis import Hypothesis
from align.ocr.lattice.lattice import CandidateLattice
from align.ocr.runtime.resources import LanguageResources
from align.ocr.translation.bead_context import TargetContext
from align.ocr.translation.encoded_words import WordEncoder

PassName = Literal["first", "second", "draft", "final"]
"""``first``: on the observed text, with the channel of an unknown document. ``second``: with the channel and
the hypothesis of the first pass. ``draft``: the costlier features, of uncertain places. ``final``: the
features of whole sentences, with the channel and the hypothesis of the draft."""


@dataclass(frozen=True, eq=False)
class FeatureInputs:
    """Everything that a feature group may read.

    Attributes:
        name: The pass.
        lattice: The slots and their candidates.
        resources: Dictionaries and models of the language.
        context: The translation of each sentence.
        hypothesis: The best text so far.
        previous: The hypothesis of the pass before.
        channel: The noisy channel: adapted to the document, but for the first pass.
        queries: The uncertain places.
        matrix: The features computed so far.
        words: Encodes single words; ``None`` without an encoder.
        confusions: Of the document, by its unknown words alone.
        readings: How the engine read the tokens of each sentence; none where there are no pages.
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
    confusions: Profile = EMPTY_PROFILE
    readings: Sequence[SentenceReading] = ()

    @property
    def probabilities(self) -> Values:
        """Probabilities of the candidates by the pass before, fractions 0-1, shape ``(n_candidates,)``."""
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

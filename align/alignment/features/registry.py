"""The registry of features: every group with its name, a label for people, and its function.

The aligner and the fit of the weights read this list. A new feature is a further column in the result of a
group's function, or a new group here; then the weights must be fitted again (``tools/fit_alignment.py``).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from align.alignment.edges import Edges
from align.alignment.features.document_pair import Columns, DocumentPair
from align.alignment.features.length import length
from align.alignment.features.nulls import answered, nulls
from align.alignment.features.numbers import numbers
from align.alignment.features.punctuation import markers, punctuation
from align.alignment.features.shape import shape
from align.alignment.features.similarity import similarity
from align.alignment.features.unmatched_names import unmatched_names
from align.alignment.features.words import words


@dataclass(frozen=True)
class BeadFeatureGroup:
    """Features that are computed together.

    Attributes:
        name: what the names of its features begin with, before a point.
        label: the group in words, for people.
        compute: its features of the given edges, by name, shape ``(k,)`` each.
    """

    name: str
    label: str
    compute: Callable[[DocumentPair, Edges], Columns]

    def holds(self, feature: str) -> bool:
        """Whether it computes the feature of this name."""
        return feature.partition(".")[0] == self.name


PAIR_FEATURES = (
    BeadFeatureGroup("shape", "number of sentences", shape),
    BeadFeatureGroup("similarity", "similarity of meaning", similarity),
    BeadFeatureGroup("length", "length in characters", length),
    BeadFeatureGroup("numbers", "numbers on both sides", numbers),
    BeadFeatureGroup("markers", "items of a list", markers),
    BeadFeatureGroup("punctuation", "end of sentences", punctuation),
    BeadFeatureGroup("words", "words that translate each other", words),
    BeadFeatureGroup("beside", "names and numbers that an adjacent sentence matches", unmatched_names),
)
"""Computed for candidates with sentences on both sides; each feature is 0 for nulls."""

NULL_FEATURES = (
    BeadFeatureGroup("null", "sentence without a partner", nulls),
    BeadFeatureGroup("answered", "sentence that a bead beside it answers", answered),
)
"""Computed for nulls; each feature is 0 for pairs."""

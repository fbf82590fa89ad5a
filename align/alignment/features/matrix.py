"""All evidence about all candidates, as one matrix of features."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from align.alignment.edges import Edges
from align.alignment.features.document_pair import Columns, DocumentPair
from align.alignment.features.length import length
from align.alignment.features.nulls import nulls
from align.alignment.features.numbers import numbers
from align.alignment.features.punctuation import markers, punctuation
from align.alignment.features.shape import shape
from align.alignment.features.similarity import similarity
from align.alignment.features.unmatched_names import unmatched_names
from align.alignment.features.words import words

EVIDENCE: tuple[Callable[[DocumentPair, Edges], Columns], ...] = (
    shape,
    similarity,
    length,
    numbers,
    markers,
    punctuation,
    words,
    unmatched_names,
)
"""What speaks about pairs; each gives log-likelihood ratios up to its fitted weights."""


def feature_matrix(material: DocumentPair, edges: Edges) -> Columns:
    """Every feature of every edge, shape ``(k,)`` each; 0 where it says nothing."""
    pairs = edges.pairs
    found: Columns = {}
    for evidence in EVIDENCE if pairs.any() else ():
        for name, values in evidence(material, edges.where(pairs)).items():
            found[name] = np.zeros(len(edges))
            found[name][pairs] = values
    for name, values in nulls(material, edges.where(~pairs)).items():
        found[name] = np.zeros(len(edges))
        found[name][~pairs] = values
    return found


def weighted_sums(columns: Columns, weights: dict[str, float]) -> NDArray[np.float64]:
    """The weighted sum of the features that have a weight, shape ``(k,)``."""
    size = len(next(iter(columns.values())))
    return sum((weights[name] * columns[name] for name in weights if name in columns), np.zeros(size))

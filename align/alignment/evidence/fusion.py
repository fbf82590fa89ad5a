"""All evidence about all candidates, as one matrix of features."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from align.alignment.edges import Edges
from align.alignment.evidence.beside import beside
from align.alignment.evidence.length import length
from align.alignment.evidence.material import Columns, Material
from align.alignment.evidence.nulls import nulls
from align.alignment.evidence.numbers import numbers
from align.alignment.evidence.punctuation import markers, punctuation
from align.alignment.evidence.shape import shape
from align.alignment.evidence.similarity import similarity
from align.alignment.evidence.words import words

EVIDENCE: tuple[Callable[[Material, Edges], Columns], ...] = (
    shape,
    similarity,
    length,
    numbers,
    markers,
    punctuation,
    words,
    beside,
)
"""What speaks about pairs; each gives log-likelihood ratios up to its fitted weights."""


def features(material: Material, edges: Edges) -> Columns:
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


def fused(columns: Columns, weights: dict[str, float]) -> NDArray[np.float64]:
    """The weighted sum of the features that have a weight, shape ``(k,)``."""
    size = len(next(iter(columns.values())))
    return sum((weights[name] * columns[name] for name in weights if name in columns), np.zeros(size))

"""All features of all candidates."""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet

import numpy as np
from numpy.typing import NDArray

from align.alignment.edges import Edges
from align.alignment.features.document_pair import Columns, DocumentPair
from align.alignment.features.registry import NULL_FEATURES, PAIR_FEATURES, BeadFeatureGroup

ALL_GROUPS = frozenset(group.name for group in (*PAIR_FEATURES, *NULL_FEATURES))


def feature_matrix(pair: DocumentPair, edges: Edges, groups: AbstractSet[str] = ALL_GROUPS) -> Columns:
    """Every feature of every edge by name, shape ``(k,)`` each; 0 where a feature does not apply.

    Without an edge that has two sides, the features of pairs are left out. ``groups``: the names of the
    groups that are computed.
    """
    pairs = edges.pairs
    of_pairs, of_nulls = (
        [group for group in some if group.name in groups] for some in (PAIR_FEATURES, NULL_FEATURES)
    )
    found = _columns(of_pairs, pair, edges, pairs) if pairs.any() else {}
    return found | _columns(of_nulls, pair, edges, ~pairs)


def _columns(
    groups: Sequence[BeadFeatureGroup], pair: DocumentPair, edges: Edges, where: NDArray[np.bool_]
) -> Columns:
    """The features of some of the edges, 0 for the others."""
    columns: Columns = {}
    for group in groups:
        columns |= scattered(group.compute(pair, edges.where(where)), where)
    return columns


def scattered(columns: Columns, where: NDArray[np.bool_]) -> Columns:
    """Columns of some edges (those where ``where`` is true) as columns of all, 0 for the others."""
    found = {name: np.zeros(len(where)) for name in columns}
    for name, values in columns.items():
        found[name][where] = values
    return found


def weighted_sums(columns: Columns, weights: dict[str, float]) -> NDArray[np.float64]:
    """The weighted sum of the features that have a weight, shape ``(k,)``."""
    size = len(next(iter(columns.values())))
    return sum((weights[name] * columns[name] for name in weights if name in columns), np.zeros(size))

"""Feature group: how long the two sides are."""

from __future__ import annotations

import numpy as np

from align.alignment.edges import Edges
from align.alignment.features.document_pair import Columns, DocumentPair
from align.alignment.lengths import log_length_difference

VARIANCE_PER_CHARACTER = 10
MAX_NORMAL = 6.0
"""Greatest value of ``length.normal``: longer differences do not count more."""


def length(pair: DocumentPair, edges: Edges) -> Columns:
    """Difference of the lengths in characters, given the ratio of the lengths in the document.

    ``length.normal``: its square, divided by the length, as in a normal distribution whose variance grows
    with the length (Gale and Church, 1993). ``length.ratio``: absolute logarithm of the ratio.
    """
    source, target = pair.source.pooled.characters, pair.target.pooled.characters
    own = source[edges.stop[:, 0]] - source[edges.start[:, 0]]
    expected = own * pair.ratio
    found = (target[edges.stop[:, 1]] - target[edges.start[:, 1]]).astype(np.float64)
    normal = (found - expected) ** 2 / ((found + expected) / 2 + 1) / VARIANCE_PER_CHARACTER
    return {
        "length.normal": np.minimum(normal, MAX_NORMAL),
        "length.ratio": log_length_difference(own, found, pair.ratio),
    }

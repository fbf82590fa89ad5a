"""Feature group: how long the two sides are."""

from __future__ import annotations

import numpy as np

from align.alignment.edges import Edges
from align.alignment.features.document_pair import Columns, DocumentPair
from align.alignment.lengths import SMOOTHING, normal_difference

MAX_NORMAL = 6.0
"""Greatest value of ``length.normal``: longer differences do not count more."""


def length(pair: DocumentPair, edges: Edges) -> Columns:
    """Difference of the lengths in characters, given the ratio of the lengths in the document.

    ``length.normal``: its square, divided by the length, as in a normal distribution whose variance grows
    with the length (Gale and Church, 1993). ``length.ratio``: absolute logarithm of the ratio.
    """
    source, target = pair.source.pooled.characters, pair.target.pooled.characters
    characters = source[edges.stop[:, 0]] - source[edges.start[:, 0]]
    expected = characters * pair.ratio
    found = (target[edges.stop[:, 1]] - target[edges.start[:, 1]]).astype(np.float64)
    normal = normal_difference(characters, found, pair.ratio)
    return {
        "length.normal": np.minimum(normal, MAX_NORMAL),
        # The logarithm of the quotient, as in the fit: the difference of logarithms breaks ties otherwise.
        "length.ratio": np.abs(np.log((found + SMOOTHING) / (expected + SMOOTHING))),
    }

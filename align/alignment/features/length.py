"""How long the two sides are."""

from __future__ import annotations

import numpy as np

from align.alignment.edges import Edges
from align.alignment.features.document_pair import Columns, DocumentPair


def length(material: DocumentPair, pairs: Edges) -> Columns:
    """Difference of the lengths in characters, the ratio taken from the document.

    ``normal``: its square by the length, as in a normal distribution whose variance grows with
    the length (Gale and Church, 1993), cut off at 6; ``ratio``: logarithm of the ratio, absolute.
    """
    source, target = material.source.side.characters, material.target.side.characters
    expected = (source[pairs.stop[:, 0]] - source[pairs.start[:, 0]]) * material.ratio
    found = (target[pairs.stop[:, 1]] - target[pairs.start[:, 1]]).astype(np.float64)
    normal = (found - expected) ** 2 / ((found + expected) / 2 + 1) / 10
    return {
        "length.normal": np.minimum(normal, 6.0),
        "length.ratio": np.abs(np.log((found + 5) / (expected + 5))),
    }

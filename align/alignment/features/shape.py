"""Feature group: how many sentences a bead holds."""

from __future__ import annotations

import numpy as np

from align.alignment.edges import Edges
from align.alignment.features.document_pair import Columns, DocumentPair


def shape(_: DocumentPair, edges: Edges) -> Columns:
    """Number of sentences beyond one a side.

    ``shape.extra``: of both sides together. ``shape.merge``: whether there are any. ``shape.both``: of the
    side with fewer sentences.
    """
    sizes = edges.sizes.astype(np.float64)
    total = sizes.sum(axis=1)
    return {
        "shape.extra": total - 2,
        "shape.merge": (total > 2).astype(np.float64),
        "shape.both": sizes.min(axis=1) - 1,
    }

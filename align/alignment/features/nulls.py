"""Feature group: which sentences are likely to have no partner."""

from __future__ import annotations

import numpy as np

from align.alignment.edges import Edges
from align.alignment.features.document_pair import Columns, DocumentPair
from align.alignment.features.punctuation import end_mark, ends_marked, in_capitals


def nulls(pair: DocumentPair, edges: Edges) -> Columns:
    """Properties of single unpaired sentences.

    ``null.one``: 1 for each. ``null.length``: logarithm of the number of characters. ``null.noise``: share
    of characters that are no letters. ``null.capitals``: whether all letters are capitals. ``null.open``:
    whether it ends without punctuation, as captions and page headers do, where other sentences do not.
    """
    of_source = edges.sizes[:, 0] > 0
    marked = np.where(of_source, *(ends_marked(side.sentences) for side in (pair.source, pair.target)))
    texts = [
        pair.source.sentences[i] if k > i else pair.target.sentences[j]
        for (i, j), (k, _) in zip(edges.start.tolist(), edges.stop.tolist(), strict=True)
    ]
    letters = np.array([sum(map(str.isalpha, text)) for text in texts], dtype=np.float64)
    characters = np.array([len(text) for text in texts], dtype=np.float64)
    return {
        "null.one": np.ones(len(edges)),
        "null.length": np.log(characters + 1),
        "null.noise": 1 - letters / np.maximum(characters, 1),
        "null.capitals": np.array([float(in_capitals(text)) for text in texts]),
        "null.open": marked * np.array([float(not end_mark(text)) for text in texts]),
    }

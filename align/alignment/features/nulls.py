"""Which sentences are likely to have no partner."""

from __future__ import annotations

import numpy as np

from align.alignment.edges import Edges
from align.alignment.features.document_pair import Columns, DocumentPair
from align.alignment.features.punctuation import end_mark, in_capitals


def nulls(material: DocumentPair, lone: Edges) -> Columns:
    """What sentences left alone look like.

    Their number, the logarithm of their characters, the share of characters that are no letters, and
    whether they end in no mark, as captions and lines of the page do, and whether they are in capitals.
    """
    texts = [
        material.source.sentences[i] if k > i else material.target.sentences[j]
        for (i, j), (k, _) in zip(lone.start.tolist(), lone.stop.tolist(), strict=True)
    ]
    letters = np.array([sum(map(str.isalpha, text)) for text in texts], dtype=np.float64)
    characters = np.array([len(text) for text in texts], dtype=np.float64)
    return {
        "null.one": np.ones(len(lone)),
        "null.length": np.log(characters + 1),
        "null.noise": 1 - letters / np.maximum(characters, 1),
        "null.capitals": np.array([float(in_capitals(text)) for text in texts]),
        "null.open": np.array([float(not end_mark(text)) for text in texts]),
    }

"""The candidate beads of the first pass."""

from __future__ import annotations

import numpy as np

from align.alignment.candidates import candidates, certain
from align.alignment.features.document_pair import DocumentPair
from align.alignment.method import FittedWeights
from align.embed.encoder import Encoder


def text(*numbers: int) -> list[str]:
    """Sentences of words that no other sentence has, each with a number."""
    return [" ".join(f"w{number}x{word}" for word in range(9)) + f" {100 + number} ." for number in numbers]


def test_no_candidate_contradicts_a_certain_bead(bag: Encoder) -> None:
    """Also of an excerpt, where every pair of sentences is a candidate: certain beads are not scored."""
    source, target = text(*range(10, 16)), text(*range(30))
    vectors = bag.encode(source), bag.encode(target)
    pair = DocumentPair.whitened((source, target), vectors, bag, 8)
    edges = candidates(pair, FittedWeights().encoded.coarse, 8)
    kept = certain(pair, edges)
    assert kept.any()
    assert len(edges.compatible_with(kept)) == len(edges)
    assert np.all(edges.stop <= (6, 30))

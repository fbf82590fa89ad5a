"""What single kinds of evidence say about candidate beads."""

from __future__ import annotations

import numpy as np
import pytest

from align.alignment.edges import Edges
from align.alignment.features.document_pair import DocumentPair, EncodedSide
from align.alignment.features.punctuation import punctuation
from align.alignment.features.similarity import similarity
from align.alignment.features.unmatched_names import unmatched_names


def material(source: list[str], target: list[str], bag) -> DocumentPair:
    sides = (EncodedSide.of(side, bag.encode(side), 8) for side in (source, target))
    return DocumentPair.of(*sides, bag)


def pair(i: int, k: int, j: int, m: int) -> Edges:
    """The bead of source sentences ``i … k - 1`` and target sentences ``j … m - 1``."""
    return Edges(np.array([[i, j]]), np.array([[k, m]]), np.ones(1))


@pytest.mark.parametrize(
    ("bead", "left"),
    [((0, 1, 0, 1), True), ((1, 2, 1, 2), True), ((0, 2, 0, 2), False)],
)
def test_a_name_that_the_neighbour_answers_is_left_behind(bag, bead, left):
    """*Abalakow* stands in the first sentence here, in the second there: only the bead of both holds it."""
    source = ["Erstersteigung 1933 .", "Abalakow, seitdem oft besucht ."]
    target = ["première ascension par Abalakow en 1933 .", "souvent visité depuis ."]
    found = unmatched_names(material(source, target, bag), pair(*bead))["beside.left-behind"][0]
    assert (found > 0) == left


def test_a_name_is_known_across_alphabets(bag):
    """``Иванов`` is answered by *Ivanov* next door."""
    sides = ["Дождь .", "Иванов ушёл ."], ["Ivanov and rain .", "He left ."]
    assert unmatched_names(material(*sides, bag), pair(1, 2, 1, 2))["beside.left-behind"][0] > 0


def test_a_sentence_pulls_towards_its_twin_next_door(bag):
    """The gain of a border sentence with the one beyond the border; none where its partner is the best."""
    texts = ["a b c d", "e f g h", "i j k l"]
    found = material(texts, texts, bag)
    assert similarity(found, pair(0, 1, 0, 1))["similarity.pull"][0] < 0.2
    assert similarity(found, pair(0, 1, 1, 2))["similarity.pull"][0] > 0.5


@pytest.mark.parametrize(
    ("source", "target", "starts", "weak"),
    [
        ("Он ушёл.", "He left.", 0, 0),
        ("и ушёл,", "He left.", 1, 1),
        ("и ушёл:", "and left;", 0, 2),
        ("12 апреля.", "on April 12.", 0, 0),
    ],
)
def test_how_the_sides_begin_and_end(bag, source, target, starts, weak):
    """A small letter against a capital, and ends in the midst of a sentence; figures begin neither way."""
    found = punctuation(material([source], [target], bag), pair(0, 1, 0, 1))
    assert (found["punctuation.starts"][0], found["punctuation.weak-end"][0]) == (starts, weak)

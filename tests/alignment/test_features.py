"""Single features of candidate beads, and the registry of their groups."""

from __future__ import annotations

import numpy as np
import pytest

from align.alignment.edges import Edges
from align.alignment.features.document_pair import DocumentPair, EncodedSide
from align.alignment.features.matrix import feature_matrix
from align.alignment.features.punctuation import punctuation
from align.alignment.features.registry import NULL_FEATURES, PAIR_FEATURES
from align.alignment.features.similarity import similarity
from align.alignment.features.unmatched_names import unmatched_names
from align.alignment.weights import Weights
from align.embed.encoder import Encoder


def document_pair(source: list[str], target: list[str], bag: Encoder) -> DocumentPair:
    one, other = (EncodedSide.of(side, bag.encode(side), 8) for side in (source, target))
    return DocumentPair.of(one, other, bag)


def pair(i: int, k: int, j: int, m: int) -> Edges:
    """The bead of source sentences ``i … k - 1`` and target sentences ``j … m - 1``."""
    return Edges(np.array([[i, j]]), np.array([[k, m]]), np.ones(1))


@pytest.mark.parametrize(
    ("bead", "left"),
    [((0, 1, 0, 1), True), ((1, 2, 1, 2), True), ((0, 2, 0, 2), False)],
)
def test_a_name_that_an_adjacent_sentence_matches_is_unmatched(
    bag: Encoder, bead: tuple[int, int, int, int], *, left: bool
) -> None:
    """*Abalakow* stands in the first sentence here, in the second there: only the bead of both holds it."""
    source = ["Erstersteigung 1933 .", "Abalakow, seitdem oft besucht ."]
    target = ["première ascension par Abalakow en 1933 .", "souvent visité depuis ."]
    found = unmatched_names(document_pair(source, target, bag), pair(*bead))["beside.left-behind"][0]
    assert (found > 0) == left


def test_names_are_matched_across_alphabets(bag: Encoder) -> None:
    """``Иванов`` matches *Ivanov* in the adjacent sentence."""
    sides = ["Дождь .", "Иванов ушёл ."], ["Ivanov and rain .", "He left ."]
    assert unmatched_names(document_pair(*sides, bag), pair(1, 2, 1, 2))["beside.left-behind"][0] > 0


def test_a_sentence_is_pulled_to_its_adjacent_translation(bag: Encoder) -> None:
    """What a first or last sentence gains with the one beyond its partner; none where the partner is best."""
    texts = ["a b c d", "e f g h", "i j k l"]
    same = document_pair(texts, texts, bag)
    assert similarity(same, pair(0, 1, 0, 1))["similarity.pull"][0] < 0.2
    assert similarity(same, pair(0, 1, 1, 2))["similarity.pull"][0] > 0.5


@pytest.mark.parametrize(
    ("source", "target", "weak"),
    [("Он ушёл.", "He left.", 0), ("и ушёл,", "He left.", 1), ("и ушёл:", "and left;", 2)],
)
def test_how_the_sides_end(bag: Encoder, source: str, target: str, weak: int) -> None:
    """Ends inside a sentence, on one side or both."""
    found = punctuation(document_pair([source], [target], bag), pair(0, 1, 0, 1))
    assert found["punctuation.weak-end"][0] == weak


def test_every_feature_is_of_one_group_and_has_a_weight(bag: Encoder) -> None:
    """The registry, the computed features and the fitted weights name the same features."""
    texts = ["a b c d", "e f g h"]
    edges = Edges.ordered(np.array([[0, 0], [1, 1], [2, 1]]), np.array([[1, 1], [2, 1], [2, 2]]), np.ones(3))
    columns = feature_matrix(document_pair(texts, texts, bag), edges)
    assert columns.keys() == Weights.fitted().fine.features.keys() == Weights.fitted().first.features.keys()
    groups = [*PAIR_FEATURES, *NULL_FEATURES]
    assert all(sum(group.holds(feature) for group in groups) == 1 for feature in columns)
    assert len({group.label for group in groups}) == len(groups)


def test_a_feature_that_does_not_apply_is_zero(bag: Encoder) -> None:
    """Features of pairs are 0 for nulls, those of nulls for pairs."""
    texts = ["a b c d", "e f g h"]
    edges = Edges.ordered(np.array([[0, 0], [1, 1]]), np.array([[1, 1], [2, 1]]), np.ones(2))
    columns = feature_matrix(document_pair(texts, texts, bag), edges)
    null = ~edges.pairs
    for name, values in columns.items():
        of_nulls = any(group.holds(name) for group in NULL_FEATURES)
        assert not values[~null if of_nulls else null].any()


def test_groups_without_weights_are_not_computed(bag: Encoder) -> None:
    """As those of word vectors are where the spelling is compared."""
    texts = ["One two.", "Three four."]
    edges = Edges(np.array([[0, 0], [1, 1]]), np.array([[1, 1], [2, 2]]), np.ones(2))
    columns = feature_matrix(document_pair(texts, texts, bag), edges, {"length"})
    assert set(columns) == {"length.normal", "length.ratio"}

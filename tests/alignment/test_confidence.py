"""What the confidence of a bead is computed from."""

from __future__ import annotations

import numpy as np
import pytest

from align.alignment.confidence import ConfidenceModel, confidence_columns
from align.alignment.cosines import leads, pooled_cosines
from align.alignment.edges import Edges
from align.alignment.features.document_pair import DocumentPair, EncodedSide
from align.embed.encoder import Encoder

PATH = Edges(np.array([[0, 0], [1, 1], [3, 2]]), np.array([[1, 1], [3, 2], [4, 2]]), np.ones(3))
POSTERIOR = np.array([0.99, 0.6, 1.0])
FEATURES = {"similarity.least": np.array([0.8, 0.1, 0.0]), "words.least-mean": np.array([0.0, -2.0, 0.0])}


@pytest.fixture
def pair(bag: Encoder) -> DocumentPair:
    """A sentence and its translation, two of which one is translated, and one without a partner."""
    return document_pair(["one two", "three four", "five six", "seven"], ["one two", "three four"], bag)


def document_pair(source: list[str], target: list[str], bag: Encoder) -> DocumentPair:
    one, other = (EncodedSide.of(side, bag.encode(side), 8) for side in (source, target))
    return DocumentPair.of(one, other, bag)


def test_the_least_sentence_counts_for_merges_only(pair: DocumentPair) -> None:
    """The sentence that fits worst is that of a merge; nulls and beads of one sentence have none."""
    columns = confidence_columns(pair, PATH, POSTERIOR, FEATURES)
    assert columns["similarity.least"].tolist() == [0.0, 0.1, 0.0]
    assert columns["words.least-mean"].tolist() == [0.0, -2.0, 0.0]
    assert [columns[name].tolist() for name in ("null", "merge")] == [[0, 0, 1], [0, 1, 0]]


def test_certain_posteriors_stay_finite(pair: DocumentPair) -> None:
    """A posterior of 1 has no infinite log-odds, and a null no cosine."""
    columns = confidence_columns(pair, PATH, POSTERIOR, {})
    model = ConfidenceModel({"posterior": 1.0, "cosine": 0.5})
    confidence = model.confidence(columns)
    assert np.isfinite(confidence).all()
    assert confidence[2] > confidence[0] > confidence[1]


def test_many_nulls_differ_from_none(pair: DocumentPair) -> None:
    """The share of nulls among the beads of the text is a column."""
    first = np.array([True, True, False])
    without = confidence_columns(pair, PATH.where(first), POSTERIOR[:2], {})
    assert confidence_columns(pair, PATH, POSTERIOR, {})["nulls"][0] > without["nulls"][0]


def test_the_posteriors_of_the_other_beads_count(pair: DocumentPair) -> None:
    """In a text where nothing is sure, a bead is as well less sure than it seems; beyond a limit none is."""
    columns = [
        confidence_columns(pair, PATH, np.array([0.9, other, 1.0]), {})["text"] for other in (0.5, 0.99)
    ]
    assert columns[0][0] < columns[1][0]
    sure = [confidence_columns(pair, PATH, np.full(3, 1 - doubt), {})["text"] for doubt in (1e-4, 1e-9)]
    assert sure[0].tolist() == sure[1].tolist()


def test_a_pair_leads_by_its_least_sentence(pair: DocumentPair) -> None:
    """The second bead holds a sentence without a translation, that of the first bead is like no other."""
    found = leads(pair, PATH)
    assert found[0] > found[1] + 0.2
    assert found[2] == 0.0


def test_a_repeated_sentence_does_not_lead(bag: Encoder) -> None:
    """Any of its translations would do as well."""
    repeated = document_pair(["one two", "one two"], ["one two", "one two"], bag)
    edges = Edges(np.array([[0, 0], [1, 1]]), np.array([[1, 1], [2, 2]]), np.ones(2))
    assert leads(repeated, edges) == pytest.approx([0.0, 0.0])


def test_what_has_no_other_partner_has_no_lead(bag: Encoder) -> None:
    edges = Edges(np.array([[0, 0]]), np.array([[1, 1]]), np.ones(1))
    single = document_pair(["one two"], ["one three"], bag)
    assert leads(single, edges).tolist() == [0.0]
    assert 0 < pooled_cosines(single, edges)[0] < 1


def test_a_bead_less_likely_than_not_counts_more(pair: DocumentPair) -> None:
    """Its log-odds have a second column, which is 0 for all others."""
    found = confidence_columns(pair, PATH, np.array([0.99, 0.2, 0.5]), {})["unlikely"]
    assert found == pytest.approx([0.0, np.log(0.25), 0.0], abs=1e-6)


def test_a_long_text_without_merges_is_no_surer_than_a_shorter_one(pair: DocumentPair) -> None:
    """What the shares of merges and nulls say has a limit."""
    short, long = (
        confidence_columns(pair, repeated_bead(count), np.ones(count), {})["merges"][0]
        for count in (500, 5000)
    )
    assert short == long


def repeated_bead(count: int) -> Edges:
    """The first bead, so many times."""
    start, stop = (np.repeat(cells[:1], count, axis=0) for cells in (PATH.start, PATH.stop))
    return Edges(start, stop, np.ones(count))

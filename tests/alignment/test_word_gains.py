"""Gains of words: how well the words of some sentences explain those of another side."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pytest

from align.alignment.edges import Edges
from align.alignment.features.document_pair import DocumentPair, EncodedSide
from align.alignment.features.nulls import answered
from align.alignment.features.word_gains import WordGains
from align.alignment.features.words import words
from align.embed.encoder import Encoder


class CountingEncoder:
    """Notes what it encodes."""

    name, sha256 = "counting", "0"

    def __init__(self, encoder: Encoder) -> None:
        self.encoder, self.seen, self.calls = encoder, list[str](), 0

    def encode(self, texts: Sequence[str]) -> np.ndarray:
        self.calls += bool(texts)
        self.seen.extend(texts)
        return np.asarray(self.encoder.encode(list(texts)))


SOURCE = ["red green blue", "one two three", "north south", "east west sea"]
TARGET = ["red green blue", "one two three north south", "east west sea"]


def document_pair(source: list[str], target: list[str], encoder: Encoder) -> DocumentPair:
    one, other = (EncodedSide.of(side, encoder.encode(side), 8) for side in (source, target))
    return DocumentPair.of(one, other, encoder)


def beads(*ranges: tuple[int, int, int, int]) -> Edges:
    """Beads ``i, k, j, m``: source sentences ``i … k - 1`` and target sentences ``j … m - 1``."""
    table = np.array(ranges)
    return Edges(table[:, [0, 2]], table[:, [1, 3]], np.ones(len(ranges)))


def test_a_window_gains_as_much_as_its_sentences_as_one(bag: Encoder) -> None:
    """Gains given two sentences equal those given the one that joins them."""
    apart = WordGains(["a b", "c d"], ["a c", "b d"], bag)
    joined = WordGains(["a b", "c d"], ["a c b d"], bag)
    assert np.allclose(apart.gains(0, 0, (0, 1)), joined.gains(0, 0, (0,)))


def test_a_word_gains_by_its_translation_only(bag: Encoder) -> None:
    """Equal words gain, words without a partner lose."""
    gains = WordGains(["red tree"], ["red house", "stone wall"], bag)
    by_partner, alone = gains.gains(0, 0, (0,))
    assert by_partner > 0 > alone


def test_only_needed_words_are_encoded(bag: Encoder) -> None:
    """A long text has parts in which nothing is open."""
    counting = CountingEncoder(bag)
    sides = [[f"first{at} second{at}" for at in range(4200)] for _ in range(2)]
    WordGains(sides[0], sides[1], counting).gains(0, 4199, (4199,))
    assert len(counting.seen) < 2 * 4200 * 2


def test_the_words_of_all_candidates_are_encoded_at_once(bag: Encoder) -> None:
    """Many calls with a few words each would take much longer."""
    counting = CountingEncoder(bag)
    sides = [[f"first{at} second{at}" for at in range(40)] for _ in range(2)]
    words(document_pair(sides[0], sides[1], counting), beads(*((at, at + 1, at, at + 1) for at in range(40))))
    assert {"first", "second", "39"} < set(counting.seen)
    assert counting.calls == 4  # the sentences of each side, and their words


def test_a_merge_of_what_belongs_together_adds_by_each_sentence(bag: Encoder) -> None:
    """The least addition of a right merge exceeds that of a merge with a strange sentence."""
    pair = document_pair(SOURCE, TARGET, bag)
    right, wrong = words(pair, beads((1, 3, 1, 2), (1, 3, 0, 1)))["words.least-mean"]
    assert right > 0 > wrong


def test_words_that_a_neighbour_explains_are_behind(bag: Encoder) -> None:
    """*north south* stand beyond the partner: the bead of one sentence leaves them behind, the merge not."""
    pair = document_pair(SOURCE, TARGET, bag)
    short, whole = words(pair, beads((2, 3, 2, 3), (1, 3, 1, 2)))["words.behind-share"]
    assert short > whole


@pytest.mark.parametrize(("sentence", "place"), [(2, 2), (1, 1)])
def test_an_unpaired_sentence_is_answered_beside_it(bag: Encoder, sentence: int, place: int) -> None:
    """A sentence that is like one beside its null is answered, another one is not."""
    strange = [*SOURCE]
    strange[sentence] = "winter summer"
    null = beads((sentence, sentence + 1, place, place))
    known, unknown = (answered(document_pair(side, TARGET, bag), null) for side in (SOURCE, strange))
    assert known["answered.cosine"][0] > unknown["answered.cosine"][0]


def test_an_unpaired_sentence_with_a_better_partner_elsewhere_is_behind(bag: Encoder) -> None:
    """The lead is 0 beside the most similar sentence, and negative where that one stands elsewhere."""
    pair = document_pair(["red tree"], ["red tree", "stone wall", "north wind"], bag)
    here, elsewhere = (answered(pair, beads((0, 1, at, at)))["answered.lead"][0] for at in (1, 3))
    assert here == pytest.approx(0.0, abs=1e-6)
    assert elsewhere < -0.3


def test_a_missing_side_gives_finite_features(bag: Encoder) -> None:
    """At the edge of the other text there may be no sentence at all beside a null."""
    found = answered(document_pair(["red tree"], [], bag), beads((0, 1, 0, 0)))
    assert all(np.isfinite(values).all() for values in found.values())

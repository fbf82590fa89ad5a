"""The sentences of two texts are aligned."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from types import SimpleNamespace

import numpy as np
import pytest

from align.alignment.aligner import align_sentences, align_with_weights
from align.alignment.bead import Alignment, Bead, Crossing
from align.alignment.method import FittedWeights
from align.alignment.realign import realign
from align.alignment.weights import Weights
from align.embed.encoder import Encoder
from align.errors import InputError, ModelError


def text(*numbers: int) -> list[str]:
    """Sentences of words that no other sentence has."""
    return [" ".join(f"w{number}x{word}" for word in range(5 + number * 5 % 7)) + " ." for number in numbers]


def beads_of(alignment: Alignment) -> str:
    """As ``0=0 1,2=1 3=``: sentences of the source, then of the target."""
    sides = [(",".join(map(str, bead.source)), ",".join(map(str, bead.target))) for bead in alignment.beads]
    return " ".join(f"{source}={target}" for source, target in sides)


def joined(sentences: list[str], *, first: int, count: int) -> list[str]:
    """Some of the sentences run together."""
    return [*sentences[:first], " ".join(sentences[first : first + count]), *sentences[first + count :]]


def test_sentences_of_the_same_words_are_paired(bag: Encoder) -> None:
    """A sentence is paired with its translation, with high confidence."""
    found = align_sentences(text(*range(6)), text(*range(6)), bag)
    assert beads_of(found) == "0=0 1=1 2=2 3=3 4=4 5=5"
    assert min(bead.confidence for bead in found.beads) > 0.8


def test_sentences_run_together_share_a_bead(bag: Encoder) -> None:
    """One sentence of one side and its three translations are one bead."""
    whole = text(*range(8))
    found = align_sentences(whole, joined(whole, first=3, count=3), bag)
    assert beads_of(found) == "0=0 1=1 2=2 3,4,5=3 6=4 7=5"


def test_what_the_other_side_lacks_is_a_null_bead(bag: Encoder) -> None:
    """Omissions and additions are null beads of one sentence each."""
    found = align_sentences(text(0, 1, 2, 3, 4, 5, 6), text(0, 1, 2, 5, 90, 6), bag)
    assert beads_of(found) == "0=0 1=1 2=2 3= 4= 5=3 =4 6=5"


def test_text_out_of_order_is_reported_and_not_paired(bag: Encoder) -> None:
    """A passage that moved is unpaired on both sides, and is reported as a crossing."""
    order = [*range(4), *range(8, 12), *range(4, 8), *range(12, 16)]
    found = align_sentences(text(*range(16)), text(*order), bag)
    assert all(order[bead.target[0]] == bead.source[0] for bead in found.beads if bead.source and bead.target)
    (crossing,) = found.crossings
    assert len(crossing.source) == len(crossing.target) == 4
    assert order[crossing.target[0]] == crossing.source[0]


def test_fixed_beads_stay_and_are_not_crossed(bag: Encoder) -> None:
    """A fixed bead is kept as given, and no other bead crosses it."""
    held = Bead(range(2, 4), range(2, 3), 0.5, 1.0)
    found = align_sentences(text(*range(6)), text(*range(6)), bag, fixed=[held])
    assert held in found.beads
    assert beads_of(found).startswith("0=0 1=1 2,3=2 ")


@pytest.mark.parametrize(
    ("beads", "word"),
    [
        ([Bead(range(2, 3), range(2, 3), None, 1.0), Bead(range(1, 2), range(3, 4), None, 1.0)], "crosses"),
        ([Bead(range(2), range(1), None, 1.0), Bead(range(1, 2), range(1, 2), None, 1.0)], "overlaps"),
        ([Bead(range(3), range(9, 10), None, 1.0)], r"bead 0 \(source 0-2, target 9\) leaves the text of 4"),
        ([Bead(range(3, 5), range(2, 2), None, 1.0)], r"source 3-4, target none, before 2\) leaves the text"),
    ],
)
def test_fixed_beads_that_contradict_each_other_are_refused(
    bag: Encoder, beads: list[Bead], word: str
) -> None:
    """The error names the bead that is out of order or outside the text."""
    with pytest.raises(InputError, match=word):
        align_sentences(text(*range(4)), text(*range(4)), bag, fixed=beads)


def test_with_an_empty_side_every_bead_is_null(bag: Encoder) -> None:
    """Where there is nothing to pair with, null beads are certain; two empty sides have no bead."""
    found = align_sentences(text(0, 1), [], bag)
    assert beads_of(found) == "0= 1="
    assert [bead.confidence for bead in found.beads] == [1.0, 1.0]
    assert align_sentences([], [], bag).beads == ()


def test_one_sentence_is_enough(bag: Encoder) -> None:
    """A text of one sentence a side is aligned."""
    assert beads_of(align_sentences(text(0), text(0), bag)) == "0=0"


def test_a_side_many_times_longer_still_finds_its_partners(bag: Encoder) -> None:
    """Forty sentences of which the other side has two."""
    found = align_sentences(text(10, 30), text(*range(40)), bag)
    assert {(*bead.source, *bead.target) for bead in found.beads if bead.source} == {(0, 10), (1, 30)}


def test_thousands_of_equal_places_still_make_a_path(bag: Encoder) -> None:
    """Where each of 2,000 positions is as good as the others, none is likely; every sentence has a bead."""
    found = align_sentences(text(1) * 2000, text(1, 2, 3), bag)
    assert sorted(index for bead in found.beads for index in bead.source) == list(range(2000))
    assert sorted(index for bead in found.beads for index in bead.target) == [0, 1, 2]


def test_equal_sentences_are_taken_in_order(bag: Encoder) -> None:
    """A text of one repeated sentence is paired one by one; the few other beads are marked."""
    same = text(1) * 1500
    beads = list(align_sentences(same, same, bag).beads)
    others = [bead for bead in beads if bead.type != "1-1"]
    assert len(others) < len(beads) / 100
    assert all(bead.doubtful for bead in others)


def test_a_heading_in_capitals_is_no_part_of_what_follows(bag: Encoder) -> None:
    """A line in capitals without a partner is a null bead, not a part of the next bead."""
    source = [*text(0, 1), "СЛУЖЕБНАЯ ЗАПИСКА", *text(2, 3)]
    found = align_sentences(source, text(0, 1, 2, 3), bag)
    assert beads_of(found) == "0=0 1=1 2= 3=2 4=3"


def test_unrelated_passages_are_not_paired(bag: Encoder) -> None:
    """Where ten sentences of each side are unrelated, none of them is paired, and the rest is right."""
    source = text(*range(8), *range(20, 32), *range(8, 16))
    target = text(*range(8), *range(40, 50), *range(8, 16))
    found = align_sentences(source, target, bag)
    paired = [(bead.source, bead.target) for bead in found.beads if bead.source and bead.target]
    apart = [*range(8), *range(20, 28)], [*range(8), *range(18, 26)]
    assert paired == [(range(i, i + 1), range(j, j + 1)) for i, j in zip(*apart, strict=True)]


def test_an_alignment_is_a_sequence_of_beads(bag: Encoder) -> None:
    """Its length is the number of beads, iteration yields them, and it is shown in one line."""
    found = align_sentences(text(0, 1, 2), text(0, 1), bag)
    assert len(found) == len(found.beads) == 3
    assert tuple(found) == found.beads
    assert repr(found) == "<Alignment: 3 beads of 3 source and 2 target sentences>"
    assert repr(replace(found, crossings=(Crossing(range(1), range(1), 0.7),))).endswith(", 1 crossings>")


def test_any_object_that_encodes_will_do(bag: Encoder) -> None:
    """An object without a name or a hash is an encoder, too."""
    found = align_sentences(text(0, 1), text(0, 1), SimpleNamespace(encode=bag.encode))
    wanted = align_sentences(text(0, 1), text(0, 1), bag)
    assert beads_of(found) == beads_of(wanted)
    assert [bead.confidence for bead in found] == pytest.approx([bead.confidence for bead in wanted])


@dataclass(frozen=True)
class Blind:
    """All headings have one vector."""

    encoder: Encoder
    name: str = "blind to headings"
    sha256: str = "0" * 64

    def encode(self, texts: Sequence[str]) -> np.ndarray:
        return self.encoder.encode(["Article" if one.startswith("Article") else one for one in texts])


def test_a_heading_of_another_number_is_not_paired(bag: Encoder) -> None:
    """``Article 2`` and ``Article 6`` have equal vectors, but other numbers."""
    whole = [line for number in range(1, 9) for line in (f"Article {number}", *text(number + 40))]
    found = align_sentences(whole, whole[:4] + whole[8:], Blind(bag))
    assert {(*bead.source,) for bead in found.beads if not bead.target} == {(4,), (5,), (6,), (7,)}
    assert all(
        whole[bead.source[0]] == [*whole[:4], *whole[8:]][bead.target[0]]
        for bead in found.beads
        if bead.source and bead.target
    )


@dataclass(frozen=True)
class BrokenEncoder:
    """Returns given vectors for any texts."""

    vectors: tuple[np.ndarray, ...]
    name: str = "broken-model"
    sha256: str = "0" * 64

    def encode(self, texts: Sequence[str]) -> np.ndarray:
        return next(one for one in self.vectors if len(one) == len(texts) or len(self.vectors) == 1)


@pytest.mark.parametrize(
    ("vectors", "word"),
    [
        ((np.full((2, 4), np.nan, dtype=np.float32),), "NaN"),
        ((np.ones((3, 4), dtype=np.float32),), "expected 2 vectors"),
        ((np.ones(2, dtype=np.float32),), "shape"),
        ((np.ones((2, 4), dtype=np.float32), np.ones((3, 5), dtype=np.float32)), "one dimension"),
    ],
)
def test_an_encoder_that_returns_no_vectors_is_named(vectors: tuple[np.ndarray, ...], word: str) -> None:
    """NaN, too many rows, no rows, two dimensions: the error names the encoder."""
    with pytest.raises(ModelError, match=f"broken-model.*{word}"):
        align_sentences(text(0, 1), text(*range(len(vectors[-1]))), BrokenEncoder(vectors))


def test_a_correction_that_changes_a_bead_is_reported(bag: Encoder) -> None:
    """After a correction the beads are found again, and the changed ones are reported."""
    source, target = text(0, 1, 2, 3, 4), text(0, 1, 2, 3, 4)
    misread = [*source[:2], "zzz yyy xxx", *source[3:]]
    before = align_sentences(misread, target, bag)
    after, changes = realign(before, source, target, bag)
    assert beads_of(after) == "0=0 1=1 2=2 3=3 4=4"
    if beads_of(before) != beads_of(after):
        assert {index for change in changes for bead in change.after for index in bead.source} >= {2}
    assert realign(after, source, target, bag)[1] == ()


def test_a_correction_that_splits_sentences_needs_a_new_alignment(bag: Encoder) -> None:
    """Beads of another number of sentences cannot be compared."""
    before = align_sentences(text(0, 1), text(0, 1), bag)
    with pytest.raises(InputError, match="align afresh"):
        realign(before, text(0, 1, 2), text(0, 1), bag)


def test_other_weights_than_those_of_the_package_can_be_measured(bag: Encoder) -> None:
    """Weights that make nulls cheap leave sentences alone that the package's pair; the rest is the same."""
    sides, fitted = (text(*range(8)), text(*range(8))), Weights.fitted()
    assert align_with_weights(*sides, bag, weights=FittedWeights()) == align_sentences(*sides, bag)
    cheap = FittedWeights(replace(fitted, coarse={**fitted.coarse, "null": 40.0}))
    assert any(not bead.target for bead in align_with_weights(*sides, bag, weights=cheap).beads)

"""Passages that moved are found with their beads; what the path could hold is no crossing."""

from __future__ import annotations

import pytest

from align.alignment.aligner import align_sentences
from align.alignment.bead import Alignment, Bead, Crossing
from align.alignment.crossings import without_moved
from align.embed.encoder import Encoder
from align.errors import InvariantError


def text(*numbers: int) -> list[str]:
    """Sentences of words that no other sentence has."""
    return [" ".join(f"w{number}x{word}" for word in range(5 + number * 5 % 7)) + " ." for number in numbers]


def moved(found: Alignment) -> list[str]:
    """The beads of each crossing, as ``4=8 5,6=9``."""
    return [
        " ".join(
            f"{','.join(map(str, bead.source))}={','.join(map(str, bead.target))}" for bead in crossing.beads
        )
        for crossing in found.crossings
    ]


def test_a_passage_knows_its_beads(bag: Encoder) -> None:
    """Two sentences that the translation joins are one bead of the passage."""
    target = [*text(0, 1, 2, *range(8, 14)), *text(3, 4), " ".join(text(5, 6)), *text(7, 14, 15)]
    found = align_sentences(text(*range(16)), target, bag)
    assert moved(found) == ["3=9 4=10 5,6=11 7=12"]
    [crossing] = found.crossings
    assert (crossing.source, crossing.target) == (range(3, 8), range(9, 13))
    assert crossing.confidence > 0.8


def test_halves_that_were_swapped_are_one_crossing(bag: Encoder) -> None:
    """One half stands in the beads, the other is out of order."""
    found = align_sentences(text(*range(20)), text(*range(11, 20), *range(11)), bag)
    [crossing] = found.crossings
    assert len(crossing.source) == len(crossing.target) == 9


def test_notes_at_the_end_are_found_one_by_one(bag: Encoder) -> None:
    """Sentences far from each other that stand together in the translation."""
    notes = (3, 9, 14)
    target = [*text(*(number for number in range(20) if number not in notes)), *text(*notes)]
    found = align_sentences(text(*range(20)), target, bag)
    assert moved(found) == ["3=17", "9=18", "14=19"]


def test_passages_that_cross_each_other(bag: Encoder) -> None:
    """Three passages in reverse order: one is in the beads, the others are a crossing each."""
    order = [*range(4), *range(16, 24), *range(10, 16), *range(4, 10), *range(24, 28)]
    found = align_sentences(text(*range(28)), text(*order), bag)
    assert len(found.crossings) == 2
    pairs = [bead for one in found.crossings for bead in one.beads]
    assert all(order[bead.target[0]] == bead.source[0] for bead in pairs)


def test_texts_in_order_have_none(bag: Encoder) -> None:
    """Nor have texts that lost sentences, or that have nothing in common."""
    assert not align_sentences(text(*range(9)), text(*range(9)), bag).crossings
    assert not align_sentences(text(*range(9)), text(0, 1, 3, 4, 40, 6, 7, 8), bag).crossings
    assert not align_sentences(text(*range(9)), text(*range(40, 49)), bag).crossings


def test_an_unsure_pair_gives_way() -> None:
    """Its sentences come as nulls, in order; a fixed pair stays."""
    pairs = [Bead(range(1), range(1), 0.8, 0.9), Bead(range(1, 2), range(1, 3), 0.3, 0.25)]
    crossing = Crossing(range(1, 2), range(7, 8), 0.8)
    kept = list(without_moved(pairs, [crossing], fixed=()))
    assert [(bead.type, bead.confidence) for bead in kept] == [
        ("1-1", 0.9),
        ("1-0", 0.75),
        ("0-1", 0.75),
        ("0-1", 0.75),
    ]
    assert Alignment(tuple(kept), 2, 3).beads[1].target == range(1, 1)
    assert list(without_moved(pairs, [crossing], fixed=pairs[1:])) == pairs


def test_partners_of_a_sentence() -> None:
    """Those of its bead; where it is in none, the whole passage."""
    crossing = Crossing(range(4, 7), range(9, 12), 0.7, (Bead(range(4, 6), range(9, 10), 0.7, 0.9),))
    assert crossing.partners("source", 5) == range(9, 10)
    assert crossing.partners("target", 9) == range(4, 6)
    assert crossing.partners("target", 11) == range(4, 7)
    with pytest.raises(InvariantError, match="got source 7"):
        crossing.partners("source", 7)

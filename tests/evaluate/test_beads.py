"""Alignments against gold: equal to the scorer of the published tables, figure for figure."""

from __future__ import annotations

import ast
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from align.alignment.bead import Alignment, Bead
from align.errors import InputError
from align.evaluate.beads import BeadScore, score_alignment, score_anchors, score_beads
from align.evaluate.gold_bead import GoldBead
from align.evaluate.gold_beads import GoldAlignment, read_gold_align
from align.text.sentence import Sentence
from align.text.span import Span
from align.text.trace import TracedText

DATA = Path(__file__).parents[2] / "../shared/data/align-dev"
Pair = tuple[list[int], list[int]]
Pairs = list[Pair]
SMALL: Pairs = [([0], [0]), ([1], [1, 2]), ([2], []), ([3, 4], [3]), ([], [4])]
SMALL += [([5], [5]), ([6], [7]), ([7], [6]), ([8, 9], [8, 9])]


def links(text: str) -> list[GoldBead]:
    """``0:0 1:1,2 2: :3`` as links."""
    sides = [[{int(n) for n in side.split(",") if n} for side in pair.split(":")] for pair in text.split()]
    return [GoldBead(frozenset(source), frozenset(target)) for source, target in sides]


def linked(pairs: Pairs) -> list[GoldBead]:
    return [GoldBead(frozenset(source), frozenset(target)) for source, target in pairs if source or target]


def diagonal(gold: Pairs) -> Pairs:
    """Sentence *i* with sentence *i*; what the longer side has left alone."""
    sizes = [1 + max(number for link in gold for number in link[side]) for side in (0, 1)]
    return [([n] if n < sizes[0] else [], [n] if n < sizes[1] else []) for n in range(max(sizes))]


def in_pairs(gold: Pairs) -> Pairs:
    """Every two neighbouring links made one."""
    couples = [gold[at : at + 2] for at in range(0, len(gold), 2)]

    def joined(couple: Pairs, side: int) -> list[int]:
        return sorted(n for link in couple for n in link[side])

    return [(joined(couple, 0), joined(couple, 1)) for couple in couples]


def cut_apart(gold: Pairs) -> Pairs:
    """Every third link, and every null one, taken apart into sentences without partner."""
    parted: Pairs = []
    for at, (source, target) in enumerate(gold):
        if at % 3 == 2 or not source or not target:
            parted += [([n], []) for n in source] + [([], [n]) for n in target]
        else:
            parted.append((source, target))
    return parted


def late(gold: Pairs) -> Pairs:
    """From the middle on every link takes the target of the one before."""
    half = len(gold) // 2
    targets = [target for _, target in gold]
    moved = [*targets[:half], [], *targets[half:-1]]
    return [(source, target) for (source, _), target in zip(gold, moved, strict=True)]


WRONG = {"diagonal": diagonal, "in_pairs": in_pairs, "cut_apart": cut_apart, "late": late}

# precision, recall, F1 strict, then lax, as Vecalign's own scorer (vecalign/score.py at f372627) gives them
VECALIGN = {
    ("small", "diagonal"): (0.200000, 0.285714, 0.235294, 0.600000, 0.714286, 0.652174),
    ("small", "in_pairs"): (0.200000, 0.142857, 0.166667, 1.000000, 1.000000, 1.000000),
    ("small", "cut_apart"): (0.538462, 0.714286, 0.614035, 0.538462, 0.714286, 0.614035),
    ("small", "late"): (0.500000, 0.428571, 0.461538, 0.500000, 0.428571, 0.461538),
    ("manifesto-ru-en", "diagonal"): (0.018672, 0.019231, 0.018947, 0.029046, 0.029915, 0.029474),
    ("manifesto-ru-en", "in_pairs"): (0.004255, 0.002137, 0.002845, 1.000000, 1.000000, 1.000000),
    ("manifesto-ru-en", "cut_apart"): (0.495253, 0.666667, 0.568316, 0.495253, 0.666667, 0.568316),
    ("manifesto-ru-en", "late"): (0.498934, 0.500000, 0.499466, 0.498934, 0.500000, 0.499466),
    ("textberg-1957-de-fr", "diagonal"): (0.014440, 0.015748, 0.015066, 0.016245, 0.018373, 0.017244),
    ("textberg-1957-de-fr", "in_pairs"): (0.000000, 0.000000, 0.000000, 0.914692, 1.000000, 0.955446),
    ("textberg-1957-de-fr", "cut_apart"): (0.484452, 0.669291, 0.562065, 0.484452, 0.669291, 0.562065),
    ("textberg-1957-de-fr", "late"): (0.500000, 0.456693, 0.477366, 0.500000, 0.456693, 0.477366),
    ("udhr-ru-en", "diagonal"): (0.901961, 0.910891, 0.906404, 0.911765, 0.920792, 0.916256),
    ("udhr-ru-en", "cut_apart"): (0.500000, 0.663366, 0.570213, 0.500000, 0.663366, 0.570213),
}


def gold_pairs(name: str) -> Pairs:
    if name == "small":
        return SMALL
    if not DATA.exists():
        pytest.skip("the development data is not beside the repository")
    lines = (DATA / name / "gold.align").read_text(encoding="utf-8").splitlines()
    sides = (line.split(":") for line in lines)
    return [(ast.literal_eval(source), ast.literal_eval(target)) for source, target in sides]


@pytest.mark.parametrize(
    ("name", "rule"),
    [pytest.param(*key, marks=[pytest.mark.data] if key[0] != "small" else []) for key in VECALIGN],
)
def test_scores_equal_the_published_scorer(name: str, rule: str) -> None:
    """Strict and lax are what Vecalign's scorer gives for the same links, gaps of the gold included."""
    gold = gold_pairs(name)
    score = score_beads(linked(gold), linked(WRONG[rule](gold)))
    ours = [(c.precision, c.recall, c.f1) for c in (score.strict, score.lax)]
    assert (*ours[0], *ours[1]) == pytest.approx(VECALIGN[name, rule], abs=1e-6)


@pytest.mark.data
def test_documents_are_pooled_by_their_counts() -> None:
    """The sum of the scores of five sets is the score of the five, as the published scorer pools them."""
    names = ("anna-karenina", "chekhov-aptekarsha", "chekhov-khameleon", "manifesto", "udhr")
    golds = [gold_pairs(f"{name}-ru-en") for name in names]
    score = sum((score_beads(linked(gold), linked(diagonal(gold))) for gold in golds), BeadScore())
    assert (score.strict.f1, score.lax.f1) == pytest.approx((0.183256, 0.200930), abs=1e-6)
    assert sum(score.blocks.values()) > 100


numbers = st.frozensets(st.integers(0, 7), max_size=3)
some_links = st.lists(
    st.builds(lambda s, t: GoldBead(s, t) if s or t else GoldBead(s, frozenset({0})), numbers, numbers)
)


@given(some_links, some_links)
def test_strict_and_lax_are_their_definitions(gold: list[GoldBead], predicted: list[GoldBead]) -> None:
    """Counting by the words of the definition, each pair compared, gives the same numbers."""
    gold_set, guess = set(gold), set(predicted)
    paired = {link for link in gold_set if link.source and link.target}
    score = score_beads(gold, predicted)

    def lax(link: GoldBead, others: set[GoldBead]) -> bool:
        return link in others or any(
            link.source & other.source and link.target & other.target for other in others
        )

    assert score.strict.right == sum(link in gold_set for link in guess)
    assert score.strict.found == sum(link in guess for link in paired)
    assert score.lax.right == sum(lax(link, gold_set) for link in guess)
    assert score.lax.found == sum(lax(link, guess) for link in paired)
    assert score.strict.right + score.strict.wrong == score.lax.right + score.lax.wrong == len(guess)
    assert score.strict.found + score.strict.missed == score.lax.found + score.lax.missed == len(paired)
    assert sum((c for c in score.by_type.values()), type(score.strict)()) == score.strict


@given(some_links)
def test_gold_against_itself_is_perfect(gold: list[GoldBead]) -> None:
    """Whatever the gold, it agrees with itself."""
    score = score_beads(gold, gold)
    assert score.strict.f1 in (1.0, 0.0 if all(link.null for link in gold) else 1.0, None)
    assert score.strict.wrong == score.strict.missed == score.lax.wrong == score.lax.missed == 0


def test_types_are_counted_on_their_own_side() -> None:
    """A 2-1 bead predicted where gold has two beads is a wrong 2-1 and a missed 1-1 and 1-0."""
    score = score_beads(links("0:0 1:"), links("0,1:0"))
    by_type = {type_: (c.wrong, c.missed) for type_, c in score.by_type.items()}
    assert by_type == {"1-0": (0, 0), "1-1": (0, 1), "2-1": (1, 0)}


def alignment(text: str, sizes: tuple[int, int], confidence: float = 0.9) -> Alignment:
    beads, source, target = [], 0, 0
    for pair in text.split():
        n, m = map(int, pair.split("-"))
        beads.append(Bead(range(source, source + n), range(target, target + m), None, confidence))
        source, target = source + n, target + m
    return Alignment(tuple(beads), *sizes)


def test_an_alignment_is_judged_with_its_confidences() -> None:
    """A confidence of .9 that is right every other time is .4 off."""
    gold = GoldAlignment(tuple(links("0:0 1:1 2: 3:2")))
    score = score_alignment(gold, alignment("1-1 1-1 1-1 1-0", (4, 3)))
    assert (score.strict.right, score.strict.wrong, score.strict.missed) == (2, 2, 1)
    assert score.calibration.error == pytest.approx(0.4)


def test_gold_of_another_text_is_refused() -> None:
    """Gold that names a sentence beyond the text's end is no gold of this text."""
    with pytest.raises(InputError, match="source sentence 7, the source has 1"):
        score_alignment(GoldAlignment(tuple(links("7:0"))), alignment("1-1", (1, 1)))


def sentences(*places: Sequence[tuple[int, int]]) -> list[Sentence]:
    """Sentences by the raw spans they come from."""
    made = []
    for index, spans in enumerate(places):
        starts = np.concatenate([np.arange(a, b, dtype=np.int32) for a, b in spans])
        made.append(Sentence(index, TracedText("а" * len(starts), starts, starts + np.int32(1))))
    assert all(isinstance(span, Span) for sentence in made for span in sentence.origin)
    return made


def test_anchors_stand_for_sentences_however_they_were_split() -> None:
    """A bead of two half sentences holds one anchor and is right; a bead without an anchor is not judged."""
    gold = links("2:0 50:40 90:")
    source = sentences([(0, 20)], [(21, 45)], [(50, 80)], [(90, 99)])
    target = sentences([(0, 30)], [(40, 60)])
    score = score_anchors(gold, source, target, alignment("2-1 1-1 1-0", (4, 2)))
    assert (score.strict.precision, score.strict.recall) == (1.0, 1.0)
    halves = score_anchors(gold, source, target, alignment("1-0 1-1 1-1 1-0", (4, 2)))
    assert (halves.strict.right, halves.strict.wrong, halves.strict.missed) == (2, 2, 1)
    unjudged = score_anchors(links("50:40"), source, target, alignment("2-1 1-1 1-0", (4, 2)))
    assert (unjudged.strict.right, unjudged.strict.wrong) == (1, 0)


def test_a_sentence_in_two_places_holds_the_anchors_of_both() -> None:
    """A sentence over a page break holds what lies in its pieces, not what lies between them."""
    source, target = sentences([(0, 10), (30, 40)]), sentences([(0, 5)])
    assert score_anchors(links("0,35:0"), source, target, alignment("1-1", (1, 1))).strict.f1 == 1.0
    assert score_anchors(links("0:0 20:9"), source, target, alignment("1-1", (1, 1))).strict.missed == 1


@pytest.mark.data
@pytest.mark.parametrize("name", ["textberg-1957-de-fr", "udhr-ru-en"])
def test_development_gold_scores_one_against_itself(name: str) -> None:
    """The gold files that are there are read, and agree with themselves."""
    gold_pairs(name)
    gold = read_gold_align(DATA / name / "gold.align")
    score = score_beads(gold.beads, gold.beads)
    assert (score.strict.f1, score.lax.f1) == (1.0, 1.0)

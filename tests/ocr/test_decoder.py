"""The decoder: passes over a document."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

import numpy as np
import pytest

from align.ocr import reranker
from align.ocr.channel.adaptation import EMPTY_PROFILE
from align.ocr.decoder import (
    CERTAIN_BELOW,
    PASSES,
    DecodingJob,
    DecodingResult,
    best_hypothesis,
    certain_tokens,
    decode,
    reranked,
    unlikely_candidates,
    with_features,
    without_unlikely,
)
from align.ocr.features import registry
from align.ocr.features.group import FeatureGroup
from align.ocr.features.inputs import FeatureInputs
from align.ocr.features.matrix import FeatureColumns, FeatureMatrix
from align.ocr.features.registry import GROUPS, groups_of
from align.ocr.lattice.candidate import OBSERVED, UNPROPOSED, Candidate
from align.ocr.lattice.hypothesis import Hypothesis
from align.ocr.lattice.lattice import CandidateLattice
from align.ocr.lattice.slot import Slot
from align.ocr.lattice.unlikely import BEST_KEPT
from align.ocr.runtime import resources
from align.text.token import tokenize
from tests.ocr.sample import LETTER, HashEncoder, LengthModel, context_of, resources_of

KNOWN = resources_of(
    {"плацдарм": 1e-5, "нужен": 1e-4, "здесь": 1e-4, "корея": 1e-5, "просит": 1e-5, "в": 3e-2},
    language_model=LengthModel(),
)
TEXTS = ("Пландарм нужен в", "здесь пландарм", "Корея просит пландарм", "здесь плацдарм .")
TARGET = ("Bridgehead needed", "a bridgehead", "Korea needs a bridgehead", "a bridgehead")


def job_of() -> DecodingJob:
    """The document with nothing remembered of it."""
    return DecodingJob(TEXTS, context_of(len(TEXTS), TARGET), KNOWN)


def results() -> list[DecodingResult]:
    """The result of each pass."""
    job, found = job_of(), list[DecodingResult]()
    for step in PASSES:
        computed = with_features(job, step, found[-1] if found else None)
        found.append(reranked(job, step, computed, reranker.load(step.reranker, "without grammar")))
    return found


def recording(groups: Sequence[FeatureGroup], calls: list[tuple[str, FeatureInputs]]) -> list[FeatureGroup]:
    """The groups, which append their name and inputs to ``calls``."""

    def recorded(group: FeatureGroup) -> FeatureGroup:
        def compute(inputs: FeatureInputs) -> FeatureColumns:
            calls.append((group.name, inputs))
            return group.compute(inputs)

        return replace(group, compute=compute)

    return [recorded(group) for group in groups]


def test_passes_run_in_order_each_with_its_groups(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each group with a weight is computed once in each of its passes, in the order of the registry."""
    calls: list[tuple[str, FeatureInputs]] = []
    monkeypatch.setattr(registry, "GROUPS", tuple(recording(GROUPS, calls)))
    decode(TEXTS, context_of(len(TEXTS), TARGET), KNOWN, HashEncoder())
    assert [step.name for step in PASSES] == ["first", "second", "draft", "final"]
    weighed = {name for step in PASSES for name in reranker.load(step.reranker, "without grammar").weights}
    assert [(inputs.name, name) for name, inputs in calls] == [
        (step.name, group.name)
        for step in PASSES
        for group in groups_of(step.name)
        if not weighed.isdisjoint(group.features)
    ]
    assert "letters" not in {name for name, _ in calls}


def test_each_pass_reads_what_the_pass_before_gave(monkeypatch: pytest.MonkeyPatch) -> None:
    """Lattice, hypothesis, channel and probabilities; a group reads the columns of those before it."""
    calls: list[tuple[str, FeatureInputs]] = []
    monkeypatch.setattr(registry, "GROUPS", tuple(recording(GROUPS, calls)))
    first, second, draft, _ = results()
    inputs = {step.name: [own for _, own in calls if own.name == step.name] for step in PASSES}
    for own in inputs["first"]:
        assert own.hypothesis.texts == own.previous.texts == Hypothesis.observed(own.lattice).texts
        assert not own.probabilities.any()
    for own in inputs["second"]:
        assert own.channel is first.profile.channel
        assert own.hypothesis is first.hypothesis
        assert own.lattice is second.lattice is not first.lattice
    for own in inputs["draft"]:
        assert own.channel is first.profile.channel
        assert np.array_equal(own.probabilities, without_unlikely(second).probabilities)
    for own in inputs["final"]:
        assert np.array_equal(own.probabilities, without_unlikely(draft).probabilities)
        assert own.channel is draft.profile.channel
        assert (own.hypothesis, own.previous) == (draft.hypothesis, second.hypothesis)
    for of_pass in inputs.values():
        assert all(set(one.matrix) <= set(two.matrix) for one, two in pairwise(of_pass))
    words = [own.words for _, own in calls]
    assert all(one is words[0] for one in words)


def test_unlikely_candidates_are_left_out_of_the_passes_that_follow() -> None:
    """Never the observed text, nor what stands for any other, nor the best of a slot.

    The rows of those that stay are as they were.
    """
    first = results()[0]
    kept = without_unlikely(first)
    texts = [(slot.sentence, candidate) for slot, candidate in kept.lattice.candidates]
    left = [(slot.sentence, candidate) for slot, candidate in first.lattice.candidates]
    assert len(texts) < len(left)
    assert unlikely_candidates(first) == set(left) - set(texts)
    assert len(kept.lattice.slots) == len(first.lattice.slots)
    for old, new in zip(first.lattice.slots, kept.lattice.slots, strict=True):
        assert (new.candidates[0], new.candidates[-1]) == (old.candidates[0], old.candidates[-1])
        assert len(new.candidates) >= min(len(old.candidates), BEST_KEPT + 2)
    rows = [left.index(text) for text in texts]
    for name, column in kept.matrix.items():
        assert column.tolist() == first.matrix[name][rows].tolist()
    second = with_features(job_of(), PASSES[1], first)
    proposed = {(slot.sentence, candidate) for slot, candidate in second.lattice.candidates}
    assert not proposed & unlikely_candidates(first)


def test_a_pass_does_not_change_the_matrices_before_it() -> None:
    """Their arrays may be read-only, and hold the same afterwards."""
    kept: list[tuple[FeatureMatrix, dict[str, bytes]]] = []
    job, result = job_of(), None
    for step in PASSES:
        computed = with_features(job, step, result)
        kept.append((computed.matrix, _read_only(computed.matrix)))
        result = reranked(job, step, computed, reranker.load(step.reranker, "without grammar"))
        kept.append((result.matrix, _read_only(result.matrix)))
    assert all(_contents(matrix) == contents for matrix, contents in kept)


def _read_only(matrix: FeatureMatrix) -> dict[str, bytes]:
    """What the columns hold; from now on writing to one raises ``ValueError``."""
    for values in matrix.values():
        values.flags.writeable = False
    return _contents(matrix)


def _contents(matrix: FeatureMatrix) -> dict[str, bytes]:
    return {name: values.tobytes() for name, values in matrix.items()}


def test_adapting_passes_give_a_profile_and_a_hypothesis() -> None:
    """The others keep those of the pass before; their probabilities are their own."""
    found = results()
    assert found[0].profile is not EMPTY_PROFILE
    for before, after, step in zip(found, found[1:], PASSES[1:], strict=False):
        assert (after.profile is before.profile) == (not step.adapts)
        assert (after.hypothesis is before.hypothesis) == (not step.adapts)
        assert after.probabilities is not before.probabilities


def test_the_profile_holds_the_misreading_that_the_document_repeats() -> None:
    """Three times н for ц."""
    final = results()[-1]
    assert final.profile.edits["ц", "н"] > 2
    assert [text for sentence in final.hypothesis.texts for text in sentence if "дарм" in text] == [
        "Плацдарм",
        *["плацдарм"] * 3,
    ]


def test_probabilities_of_a_slot_sum_to_one() -> None:
    """After every pass."""
    for result in results():
        sums = np.add.reduceat(result.probabilities, result.lattice.starts[:-1])
        assert np.allclose(sums, 1)


def test_a_document_decoded_twice_gives_the_same() -> None:
    """No pass leaves anything that another run would find."""
    context = context_of(len(TEXTS), TARGET)
    _assert_same(decode(TEXTS, context, KNOWN, HashEncoder()), decode(TEXTS, context, KNOWN, HashEncoder()))


@pytest.mark.model
def test_a_document_decoded_twice_gives_the_same_with_all_models() -> None:
    """Resources that are loaded once keep nothing of a document that would change the next result."""
    known, context = resources.load(("ru", "en")), context_of(len(LETTER))
    first = decode(LETTER, context, known, None)
    decode(("Другой документ о Кореи.",), context_of(1), known, None)
    _assert_same(first, decode(LETTER, context, known, None))


def _assert_same(one: DecodingResult, other: DecodingResult) -> None:
    assert one.lattice.slots == other.lattice.slots
    assert _contents(one.matrix) == _contents(other.matrix)
    assert one.matrix.aligned_words == other.matrix.aligned_words
    assert np.array_equal(one.probabilities, other.probabilities)
    assert one.hypothesis.texts == other.hypothesis.texts
    assert one.profile.edits == other.profile.edits


LATTICE = CandidateLattice(
    [tokenize("пландарм -на")],
    (
        Slot(
            0,
            0,
            (
                Candidate(0, 1, "пландарм", OBSERVED),
                Candidate(0, 1, "плацдарм", "letters"),
                Candidate(0, 1, "пландарм", UNPROPOSED),
            ),
        ),
        Slot(
            0,
            1,
            (
                Candidate(1, 2, "-на", OBSERVED),
                Candidate(0, 2, "плацдарм-на", "join"),
                Candidate(1, 2, "-на", UNPROPOSED),
            ),
        ),
    ),
)


@pytest.mark.parametrize(
    ("probabilities", "texts"),
    [
        ((0.9, 0.1, 0.0, 1.0, 0.0, 0.0), ["пландарм", "-на"]),
        ((0.2, 0.7, 0.1, 1.0, 0.0, 0.0), ["плацдарм", "-на"]),
        ((0.4, 0.45, 0.15, 1.0, 0.0, 0.0), ["пландарм", "-на"]),
        ((0.1, 0.1, 0.8, 1.0, 0.0, 0.0), ["пландарм", "-на"]),
        ((0.9, 0.1, 0.0, 0.1, 0.9, 0.0), ["плацдарм-на", ""]),
    ],
    ids=["observed", "likely", "hardly likely", "unproposed", "joined"],
)
def test_a_likely_candidate_stands_in_the_hypothesis(
    probabilities: tuple[float, ...], texts: list[str]
) -> None:
    """Where no candidate is likelier than not, the observed text stays."""
    assert best_hypothesis(LATTICE, np.array(probabilities)).texts == [texts]


def test_certain_tokens_are_those_that_are_almost_never_wrong() -> None:
    """By the probability of an error at each."""
    hypothesis = Hypothesis.observed(LATTICE)
    error = CERTAIN_BELOW / 2
    probabilities = np.array([1 - error, error, 0, 0.9, 0.1, 0])
    result = DecodingResult(
        LATTICE, FeatureMatrix(len(LATTICE)), probabilities, hypothesis, hypothesis, EMPTY_PROFILE
    )
    assert certain_tokens(result) == {(0, 0)}

"""Which words of the translation are aligned with each candidate."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np

from align.ocr.features.matrix import FeatureColumns
from align.ocr.features.span_queries import SpanQuery, uncertain_spans
from align.ocr.features.translation import score_translations, translation_features
from align.ocr.lattice.hypothesis import Hypothesis
from align.ocr.lattice.lattice import CandidateLattice
from align.ocr.translation import AlignedWord, TextPair, WordEncoder
from align.ocr.translation.word_aligner import UNALIGNED
from tests.ocr.sample import HashEncoder, inputs_of, lattice_of, resources_of, row_of

RESOURCES = resources_of({"объяснял": 1e-5, "я": 1e-2, "снял": 1e-5, "союзник": 1e-5, "возник": 1e-5})


class OneWordAligner:
    """Aligns one word of the original with the translation, and no other; ``calls``: spans and candidates."""

    def __init__(self, source: str, word: str, target: str) -> None:
        self.pairs = (TextPair(source, target),)
        self.word, self.target = word, target
        self.calls: list[tuple[range, tuple[str, ...]]] = []

    def encode(self, candidates: Iterable[str]) -> None:
        """There are no vectors."""

    def align_candidates(self, bead: int, span: range, candidates: Sequence[str]) -> list[AlignedWord]:
        """4 nats for the one word."""
        assert bead == 0
        self.calls.append((span, tuple(candidates)))
        return [AlignedWord(4.0, self.target) if word == self.word else UNALIGNED for word in candidates]


def queries_of(lattice: CandidateLattice) -> list[SpanQuery]:
    """The spans of all slots; candidates that join or split tokens are likelier than others."""
    spaced = [" " in one.text or one.stop - one.start > 1 for _, one in lattice.candidates]
    return list(uncertain_spans(lattice, Hypothesis.observed(lattice), np.where(spaced, 0.3, 0.01)))


def columns_of(lattice: CandidateLattice, aligner: OneWordAligner) -> FeatureColumns:
    return score_translations(len(lattice), queries_of(lattice), aligner, [(0, 0)])  # type: ignore[arg-type]


def test_two_pieces_of_a_broken_word_are_aligned_as_one() -> None:
    """«об яснял» is two words; the translation has the one they were."""
    lattice = lattice_of("войска об яснял", RESOURCES)
    aligner = OneWordAligner("войска об яснял", "объяснял", "explained")
    columns = columns_of(lattice, aligner)
    rows = [row for row, (_, one) in enumerate(lattice.candidates) if one.text == "объяснял"]
    assert rows
    assert all(columns.values["translation"][row] == 4.0 for row in rows)
    assert {columns.aligned_words[row] for row in rows} == {"explained"}
    assert (range(1, 3), ("об", "яснял", "объяснял")) in aligner.calls


def test_words_that_lost_their_space_are_aligned_one_by_one() -> None:
    """What matches either of «я снял» counts for both."""
    lattice = lattice_of("яснял", RESOURCES)
    columns = columns_of(lattice, OneWordAligner("яснял", "снял", "took"))
    assert columns.values["translation"][row_of(lattice, "я снял")] == 4.0


def test_only_candidates_that_match_better_have_an_aligned_word() -> None:
    """Where the observed word is the one that matches, candidates lose by it."""
    lattice = lattice_of("сняла", RESOURCES)
    columns = columns_of(lattice, OneWordAligner("сняла", "сняла", "took"))
    assert columns.values["translation"][row_of(lattice, "снял")] == -4.0
    assert not columns.aligned_words


def test_the_aligner_reads_the_beads_of_the_hypothesis() -> None:
    """союзник is aligned with *ally* in the bead of its own sentence."""
    lattice = lattice_of(["тут я", "совзник тут"], RESOURCES, ["here I", "an ally here"])
    words = WordEncoder(HashEncoder({"союзник": 0, "ally": 0}))
    inputs = inputs_of(lattice, RESOURCES, target=["here I", "an ally here"], words=words)
    columns = translation_features(inputs)
    row = row_of(lattice, "союзник")
    assert columns.values["translation"][row] > 1
    assert columns.aligned_words[row] == "ally"


def test_without_an_encoder_or_a_translation_nothing_is_computed() -> None:
    """Either is needed."""
    lattice = lattice_of("совзник", RESOURCES, ["ally"])
    assert not translation_features(inputs_of(lattice, RESOURCES, target=["ally"])).values
    encoder = HashEncoder()
    assert not translation_features(inputs_of(lattice, RESOURCES, words=WordEncoder(encoder))).values
    assert encoder.calls == []

"""Uncertain spans of words."""

from __future__ import annotations

import numpy as np

from align.ocr.features.span_queries import MIN_ERROR_PROBABILITY, isolated_marks, uncertain_spans
from align.ocr.lattice.candidate import OBSERVED, UNPROPOSED, Candidate
from align.ocr.lattice.hypothesis import Hypothesis
from align.ocr.lattice.lattice import CandidateLattice
from align.ocr.lattice.slot import Slot
from align.text.token import tokenize
from tests.ocr.sample import lattice_of, resources_of

RESOURCES = resources_of({"объяснял": 1e-5, "я": 1e-2, "снял": 1e-5, "союзник": 1e-5})


def test_two_pieces_of_a_broken_word_are_one_span() -> None:
    """«об яснял» is two words of the hypothesis, and one span of the candidate that joins them."""
    lattice = lattice_of("войска об яснял", RESOURCES)
    joins = [candidate.stop - candidate.start > 1 for _, candidate in lattice.candidates]
    queries = uncertain_spans(lattice, Hypothesis.observed(lattice), np.where(joins, 0.3, 0.01))
    found = {(query.start, query.stop): query for query in queries if ("объяснял",) in query.candidate_words}
    assert found[1, 3].observed_words == ("об", "яснял")
    assert list(found[1, 3].one_for_one()) == []


def test_an_isolated_mark_may_have_been_a_word() -> None:
    """No word was read there, so that the query has no observed word."""
    lattice = lattice_of("войска — яснял", RESOURCES)
    [query] = isolated_marks(lattice, Hypothesis.observed(lattice), np.full(len(lattice), 0.1))
    assert (query.start, query.stop, query.observed_words) == (1, 2, ())
    assert ("я",) in query.candidate_words


def test_marks_and_numbers_are_no_spans_of_words() -> None:
    """There is no query where no word was read."""
    lattice = lattice_of("— 38 ...", RESOURCES)
    assert not list(uncertain_spans(lattice, Hypothesis.observed(lattice), np.full(len(lattice), 0.01)))


def test_certain_slots_have_no_query() -> None:
    """Whatever candidates they have."""
    lattice = lattice_of("совзник", RESOURCES)
    probabilities = np.full(len(lattice), MIN_ERROR_PROBABILITY / 2)
    probabilities[0] = 1 - MIN_ERROR_PROBABILITY / 2
    hypothesis = Hypothesis.observed(lattice)
    assert not list(uncertain_spans(lattice, hypothesis, probabilities))
    probabilities[0] = 1 - 2 * MIN_ERROR_PROBABILITY
    [query] = uncertain_spans(lattice, hypothesis, probabilities)
    assert ("союзник" in query.forms(), query.observed_words) == (True, ("совзник",))


def test_hopeless_candidates_are_left_out_but_for_the_likeliest_and_what_adds_a_space() -> None:
    """Every doubtful word is compared with its sentence, and run together words with theirs."""
    texts = ("письма", "письму", "письме", "писем", "письмо", "пись ма")
    rules = ("letters",) * 5 + ("space",)
    others = (Candidate(0, 1, text, rule) for text, rule in zip(texts, rules, strict=True))
    slot = Slot(0, 0, (Candidate(0, 1, "письна", OBSERVED), *others, Candidate(0, 1, "письна", UNPROPOSED)))
    lattice = CandidateLattice([tokenize("письна")], [slot])
    probabilities = np.array([0.5, 0.4, 1e-5, 1e-5, 1e-5, 1e-5, 1e-6, 0.1])
    [query] = uncertain_spans(lattice, Hypothesis.observed(lattice), probabilities)
    assert query.rows == (1, 2, 3, 6)

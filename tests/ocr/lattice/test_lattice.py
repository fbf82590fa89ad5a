"""The candidate lattice: slots, and all candidates as rows."""

from __future__ import annotations

from align.ocr.lattice.candidate import OBSERVED, UNPROPOSED, Candidate
from align.ocr.lattice.lattice import CandidateLattice
from align.ocr.lattice.slot import Slot
from align.text.token import tokenize

LATTICE = CandidateLattice(
    [tokenize("об яснял"), tokenize("38")],
    (
        Slot(
            0,
            0,
            (
                Candidate(0, 1, "об", OBSERVED),
                Candidate(0, 2, "объяснял", "join"),
                Candidate(0, 1, "", "delete"),
                Candidate(0, 1, "об", UNPROPOSED),
            ),
        ),
        Slot(
            0,
            1,
            (
                Candidate(1, 2, "яснял", OBSERVED),
                Candidate(0, 2, "объяснял", "join"),
                Candidate(1, 2, "яснял", UNPROPOSED),
            ),
        ),
        Slot(1, 0, (Candidate(0, 1, "38", OBSERVED),)),
    ),
)


def test_rows_count_the_candidates_of_all_slots() -> None:
    """Slot after slot, each row with its slot."""
    assert len(LATTICE) == 8
    assert LATTICE.starts.tolist() == [0, 4, 7, 8]
    assert LATTICE.slot_of.tolist() == [0, 0, 0, 0, 1, 1, 1, 2]
    assert [LATTICE.slots[number] for number in LATTICE.slot_of] == [slot for slot, _ in LATTICE.candidates]
    assert LATTICE.slot_numbers == {(0, 0): 0, (0, 1): 1, (1, 0): 2}
    assert LATTICE.unproposed.nonzero()[0].tolist() == [3, 6]


def test_a_candidate_competes_with_the_text_that_it_would_replace() -> None:
    """One token, or several with a space between them."""
    joined = "об яснял"
    assert LATTICE.observed_texts == ["об", joined, "об", "об", "яснял", joined, "яснял", "38"]
    assert [LATTICE.token(slot).text for slot in LATTICE.slots] == ["об", "яснял", "38"]


def test_a_deletion_and_the_unproposed_candidate_have_no_word() -> None:
    """Candidates of several tokens are compared with no deletion."""
    assert LATTICE.rows_without_word(0) == [2, 3]
    assert LATTICE.rows_without_word(4) == [6]
    assert LATTICE.rows_without_word(1) == []

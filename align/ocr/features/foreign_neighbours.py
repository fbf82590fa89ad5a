"""Words of the translation that stand beside each other in the original too, in their own letters."""

from __future__ import annotations

from collections.abc import Sequence

from align.ocr.candidates.generators.foreign_words import own_forms
from align.ocr.lattice.candidate import Candidate
from align.ocr.lattice.lattice import CandidateLattice
from align.ocr.lattice.slot import Slot
from align.text.token import parse


def adjacent_matches(
    lattice: CandidateLattice, slot: Slot, candidate: Candidate, target_words: Sequence[str]
) -> int:
    """On how many sides (0-2) the next token may be the word that is next to it in the translation."""
    own = parse(candidate.text).core
    places = [at for at, word in enumerate(target_words) if own in own_forms(word)]
    found = 0
    for step in (-1, 1):
        beside = (at + step for at in places if 0 <= at + step < len(target_words))
        forms = {form for at in beside for form in own_forms(target_words[at])}
        found += not forms.isdisjoint(_foreign_words(lattice, slot.sentence, slot.position + step))
    return found


def _foreign_words(lattice: CandidateLattice, sentence: int, position: int) -> set[str]:
    """The words of the translation's alphabet that a token may be."""
    number = lattice.slot_numbers.get((sentence, position))
    if number is None:
        return set()
    candidates = lattice.slots[number].candidates
    return {parse(candidate.text).core for candidate in candidates if candidate.rule == "foreign"}

"""The candidate lattice of one side: tokens, slots, and all candidates as rows of arrays."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from align.ocr.lattice.candidate import OBSERVED, UNPROPOSED, Candidate
from align.ocr.lattice.slot import Slot
from align.text.token import Token


@dataclass(frozen=True, eq=False)
class CandidateLattice:
    """All slots of one side, in order.

    ``sentences``: the tokens of each sentence, in today's spelling. A *row* is the number of a candidate when
    the candidates of all slots are counted through, slot after slot. ``printed``: the tokens as they are
    printed, where the page is in an old spelling; else ``None``.
    """

    sentences: Sequence[tuple[Token, ...]]
    slots: Sequence[Slot]
    printed: Sequence[tuple[Token, ...]] | None = None

    def __len__(self) -> int:
        """Number of candidates of all slots."""
        return len(self.candidates)

    @cached_property
    def candidates(self) -> list[tuple[Slot, Candidate]]:
        """For each row its slot and its candidate."""
        return [(slot, candidate) for slot in self.slots for candidate in slot.candidates]

    @cached_property
    def observed_texts(self) -> list[str]:
        """For each row the observed text of the tokens that the candidate would replace."""
        return self._texts_of(self.sentences)

    @cached_property
    def printed_pairs(self) -> list[tuple[str, str]]:
        """For each row the text of the candidate and the observed text, both as the page prints them."""
        printed = self.observed_texts if self.printed is None else self._texts_of(self.printed)
        own = (candidate.printed_text for _, candidate in self.candidates)
        return list(zip(own, printed, strict=True))

    def _texts_of(self, sentences: Sequence[tuple[Token, ...]]) -> list[str]:
        """For each row the text, in these sentences, of the tokens that the candidate would replace."""
        found: list[str] = []
        for slot in self.slots:
            tokens, at = sentences[slot.sentence], slot.position
            own = tokens[at].text
            found += [
                own if one.start == at and one.stop == at + 1 else _joined(tokens[one.start : one.stop])
                for one in slot.candidates
            ]
        return found

    @cached_property
    def distinct_texts(self) -> tuple[list[str], NDArray[np.int64], NDArray[np.int64]]:
        """The different texts of the contested rows; of each such row the numbers of two of them.

        The first is that of the candidate (of the observed text where no text is proposed), the second that
        of the observed text.
        """
        numbers: dict[str, int] = {}
        new, old = list[int](), list[int]()
        for row in self.contested.tolist():
            candidate, observed = self.candidates[row][1], self.observed_texts[row]
            text = observed if candidate.rule in (OBSERVED, UNPROPOSED) else candidate.text
            new.append(numbers.setdefault(text, len(numbers)))
            old.append(numbers.setdefault(observed, len(numbers)))
        return list(numbers), np.array(new, np.int64), np.array(old, np.int64)

    @cached_property
    def rules(self) -> NDArray[np.str_]:
        """For each row the name of the rule that generated its candidate."""
        return np.array([candidate.rule for _, candidate in self.candidates], dtype=np.str_)

    @cached_property
    def starts(self) -> NDArray[np.int64]:
        """The first row of each slot, and one more entry: the number of rows."""
        return np.cumsum([0, *(len(slot.candidates) for slot in self.slots)])

    @cached_property
    def slot_of(self) -> NDArray[np.int64]:
        """The number of the slot of each row."""
        return np.repeat(np.arange(len(self.slots)), np.diff(self.starts))

    @cached_property
    def open_slots(self) -> NDArray[np.bool_]:
        """Which slots have a candidate beside the observed text, shape ``(n_slots,)``."""
        return np.diff(self.starts) > 1

    @cached_property
    def contested(self) -> NDArray[np.int64]:
        """The rows of the slots that have several candidates; the features of others are 0."""
        return np.flatnonzero(self.open_slots[self.slot_of])

    @cached_property
    def unproposed(self) -> NDArray[np.bool_]:
        """Which rows stand for any text that no rule generated."""
        return np.asarray(self.rules == UNPROPOSED, dtype=bool)

    @cached_property
    def slot_numbers(self) -> dict[tuple[int, int], int]:
        """Sentence and position -> number of the slot."""
        return {(slot.sentence, slot.position): number for number, slot in enumerate(self.slots)}

    def token(self, slot: Slot) -> Token:
        """The observed token at a slot."""
        return self.sentences[slot.sentence][slot.position]

    def observed_text(self, candidate: Candidate, sentence: int) -> str:
        """The observed text of the tokens that a candidate would replace."""
        return _joined(self.sentences[sentence][candidate.start : candidate.stop])

    def printed_tokens(self, sentence: int) -> tuple[Token, ...]:
        """The observed tokens of a sentence as they are printed."""
        return (self.sentences if self.printed is None else self.printed)[sentence]

    def printed_text(self, candidate: Candidate, sentence: int) -> str:
        """The observed text, as it is printed, of the tokens that a candidate would replace."""
        return _joined(self.printed_tokens(sentence)[candidate.start : candidate.stop])

    def taken(self, kept: NDArray[np.bool_]) -> CandidateLattice:
        """The lattice of some candidates alone, among them the observed text of each slot."""
        left = iter(kept.tolist())
        slots = [
            replace(slot, candidates=tuple(one for one in slot.candidates if next(left)))
            for slot in self.slots
        ]
        return CandidateLattice(self.sentences, slots, self.printed)

    def rows_without_word(self, row: int) -> list[int]:
        """The rows of a slot whose candidate is no word, or is unproposed.

        Args:
            row: Any row of the slot.

        Returns:
            Their numbers; none where the candidate of ``row`` replaces several tokens.
        """
        slot, candidate = self.candidates[row]
        if candidate.stop - candidate.start > 1:
            return []
        number = self.slot_numbers[slot.sentence, candidate.start]
        rows = enumerate(self.slots[number].candidates, int(self.starts[number]))
        return [row for row, own in rows if own.rule == UNPROPOSED or not own.text]


def _joined(tokens: Sequence[Token]) -> str:
    """The text of tokens, a space between two."""
    return tokens[0].text if len(tokens) == 1 else " ".join(token.text for token in tokens)

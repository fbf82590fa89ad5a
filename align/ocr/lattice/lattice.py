"""One side of a document as the detector sees it: chunks and the readings of each."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from align.lang.folding import fold
from align.lang.lexicon import Lexicon
from align.ocr.candidates.lookup import LookupQuery
from align.ocr.lattice.candidate import UNPROPOSED, Candidate
from align.text.token import Token


@dataclass(frozen=True, slots=True)
class Slot:
    """A chunk of a sentence with all it may say; ``readings[0]`` is what was read."""

    sentence: int
    position: int
    candidates: tuple[Candidate, ...]


@dataclass(frozen=True)
class FeatureCache:
    """What was found out about a side when it was read first, and need not be again.

    ``near``: forms near to each query. ``measured``: for each text, the evidence of its form alone.
    """

    near: dict[LookupQuery, list[str]] = field(default_factory=dict)
    measured: dict[str, tuple[float, ...]] = field(default_factory=dict)


@dataclass(frozen=True, eq=False)
class CandidateLattice:
    """All sites of one side, in order.

    ``sentences``: the chunks of each sentence. ``partners``: for each sentence the words of its translation.
    """

    sentences: Sequence[tuple[Token, ...]]
    slots: Sequence[Slot]
    lexicon: Lexicon
    target_words: Sequence[tuple[str, ...]]
    cache: FeatureCache = field(default_factory=FeatureCache)

    @cached_property
    def candidates(self) -> list[tuple[Slot, Candidate]]:
        """Every reading of every site, site after site."""
        return [(site, reading) for site in self.slots for reading in site.candidates]

    @cached_property
    def observed_texts(self) -> list[str]:
        """For each reading what was read where it would stand."""
        return [self.observed_text(reading, site.sentence) for site, reading in self.candidates]

    @cached_property
    def starts(self) -> NDArray[np.int64]:
        """Where each site's readings begin in :attr:`readings`; one more entry for their end."""
        return np.cumsum([0, *(len(site.candidates) for site in self.slots)])

    @cached_property
    def slot_of(self) -> NDArray[np.int64]:
        """The site's number of each reading."""
        return np.repeat(np.arange(len(self.slots)), np.diff(self.starts))

    @cached_property
    def changed(self) -> NDArray[np.bool_]:
        """Which readings differ from what was read."""
        return np.array([reading.changed for _, reading in self.candidates], dtype=bool)

    @cached_property
    def unproposed(self) -> NDArray[np.bool_]:
        """Which readings stand for something nobody proposed."""
        return np.array([reading.rule == UNPROPOSED for _, reading in self.candidates], dtype=bool)

    @cached_property
    def slot_numbers(self) -> dict[tuple[int, int], int]:
        """Sentence and chunk -> number of the site."""
        return {(site.sentence, site.position): number for number, site in enumerate(self.slots)}

    @cached_property
    def target_numbers(self) -> list[frozenset[str]]:
        """For each sentence the runs of digits in its translation."""
        return [
            frozenset(n for word in words for n in re.findall(r"\d+", word)) for words in self.target_words
        ]

    @cached_property
    def counts(self) -> Counter[str]:
        """How often each folded core occurs on this side."""
        return Counter(fold(chunk.core) for chunks in self.sentences for chunk in chunks if chunk.core)

    @cached_property
    def suspicious(self) -> NDArray[np.float64]:
        """Per site: 1 where what was read is no known word, number or usual mark."""
        return np.array([self._doubt(site) for site in self.slots], dtype=np.float64)

    def _doubt(self, site: Slot) -> float:
        from align.ocr.lattice import marks

        chunk = self.sentences[site.sentence][site.position]
        if marks.odd_marks(chunk.lead, chunk.core, chunk.trail):
            return 1.0
        return float(any(map(str.isalpha, chunk.core)) and not self.lexicon.knows(chunk.core))

    def observed_text(self, reading: Candidate, sentence: int) -> str:
        """What was read where this reading would stand."""
        chunks = self.sentences[sentence][reading.start : reading.stop]
        if len(chunks) == 1:
            return chunks[0].text
        return " ".join(chunk.text for chunk in chunks)


def rows_without_word(page: CandidateLattice, row: int) -> list[int]:
    """The rows of a single chunk's readings that stand for no word, or for one that nobody proposed.

    They are set against a common word. ``row``: of any reading of the chunk; of a longer one there are none.
    """
    site, reading = page.candidates[row]
    if reading.stop - reading.start > 1:
        return []
    number = page.slot_numbers[site.sentence, reading.start]
    rows = enumerate(page.slots[number].candidates, int(page.starts[number]))
    return [row for row, own in rows if own.rule == UNPROPOSED or not own.text]

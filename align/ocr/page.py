"""One side of a document as the detector sees it: chunks and the readings of each."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from align.ocr.candidates import Query
from align.ocr.lexicon import Lexicon
from align.ocr.reading import OTHER, Reading
from align.ocr.tokens import Chunk, fold


@dataclass(frozen=True, slots=True)
class Site:
    """A chunk of a sentence with all it may say; ``readings[0]`` is what was read."""

    sentence: int
    at: int
    readings: tuple[Reading, ...]


@dataclass(frozen=True)
class Memory:
    """What was found out about a side when it was read first, and need not be again.

    ``near``: forms near to each query. ``measured``: for each text, the evidence of its form alone.
    """

    near: dict[Query, list[str]] = field(default_factory=dict)
    measured: dict[str, tuple[float, ...]] = field(default_factory=dict)


@dataclass(frozen=True, eq=False)
class Page:
    """All sites of one side, in order.

    ``sentences``: the chunks of each sentence. ``partners``: for each sentence the words of its translation.
    """

    sentences: Sequence[tuple[Chunk, ...]]
    sites: Sequence[Site]
    lexicon: Lexicon
    partners: Sequence[tuple[str, ...]]
    memory: Memory = field(default_factory=Memory)

    @cached_property
    def readings(self) -> list[tuple[Site, Reading]]:
        """Every reading of every site, site after site."""
        return [(site, reading) for site in self.sites for reading in site.readings]

    @cached_property
    def observations(self) -> list[str]:
        """For each reading what was read where it would stand."""
        return [self.observed(reading, site.sentence) for site, reading in self.readings]

    @cached_property
    def starts(self) -> NDArray[np.int64]:
        """Where each site's readings begin in :attr:`readings`; one more entry for their end."""
        return np.cumsum([0, *(len(site.readings) for site in self.sites)])

    @cached_property
    def site_of(self) -> NDArray[np.int64]:
        """The site's number of each reading."""
        return np.repeat(np.arange(len(self.sites)), np.diff(self.starts))

    @cached_property
    def changed(self) -> NDArray[np.bool_]:
        """Which readings differ from what was read."""
        return np.array([reading.changed for _, reading in self.readings], dtype=bool)

    @cached_property
    def others(self) -> NDArray[np.bool_]:
        """Which readings stand for something nobody proposed."""
        return np.array([reading.rule == OTHER for _, reading in self.readings], dtype=bool)

    @cached_property
    def numbers(self) -> dict[tuple[int, int], int]:
        """Sentence and chunk -> number of the site."""
        return {(site.sentence, site.at): number for number, site in enumerate(self.sites)}

    @cached_property
    def partner_numbers(self) -> list[frozenset[str]]:
        """For each sentence the runs of digits in its translation."""
        return [frozenset(n for word in words for n in re.findall(r"\d+", word)) for words in self.partners]

    @cached_property
    def counts(self) -> Counter[str]:
        """How often each folded core occurs on this side."""
        return Counter(fold(chunk.core) for chunks in self.sentences for chunk in chunks if chunk.core)

    @cached_property
    def doubts(self) -> NDArray[np.float64]:
        """Per site: 1 where what was read is no known word, number or usual mark."""
        return np.array([self._doubt(site) for site in self.sites], dtype=np.float64)

    def _doubt(self, site: Site) -> float:
        from align.ocr import marks

        chunk = self.sentences[site.sentence][site.at]
        if marks.odd(chunk.lead, chunk.core, chunk.trail):
            return 1.0
        return float(any(map(str.isalpha, chunk.core)) and not self.lexicon.knows(chunk.core))

    def observed(self, reading: Reading, sentence: int) -> str:
        """What was read where this reading would stand."""
        chunks = self.sentences[sentence][reading.start : reading.stop]
        if len(chunks) == 1:
            return chunks[0].text
        return " ".join(chunk.text for chunk in chunks)


def wordless(page: Page, row: int) -> list[int]:
    """The rows of a single chunk's readings that stand for no word, or for one that nobody proposed.

    They are set against a common word. ``row``: of any reading of the chunk; of a longer one there are none.
    """
    site, reading = page.readings[row]
    if reading.stop - reading.start > 1:
        return []
    number = page.numbers[site.sentence, reading.start]
    rows = enumerate(page.sites[number].readings, int(page.starts[number]))
    return [row for row, own in rows if own.rule == OTHER or not own.text]

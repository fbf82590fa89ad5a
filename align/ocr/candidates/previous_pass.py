"""What an earlier pass over the same sentences found."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from align.ocr.candidates.lookup_query import LookupQuery
from align.ocr.doubt.token_reading import SentenceReading, TokenReading
from align.ocr.lattice.candidate import Candidate


@dataclass(frozen=True, eq=False)
class PreviousPass:
    """What an earlier pass over the same sentences found.

    ``texts``: the best text of each token of each sentence; its words are candidates for other tokens.
    ``certain``: sentence and position of the tokens that need no candidates. ``found``: forms within reach
    of each query, found with the channel of that pass. ``unlikely``: sentence and candidate of those that the
    pass found to be as good as impossible. ``readings``: how the engine that read the page read each token.
    """

    texts: Sequence[Sequence[str]] = ()
    certain: frozenset[tuple[int, int]] = frozenset()
    found: dict[LookupQuery, list[str]] = field(default_factory=dict)
    unlikely: frozenset[tuple[int, Candidate]] = frozenset()
    readings: Sequence[SentenceReading] = ()

    def reading(self, sentence: int, at: int) -> TokenReading | None:
        """How the engine read a token; ``None`` where it says nothing of it."""
        return self.readings[sentence][at] if self.readings else None

    def likely(self, sentence: int, candidates: Iterable[Candidate]) -> tuple[Candidate, ...]:
        """The candidates of a token without those that are unlikely."""
        return tuple(candidate for candidate in candidates if (sentence, candidate) not in self.unlikely)

"""The uncertain places of one pass, found once for all feature groups that score them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from align.ocr.features.mark_queries import MarkQuery, changed_marks
from align.ocr.features.matrix import Values
from align.ocr.features.span_queries import SpanQuery, isolated_marks, uncertain_spans
from align.ocr.lattice.hypothesis import Hypothesis
from align.ocr.lattice.lattice import CandidateLattice
from align.ocr.lm.cloze import ClozeLm, EncodedSentence


@dataclass(frozen=True, eq=False)
class PassQueries:
    """Queries about the lattice, by the text and the probabilities that the pass before gave."""

    lattice: CandidateLattice
    hypothesis: Hypothesis
    probabilities: Values
    cloze: ClozeLm | None

    @cached_property
    def spans(self) -> tuple[SpanQuery, ...]:
        """The uncertain spans, each with its likeliest candidates that are words."""
        return tuple(uncertain_spans(self.lattice, self.hypothesis, self.probabilities))

    @cached_property
    def for_cloze(self) -> tuple[SpanQuery, ...]:
        """The same and the uncertain marks that stand alone and may have been a word."""
        isolated = isolated_marks(self.lattice, self.hypothesis, self.probabilities)
        return (*self.spans, *isolated)

    @cached_property
    def marks(self) -> tuple[MarkQuery, ...]:
        """The uncertain marks behind words."""
        return tuple(changed_marks(self.lattice, self.probabilities))

    @cached_property
    def encoded_sentences(self) -> Mapping[int, EncodedSentence]:
        """The sentences of the queries, encoded by the cloze model; none without that model."""
        if self.cloze is None:
            return {}
        spans = {query.sentence for query in self.for_cloze}
        numbers = sorted(spans | {query.sentence for query in self.marks})
        texts = [self.hypothesis.sentences[number] for number in numbers]
        return dict(zip(numbers, self.cloze.encode(texts), strict=True))

"""The best text so far."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from align.ocr.lattice.lattice import CandidateLattice
from align.text.word_tokens import word_tokens


@dataclass(frozen=True, eq=False)
class Hypothesis:
    """``texts``: for each sentence the text at each token; empty where a token joins the one before."""

    texts: Sequence[Sequence[str]]

    @classmethod
    def observed(cls, lattice: CandidateLattice) -> Hypothesis:
        """The text as the OCR gave it."""
        return cls([[token.text for token in sentence] for sentence in lattice.sentences])

    @cached_property
    def word_tokens(self) -> list[list[list[str]]]:
        """For each sentence and token: its words, numbers and marks."""
        return [[word_tokens(text) for text in sentence] for sentence in self.texts]

    @cached_property
    def sentences(self) -> list[list[str]]:
        """For each sentence all its words, numbers and marks, in order."""
        return [[word for words in sentence for word in words] for sentence in self.word_tokens]

    def changed_sentences(self, other: Hypothesis) -> frozenset[int]:
        """Numbers of the sentences whose text differs from that of another hypothesis."""
        pairs = enumerate(zip(self.texts, other.texts, strict=True))
        return frozenset(number for number, (new, old) in pairs if list(new) != list(old))

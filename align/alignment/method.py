"""What carries an alignment: the vectors of an encoder, or what translations write alike, and lengths."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from align.alignment.bead import Bead
from align.alignment.encoder_knows import EncoderKnowledge, measured
from align.alignment.features.document_pair import DocumentPair, EncodedSide
from align.alignment.path_score import path_score
from align.alignment.spelling import SpellingEncoder
from align.alignment.weights import Weights

MAX_LOSS = 0.35
"""Nats a sentence by which the alignment of the vectors may be the worse one for both models together.

Where nearness decided nothing, it was at most .20 for 16 known texts and parts of texts (free translations
from Chinese), and .53 at least for 14 others.
"""


@dataclass(frozen=True, eq=False)
class Method:
    """How a text is aligned.

    Attributes:
        encoded: the text, with the vectors of the encoder.
        pair: the same, with the vectors that are compared.
        weights: of the features of these vectors.
    """

    encoded: DocumentPair
    pair: DocumentPair
    weights: Weights

    @classmethod
    def by_vectors(cls, pair: DocumentPair) -> Method:
        """By the vectors of the encoder."""
        return cls(pair, pair, Weights.fitted())

    @classmethod
    def by_spelling(cls, pair: DocumentPair, max_bead: int) -> Method:
        """By what both sides write alike, and by lengths."""
        encoder = SpellingEncoder.of(pair.source.sentences, pair.target.sentences)
        source, target = (
            EncodedSide.of(side.sentences, encoder.encode(side.sentences), max_bead)
            for side in (pair.source, pair.target)
        )
        return cls(pair, DocumentPair(source, target, encoder, pair.ratio), Weights.of_spelling())

    def part(self, source: range, target: range, max_bead: int) -> Method:
        """The same for some consecutive sentences of both sides."""
        encoded = self.encoded.part(source, target, max_bead)
        same = self.pair is self.encoded
        return Method(encoded, encoded if same else self.pair.part(source, target, max_bead), self.weights)


def best_beads(
    pair: DocumentPair, align: Callable[[Method], Sequence[Bead]], max_bead: int
) -> tuple[Sequence[Bead], EncoderKnowledge | None]:
    """The beads by the vectors of the encoder where these say enough, else by spelling and lengths.

    Where their nearness is in between, both alignments are made, and each is judged by the other's model:
    what the vectors pair in a language that they do not know has lengths and names that contradict it, while
    they find nothing wrong with the other alignment.

    Args:
        pair: the text, with the vectors of the encoder.
        align: aligns a text by a method.
        max_bead: sentences that a bead may hold on one side.

    Returns:
        The beads, and what the vectors show where they did not carry the alignment.
    """
    knowledge = measured(pair)
    by_vectors = Method.by_vectors(pair)
    if knowledge.surely_known:
        return align(by_vectors), None
    by_spelling = Method.by_spelling(pair, max_bead)
    spelled = align(by_spelling)
    if knowledge.surely_unknown:
        return spelled, knowledge
    found = align(by_vectors)
    loss = sum(
        path_score(one.pair, spelled, one.weights) - path_score(one.pair, found, one.weights)
        for one in (by_vectors, by_spelling)
    )
    sentences = (len(pair.source.sentences) + len(pair.target.sentences)) / 2
    return (found, None) if loss <= MAX_LOSS * sentences else (spelled, knowledge)

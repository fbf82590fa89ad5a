"""What carries an alignment: the vectors of an encoder, or what translations write alike, and lengths."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from align.alignment.bead import Bead
from align.alignment.encoder_knows import EncoderKnowledge, measured
from align.alignment.features.document_pair import DocumentPair, EncodedSide
from align.alignment.path_score import path_score
from align.alignment.spelling import SpellingEncoder
from align.alignment.weights import Weights

MAX_LOSS = 0.2
"""Nats a sentence by which the alignment of the vectors may be the worse one for both models together.

Where nearness decided nothing, it was at most .08 for 16 known texts and parts of texts (free translations
from Chinese). For others it was up to 1.7, and less where both alignments were about as good.
"""


@dataclass(frozen=True, eq=False)
class FittedWeights:
    """The weights for each kind of vectors; those of the package, unless others are given.

    Attributes:
        encoded: for the vectors of an encoder.
        spelling: for those of the spelling.
    """

    encoded: Weights = field(default_factory=Weights.fitted)
    spelling: Weights = field(default_factory=Weights.of_spelling)


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

    def part(self, source: range, target: range, max_bead: int) -> Method:
        """The same for some consecutive sentences of both sides."""
        encoded = self.encoded.selected(source, target, max_bead)
        same = self.pair is self.encoded
        return Method(
            encoded, encoded if same else self.pair.selected(source, target, max_bead), self.weights
        )


def spelled(source: Sequence[str], target: Sequence[str], max_bead: int) -> DocumentPair:
    """A text with the vectors of what both sides write alike."""
    encoder = SpellingEncoder.of(source, target)
    one, other = (EncodedSide.of(side, encoder.encode(side), max_bead) for side in (source, target))
    return DocumentPair.of(one, other, encoder)


def best_beads(
    pair: DocumentPair,
    align: Callable[[Method], Sequence[Bead]],
    max_bead: int,
    weights: FittedWeights,
) -> tuple[Sequence[Bead], EncoderKnowledge | None]:
    """The beads by the vectors of the encoder where these say enough, else by spelling and lengths.

    Where their nearness is in between, both alignments are made, and each is judged by the other's model:
    what the vectors pair in a language that they do not know has lengths and names that contradict it, while
    they find nothing wrong with the other alignment.

    Args:
        pair: the text, with the vectors of the encoder.
        align: aligns a text by a method.
        max_bead: sentences that a bead may hold on one side.
        weights: for both kinds of vectors.

    Returns:
        The beads, and what the vectors show where they did not carry the alignment.
    """
    knowledge = measured(pair)
    by_vectors = Method(pair, pair, weights.encoded)
    if knowledge.surely_known:
        return align(by_vectors), None
    texts = spelled(pair.source.sentences, pair.target.sentences, max_bead)
    by_spelling = Method(pair, texts, weights.spelling)
    by_lengths = align(by_spelling)
    if knowledge.surely_unknown:
        return by_lengths, knowledge
    found = align(by_vectors)
    loss = sum(
        path_score(one.pair, by_lengths, one.weights) - path_score(one.pair, found, one.weights)
        for one in (by_vectors, by_spelling)
    )
    sentences = (len(pair.source.sentences) + len(pair.target.sentences)) / 2
    return (found, None) if loss <= MAX_LOSS * sentences else (by_lengths, knowledge)

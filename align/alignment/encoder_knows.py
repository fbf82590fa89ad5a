"""Whether an encoder knows the languages of a text, measured on the text itself.

The vectors of sentences in a language that an encoder was not trained on hardly differ from each other: they
share what is usual in that language. So a sentence is nearer to any other sentence of its own side than to
its translation, which in known languages is the other way round.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from align.alignment.features.document_pair import DocumentPair, EncodedSide
from align.alignment.whitening import distinct_sentences

SURELY_UNKNOWN, SURELY_KNOWN = 0.05, 0.35
"""Nearness up to which the vectors say too little, and from which they say enough.

Of 648 texts and parts of texts (12 sentences and more) in languages that the embedded encoder knows, the
least was .09 (dialogues in a free translation from Chinese), of whole texts .25. Of news in 40 languages that
it does not know (some 90 sentences, with English), all but Lao, Maltese and Azerbaijani (.13 to .22) had less
than .05; those near a known language, as Ukrainian or Catalan, had .3 to .7, and their vectors say enough.
"""

USUAL_NEARNESS, USUAL_WEIGHT = 0.45, 2
"""Nearness of translations in known languages, and how many pairs of sentences it weighs as much as: a few
sentences show little, and most texts are in languages that their encoder knows."""


@dataclass(frozen=True)
class EncoderKnowledge:
    """How near translations are in an encoder's vectors.

    Attributes:
        partners: mean cosine of sentences that may translate each other, one to one.
        others: mean cosine of any two sentences of one side; of the two sides the greater.
        pairs: number of the former.

    Example:
        >>> EncoderKnowledge(partners=0.62, others=0.1, pairs=90).surely_known
        True
    """

    partners: float
    others: float
    pairs: int

    @property
    def nearness(self) -> float:
        """0 where partners are no nearer than other sentences, 1 where their vectors are equal."""
        found = (self.partners - self.others) / max(1 - self.others, 1e-9)
        return (self.pairs * found + USUAL_WEIGHT * USUAL_NEARNESS) / (self.pairs + USUAL_WEIGHT)

    @property
    def surely_known(self) -> bool:
        """Whether the vectors say enough to align by."""
        return self.nearness >= SURELY_KNOWN

    @property
    def surely_unknown(self) -> bool:
        """Whether the vectors say too little."""
        return self.nearness <= SURELY_UNKNOWN


def measured(pair: DocumentPair) -> EncoderKnowledge:
    """What the vectors of a text show.

    The pairs are those of the best monotone path, sentence by sentence: no other pairs are better.
    """
    source, target = pair.source, pair.target
    if not source.sentences or not target.sentences:
        return EncoderKnowledge(0.0, 0.0, 0)
    pairs = _pairs(pair.best_path)
    cosines = np.einsum("kd,kd->k", source.plain(pairs[:, 0]), target.plain(pairs[:, 1]))
    partners = float(cosines.mean()) if len(pairs) else 0.0
    return EncoderKnowledge(partners, max(map(_mean_cosine, (source, target))), len(pairs))


def _pairs(path: NDArray[np.int64]) -> NDArray[np.int64]:
    """The sentences that a path pairs one to one, shape ``(k, 2)``."""
    return np.asarray(path[:-1][(np.diff(path, axis=0) == 1).all(axis=1)])


def _mean_cosine(side: EncodedSide) -> float:
    """Of two sentences that are not equal; 0 where there are none."""
    vectors = side.plain(np.array(distinct_sentences(side.sentences)))
    count = len(vectors)
    total = vectors.sum(axis=0, dtype=np.float64)
    return float(total @ total - count) / max(count * (count - 1), 1)

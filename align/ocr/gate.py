"""Which tokens are right beyond doubt, by the token and its neighbours alone: they need no candidates.

Most words of most texts are right, and finding what else they may have been is what takes the time. A small
network, fitted by ``tools/fit_gate.py`` on what the whole decoder finds, gives the probability that it would
find an error; where that is small the decoder does not look.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import cache

import numpy as np
from numpy.typing import NDArray

from align.lang.lexicon import Lexicon
from align.ocr.doubt.token_reading import SentenceReading
from align.ocr.features.sight import sight_features
from align.ocr.lattice.suspicious import is_suspicious
from align.ocr.lm import NgramModel
from align.ocr.reranker import Kind, LogLinearReranker
from align.ocr.runtime.data import read
from align.text.token import Token, tokenize

MAX_ERROR = 0.002
"""Probability of an error below which a token is not looked at: of 9,319 errors that were shown, 9 are below
it where the weights were fitted without their text (``tools/fit_gate.py``)."""

SURE = 0.92
"""Confidence of the engine below which a word is looked at, whatever word it is."""


def eligible(sentences: Sequence[Sequence[Token]], lexicon: Lexicon) -> NDArray[np.bool_]:
    """Which tokens may be right beyond doubt: known words of letters that do not stand there twice.

    A capital inside a word is never beyond doubt, whatever word it is.
    """
    found = []
    for tokens in sentences:
        for at, token in enumerate(tokens):
            beside = {
                other.core.lower() for other in (*tokens[max(at - 1, 0) : at], *tokens[at + 1 : at + 2])
            }
            core = token.core
            cased = core.isalpha() and (core[1:].islower() or core.isupper() or len(core) == 1)
            known = cased and lexicon.knows(core)
            found.append(known and core.lower() not in beside and not is_suspicious(token, lexicon))
    return np.array(found, dtype=bool)


def certain_at_sight(
    texts: Sequence[str], lexicon: Lexicon, model: NgramModel | None, kind: Kind
) -> frozenset[tuple[int, int]]:
    """Sentence and position of the tokens that are right beyond doubt.

    Args:
        texts: The sentences.
        lexicon: The words of their language.
        model: Its n-gram model.
        kind: Of the text; none is certain where there are no weights for it.
    """
    weights = load(kind)
    sentences = [tokenize(text) for text in texts]
    if weights is None or not any(sentences):
        return frozenset()
    scores = weights.score(sight_features(sentences, lexicon, model))
    certain = (scores < np.log(MAX_ERROR / (1 - MAX_ERROR))) & eligible(sentences, lexicon)
    places = [(number, at) for number, tokens in enumerate(sentences) for at in range(len(tokens))]
    return frozenset(place for place, sure in zip(places, certain.tolist(), strict=True) if sure)


def doubted_places(readings: Sequence[SentenceReading]) -> frozenset[tuple[int, int]]:
    """Sentence and position of the tokens that the engine doubts so much that no word is beyond doubt.

    Args:
        readings: How it read the tokens of each sentence.
    """
    return frozenset(
        (number, at)
        for number, tokens in enumerate(readings)
        for at, token in enumerate(tokens)
        if token is not None and token.confidence is not None and token.confidence < SURE
    )


@cache
def load(kind: Kind) -> LogLinearReranker | None:
    """The shipped weights for a kind of text; ``None`` where there are none."""
    data = json.loads(read("gate.json"))
    return LogLinearReranker.from_json(data[kind]) if kind in data else None

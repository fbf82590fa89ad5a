"""Names and numbers of a bead that only a neighbouring sentence matches, not the other side of the bead."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import lru_cache

import numpy as np

from align.alignment.edges import Edges
from align.alignment.features.document_pair import Columns, DocumentPair
from align.names.similarity import likeness

NAME_OR_NUMBER = re.compile(r"\d{2,}|[^\W\d_]{3,}")
MIN_LIKENESS = 0.5
"""Likeness (fraction 0-1) from which two words are one name."""

Terms = tuple[str, ...]
"""The names and numbers of a sentence, each once."""


def unmatched_names(documents: DocumentPair, pairs: Edges) -> Columns:
    """The names and numbers of both sides that the sentences beside the other side match, and it does not.

    ``beside.left-behind``: the square root of their number, a rarer one counting more.
    """
    sides = [_terms(text.sentences) for text in (documents.source, documents.target)]
    rarities = [_rarity(side) for side in sides]
    found = []
    for start, stop in zip(pairs.start.tolist(), pairs.stop.tolist(), strict=True):
        total = 0.0
        for side, other in ((0, 1), (1, 0)):
            own = sides[side][start[side] : stop[side]]
            partner = sides[other][start[other] : stop[other]]
            adjacent = _adjacent(sides[other], start[other], stop[other])
            total += sum(rarities[side][term] for term in _unmatched(own, partner, adjacent))
        found.append(math.sqrt(total))
    return {"beside.left-behind": np.array(found, dtype=np.float64)}


def matching_terms(own: Sequence[str], other: Sequence[str]) -> int:
    """How many names and numbers of some sentences match one of the other side's sentences."""
    mine, theirs = (
        tuple(dict.fromkeys(term for terms in _terms(side) for term in terms)) for side in (own, other)
    )
    return len(_matched(mine, theirs))


def _unmatched(own: Sequence[Terms], partner: Sequence[Terms], adjacent: Sequence[Terms]) -> Iterable[str]:
    """The terms of a side that match adjacent sentences of the other side and not the partner."""
    for terms in own:
        matched = {term for sentence in adjacent for term in _matched(terms, sentence)}
        if matched:
            yield from matched.difference(*(_matched(terms, sentence) for sentence in partner))


def _adjacent(side: Sequence[Terms], start: int, stop: int) -> list[Terms]:
    """The sentence before ``start:stop`` and the one after it, where they exist."""
    return [side[at] for at in (start - 1, stop) if 0 <= at < len(side)]


@lru_cache(maxsize=1 << 16)
def _matched(terms: Terms, others: Terms) -> frozenset[str]:
    """The terms that match one of the others."""
    return frozenset(term for term in terms if any(_same_term(term, other) for other in others))


def _same_term(one: str, other: str) -> bool:
    """Equal, or two spellings of one name."""
    return one == other or (
        not one.isdigit() and not other.isdigit() and likeness(one, other) >= MIN_LIKENESS
    )


def _terms(sentences: Sequence[str]) -> list[Terms]:
    """Of each sentence, its numbers and capitalised words, each once."""
    return [
        tuple(
            dict.fromkeys(
                term for term in NAME_OR_NUMBER.findall(text) if term[0].isdigit() or term[0].isupper()
            )
        )
        for text in sentences
    ]


def _rarity(side: Sequence[Terms]) -> dict[str, float]:
    """Of each term: fraction 0-1, near 1 for one of a single sentence."""
    counts = Counter(term for terms in side for term in terms)
    most = math.log(len(side) + 1)
    return {term: max(math.log((len(side) + 1) / count) / most, 0.0) for term, count in counts.items()}

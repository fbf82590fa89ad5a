"""Words that a damaged word may have been, by the noisy channel over a language's forms."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from align.ocr.confusion import Channel
from align.ocr.lexicon import Lexicon

COMMON = 3.5
KEEP_UNKNOWN, KEEP_KNOWN = 14, 8
WEIGHT_OF_FREQUENCY = 1.2


@dataclass(frozen=True, slots=True)
class Query:
    """A folded string that was read for a word. ``doubted``: it is not known to be one."""

    text: str
    doubted: bool


def reach(query: Query, zipf: float) -> int:
    """The edit distance worth searching: further for longer words and for those not known."""
    length = len(query.text)
    if not query.doubted:
        return 2 if length >= 6 and zipf < COMMON else 1
    return 1 if length < 3 else 2 if length < 9 else 3


def search(
    queries: Iterable[Query], lexicon: Lexicon, channel: Channel, extra: Sequence[str] = ()
) -> Mapping[Query, tuple[str, ...]]:
    """For each query the likeliest forms, best first, itself left out.

    ``extra``: forms of the document, searched beside the lexicon's. The order is by the channel's cost and the
    form's frequency; all costs are found in one batch.
    """
    found = {query: _near(query, lexicon, extra) for query in dict.fromkeys(queries)}
    pairs = [(query, form) for query, forms in found.items() for form in forms]
    costs = channel.costs([form for _, form in pairs], [query.text for query, _ in pairs])
    zipfs = np.array([lexicon.frequencies.get(form, 2.0) for _, form in pairs], dtype=np.float32)
    scores = iter((costs - WEIGHT_OF_FREQUENCY * zipfs).tolist())
    ranked: dict[Query, tuple[str, ...]] = {}
    for query, forms in found.items():
        keep = KEEP_UNKNOWN if query.doubted else KEEP_KNOWN
        order = sorted(zip((next(scores) for _ in forms), forms, strict=True))
        ranked[query] = tuple(_known(order, lexicon, frozenset(extra), keep))
    return ranked


def _near(query: Query, lexicon: Lexicon, extra: Sequence[str]) -> list[str]:
    if len(query.text) >= lexicon.index.LONGEST:
        return []
    distance = reach(query, lexicon.zipf(query.text))
    forms = lexicon.index.near(query.text, distance)
    if not forms and query.doubted and len(query.text) >= 6:
        forms = lexicon.index.near(query.text, distance + 1)
    return [form for form in (*forms, *_close(query.text, extra, distance)) if form != query.text]


def _close(text: str, extra: Sequence[str], distance: int) -> list[str]:
    from rapidfuzz import process
    from rapidfuzz.distance import Levenshtein

    found = process.extract(text, extra, scorer=Levenshtein.distance, score_cutoff=distance, limit=None)
    return [form for form, _, _ in found]


def _known(
    ranked: Sequence[tuple[float, str]], lexicon: Lexicon, extra: frozenset[str], keep: int
) -> Iterable[str]:
    """The first ``keep`` that a dictionary knows: frequency lists hold slips of the pen too."""
    seen: set[str] = set()
    for _, form in ranked:
        if len(seen) >= keep:
            return
        if form not in seen and (form in extra or lexicon.knows(form)):
            seen.add(form)
            yield form


def doubted(word: str, lexicon: Lexicon) -> bool:
    """Whether a word is unknown, or so rare or short that it may be a misreading."""
    zipf, known = lexicon.look_up(word)
    return not known or zipf < 2.0 or (len(word) < 4 and zipf < 4.5)

"""The forms that a misread word may have been, by the noisy channel over the forms of a language."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import islice, product

import numpy as np

from align.lang.lexicon import Lexicon
from align.ocr.candidates.channel_index import FREQUENCY_WEIGHT
from align.ocr.candidates.edit_index import EditIndex
from align.ocr.candidates.form_indexes import FormIndexes
from align.ocr.candidates.lookup_query import LookupQuery
from align.ocr.channel.channel import Channel
from align.ocr.channel.engines import prior_channel

COMMON = 3.5
KEEP_UNKNOWN, KEEP_SHORT, KEEP_KNOWN = 14, 30, 8
PART_CHOICES = 5
MAX_DISTANCE, MAX_JOINED_DISTANCE = 2, 1
"""Edits of the forms that are searched whatever these edits cost; for two tokens taken for one word, whose
space is an error by itself."""
CHANNEL_CANDIDATES = 12
"""Forms of a doubtful word, which may be more edits away, that are searched by channel cost."""
UNSEEN_ZIPF = 2.0
"""Zipf frequency that forms which no list has share."""
LONG, VERY_LONG = 6, 9
"""Letters from which an edit more is allowed: to words of the same document; where none is nearer."""

KEPT_QUERIES = 1 << 14
"""Queries whose forms are kept for the next documents."""

PARADIGM_WORDS = 4
"""The nearest known forms whose whole paradigm is tried."""


def max_edit_distance(query: LookupQuery, zipf: float) -> int:
    """The edit distance to search: further for words that are rare or unknown."""
    length = len(query.text)
    if not query.doubtful:
        return MAX_DISTANCE if length >= 5 and zipf < COMMON else 1
    return 1 if length < 3 else MAX_DISTANCE


def search(
    queries: Iterable[LookupQuery],
    indexes: FormIndexes,
    channel: Channel,
    extra: Sequence[str] = (),
    found: dict[LookupQuery, list[str]] | None = None,
) -> Mapping[LookupQuery, tuple[str, ...]]:
    """For each query the likeliest forms, best first, without the query itself.

    Args:
        queries: Folded strings.
        indexes: The forms of the language.
        channel: Its cost and the frequency of a form give the order; all costs are computed in one batch.
        extra: Forms of the document, searched beside those of the language.
        found: Forms of earlier queries, found with the channel of an earlier pass; new ones are
            added.
    """
    memory, lexicon = {} if found is None else found, indexes.lexicon
    wanted = list(dict.fromkeys(queries))
    document = frozenset(extra)
    near: dict[LookupQuery, list[str]] = {}
    for query in (*wanted, *_parts(wanted, lexicon)):
        if query not in memory:
            memory[query] = _within_distance(query, indexes, channel)
        near[query] = _near_document_words(query, extra)
    alone = [query for query, own in near.items() if not own and document.isdisjoint(memory[query])]
    ranked = _ranked_alone({query: memory[query] for query in alone}, indexes, channel)
    whole = {
        query: list(dict.fromkeys((*memory[query], *own)))
        for query, own in near.items()
        if query not in ranked
    }
    ranked |= _ranked(whole, lexicon, channel, document)
    hyphened = [query for query in wanted if _hyphened(query) and not ranked[query]]
    compounds = {query: _compounds(query, ranked, lexicon) for query in hyphened}
    made = frozenset(form for forms in compounds.values() for form in forms)
    return ranked | _ranked(compounds, lexicon, channel, made)


def _ranked_alone(
    found: Mapping[LookupQuery, list[str]], indexes: FormIndexes, channel: Channel
) -> dict[LookupQuery, tuple[str, ...]]:
    """The likeliest forms of queries near which the document has no word.

    By the channel of unknown documents they are the same in every document, and kept.
    """
    if channel is not prior_channel():
        return _ranked(found, indexes.lexicon, channel, frozenset())
    kept = indexes.ranked
    new = {query: forms for query, forms in found.items() if query not in kept}
    ranked = {query: kept[query] for query in found if query in kept}
    if len(kept) > KEPT_QUERIES:
        kept.clear()
    kept |= (made := _ranked(new, indexes.lexicon, channel, frozenset()))
    return ranked | made


def _ranked(
    found: Mapping[LookupQuery, list[str]], lexicon: Lexicon, channel: Channel, extra: frozenset[str]
) -> dict[LookupQuery, tuple[str, ...]]:
    pairs = [(query, form) for query, forms in found.items() for form in forms]
    costs = channel.batch_costs([form for _, form in pairs], [query.text for query, _ in pairs])
    zipfs = np.array([lexicon.zipf_of(form) or UNSEEN_ZIPF for _, form in pairs], dtype=np.float32)
    scores = iter((costs - FREQUENCY_WEIGHT * zipfs).tolist())
    ranked: dict[LookupQuery, tuple[str, ...]] = {}
    for query, forms in found.items():
        keep = KEEP_KNOWN if not query.doubtful else KEEP_SHORT if len(query.text) < 4 else KEEP_UNKNOWN
        order = sorted(zip((next(scores) for _ in forms), forms, strict=True))
        ranked[query] = tuple(_known(order, lexicon, extra, keep))
    return ranked


def _hyphened(query: LookupQuery) -> bool:
    """Whether a query may be a compound; one with a space is none."""
    return "-" in query.text and " " not in query.text


def _parts(queries: Iterable[LookupQuery], lexicon: Lexicon) -> list[LookupQuery]:
    """The parts of doubtful compounds, to be searched one by one."""
    whole = (query for query in queries if query.doubtful and _hyphened(query))
    parts = (part for query in whole for part in query.text.split("-")[:4])
    return [part_query(part, lexicon) for part in dict.fromkeys(parts) if part]


def part_query(part: str, lexicon: Lexicon) -> LookupQuery:
    """The query for one part of a compound."""
    return LookupQuery(part, is_doubtful(part, lexicon))


def _compounds(
    query: LookupQuery, ranked: Mapping[LookupQuery, tuple[str, ...]], lexicon: Lexicon
) -> list[str]:
    """Compounds of each part as it is, where it is known, or of its likeliest forms."""
    parts = [part for part in query.text.split("-")[:4] if part]
    choices = [
        [*([part] if lexicon.knows(part) else []), *ranked.get(part_query(part, lexicon), ())[:PART_CHOICES]]
        for part in parts
    ]
    joined = ("-".join(choice) for choice in product(*choices))
    return [form for form in joined if form != query.text]


def _within_distance(query: LookupQuery, indexes: FormIndexes, channel: Channel) -> list[str]:
    """The forms that may have been read as a query; those of unknown documents are kept."""
    if channel is not prior_channel():
        return _searched(query, indexes, channel)
    kept = indexes.near
    if query not in kept:
        if len(kept) > KEPT_QUERIES:
            kept.clear()
        kept[query] = _searched(query, indexes, channel)
    return kept[query]


def _searched(query: LookupQuery, indexes: FormIndexes, channel: Channel) -> list[str]:
    word = query._replace(text=query.text.replace(" ", ""))
    if not 0 < len(word.text) < EditIndex.MAX_LENGTH:
        return []
    joined = word != query
    distance = MAX_JOINED_DISTANCE if joined else max_edit_distance(word, indexes.lexicon.zipf(word.text))
    forms: Sequence[str] = indexes.within_distance(word.text, distance)
    if query.doubtful and not joined:
        forms = _damaged(word.text, forms, indexes, channel)
    return list(dict.fromkeys(form for form in forms if form != query.text))


def _damaged(text: str, near: Sequence[str], indexes: FormIndexes, channel: Channel) -> Sequence[str]:
    """The near forms of a doubtful word, and forms that are further but cost little by the channel."""
    if len(text) >= VERY_LONG and not any(map(indexes.lexicon.knows, near)):
        near = indexes.within_distance(text, MAX_DISTANCE + 1)
    if "-" in text or len(text) < 2:
        return near
    forms = [*near, *indexes.by_channel.search(text, channel, CHANNEL_CANDIDATES)]
    return forms + _unlisted(text, forms, indexes.lexicon)


def _unlisted(text: str, forms: Sequence[str], lexicon: Lexicon) -> list[str]:
    """Forms of the nearest words that no frequency list has."""
    from rapidfuzz import process
    from rapidfuzz.distance import Levenshtein

    if lexicon.paradigm is None:
        return []
    nearest = islice(filter(lexicon.knows, forms), PARADIGM_WORDS)
    whole = list({form for near in nearest for form in lexicon.paradigm(near)} - set(forms))
    distance = max(len(text) // 3, 1)
    near = process.extract(text, whole, scorer=Levenshtein.distance, score_cutoff=distance, limit=None)
    return sorted(form for form, _, _ in near)


def _near_document_words(query: LookupQuery, extra: Sequence[str]) -> list[str]:
    """Words of the document, which may be further away: they are few, and in use."""
    from rapidfuzz import process
    from rapidfuzz.distance import Levenshtein

    if not query.doubtful or not extra:
        return []
    distance = max_edit_distance(query, 0.0) + (len(query.text) >= LONG)
    found = process.extract(query.text, extra, scorer=Levenshtein.distance, score_cutoff=distance, limit=None)
    return [form for form, _, _ in found if form != query.text]


def _known(
    ranked: Sequence[tuple[float, str]], lexicon: Lexicon, extra: frozenset[str], keep: int
) -> Iterable[str]:
    """The first ``keep`` known forms; frequency lists hold misspellings too."""
    seen: set[str] = set()
    for _, form in ranked:
        if len(seen) >= keep:
            return
        if form not in seen and (form in extra or lexicon.knows(form)):
            seen.add(form)
            yield form


def is_doubtful(word: str, lexicon: Lexicon) -> bool:
    """Whether a word is unknown, or so rare or short that it may be misread."""
    zipf, known = lexicon.look_up(word)
    return not known or zipf < 2.0 or (len(word) < 4 and zipf < 4.5)

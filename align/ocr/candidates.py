"""Words that a damaged word may have been, by the noisy channel over a language's forms."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice, product

import numpy as np

from align.ocr.confusion import Channel
from align.ocr.lexicon import Lexicon
from align.ocr.worn import WEIGHT_OF_FREQUENCY

COMMON = 3.5
KEEP_UNKNOWN, KEEP_SHORT, KEEP_KNOWN = 14, 30, 8
PART_CHOICES = 5
FURTHEST = 2
"""Edits of the forms that are looked for whatever these edits cost."""
WORN = 12
"""Forms that are looked at of a doubted word, which may be worn beyond that."""
LONG, VERY_LONG = 6, 9
"""Letters from which one more edit is allowed on the same page, and where nothing nearer is found."""

WORDS = 4
"""The nearest forms of which all other forms are tried."""


@dataclass(frozen=True, slots=True)
class Query:
    """A folded string that was read for a word. ``doubted``: it is not known to be one."""

    text: str
    doubted: bool


def reach(query: Query, zipf: float) -> int:
    """The edit distance worth searching: further for words that are rare or not known."""
    length = len(query.text)
    if not query.doubted:
        return FURTHEST if length >= 5 and zipf < COMMON else 1
    return 1 if length < 3 else FURTHEST


def search(
    queries: Iterable[Query],
    lexicon: Lexicon,
    channel: Channel,
    extra: Sequence[str] = (),
    near: dict[Query, list[str]] | None = None,
) -> Mapping[Query, tuple[str, ...]]:
    """For each query the likeliest forms, best first, itself left out.

    ``extra``: forms of the document, searched beside the lexicon's. The order is by the channel's cost
    and the form's frequency; all costs are found in one batch. ``near``: what was found for
    queries before, with the channel of then, so that each is asked once.
    """
    memory = {} if near is None else near
    wanted = list(dict.fromkeys(queries))
    whole: dict[Query, list[str]] = {}
    for query in (*wanted, *_parts(wanted, lexicon)):
        if query not in memory:
            memory[query] = _near(query, lexicon, channel)
        whole[query] = list(dict.fromkeys((*memory[query], *_close(query, extra))))
    ranked = _ranked(whole, lexicon, channel, frozenset(extra))
    hyphened = [query for query in wanted if _hyphened(query) and not ranked[query]]
    compounds = {query: _compounds(query, ranked, lexicon) for query in hyphened}
    made = frozenset(form for forms in compounds.values() for form in forms)
    return ranked | _ranked(compounds, lexicon, channel, made)


def _ranked(
    found: Mapping[Query, list[str]], lexicon: Lexicon, channel: Channel, extra: frozenset[str]
) -> dict[Query, tuple[str, ...]]:
    pairs = [(query, form) for query, forms in found.items() for form in forms]
    costs = channel.costs([form for _, form in pairs], [query.text for query, _ in pairs])
    zipfs = np.array([(lexicon.zipf_of(form) or 2.0) for _, form in pairs], dtype=np.float32)
    scores = iter((costs - WEIGHT_OF_FREQUENCY * zipfs).tolist())
    ranked: dict[Query, tuple[str, ...]] = {}
    for query, forms in found.items():
        keep = KEEP_KNOWN if not query.doubted else KEEP_SHORT if len(query.text) < 4 else KEEP_UNKNOWN
        order = sorted(zip((next(scores) for _ in forms), forms, strict=True))
        ranked[query] = tuple(_known(order, lexicon, extra, keep))
    return ranked


def _hyphened(query: Query) -> bool:
    """Whether a query may be a compound; across a space there is none."""
    return "-" in query.text and " " not in query.text


def _parts(queries: Iterable[Query], lexicon: Lexicon) -> list[Query]:
    """The parts of doubted compounds, to be searched one by one."""
    whole = (query for query in queries if query.doubted and _hyphened(query))
    parts = (part for query in whole for part in query.text.split("-")[:4])
    return [part_query(part, lexicon) for part in dict.fromkeys(parts) if part]


def part_query(part: str, lexicon: Lexicon) -> Query:
    """The query for one part of a compound."""
    return Query(part, doubted(part, lexicon))


def _compounds(query: Query, ranked: Mapping[Query, tuple[str, ...]], lexicon: Lexicon) -> list[str]:
    """Each part as it is, where it is known, or one of its likeliest forms."""
    parts = [part for part in query.text.split("-")[:4] if part]
    choices = [
        [*([part] if lexicon.knows(part) else []), *ranked.get(part_query(part, lexicon), ())[:PART_CHOICES]]
        for part in parts
    ]
    joined = ("-".join(choice) for choice in product(*choices))
    return [form for form in joined if form != query.text]


def _near(query: Query, lexicon: Lexicon, channel: Channel) -> list[str]:
    word = replace(query, text=query.text.replace(" ", ""))
    if not 0 < len(word.text) < lexicon.index.LONGEST:
        return []
    forms = lexicon.index.near(word.text, reach(word, lexicon.zipf(word.text)))
    if query.doubted and word == query:
        forms = _worn(word.text, forms, lexicon, channel)
    return list(dict.fromkeys(form for form in forms if form != query.text))


def _worn(text: str, near: list[str], lexicon: Lexicon, channel: Channel) -> list[str]:
    """The near forms of a doubted word with those it may be in spite of more edits."""
    if len(text) >= VERY_LONG and not any(map(lexicon.knows, near)):
        near = lexicon.index.near(text, FURTHEST + 1)
    if "-" in text or len(text) < 2:
        return near
    forms = near + lexicon.worn.likely(text, channel, WORN)
    return forms + _unlisted(text, forms, lexicon)


def _unlisted(text: str, forms: Sequence[str], lexicon: Lexicon) -> list[str]:
    """Forms that no list of frequencies has, of the words that are nearest."""
    from rapidfuzz.distance import Levenshtein

    if lexicon.paradigm is None:
        return []
    nearest = islice(filter(lexicon.knows, forms), WORDS)
    whole = {form for near in nearest for form in lexicon.paradigm(near)} - set(forms)
    distance = max(len(text) // 3, 1)
    return sorted(
        form for form in whole if Levenshtein.distance(text, form, score_cutoff=distance) <= distance
    )


def _close(query: Query, extra: Sequence[str]) -> list[str]:
    """The document's own words may be further away: they are few, and used here."""
    from rapidfuzz import process
    from rapidfuzz.distance import Levenshtein

    if not query.doubted or not extra:
        return []
    distance = reach(query, 0.0) + (len(query.text) >= LONG)
    found = process.extract(query.text, extra, scorer=Levenshtein.distance, score_cutoff=distance, limit=None)
    return [form for form, _, _ in found if form != query.text]


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

"""Words that a damaged word may have been, by the noisy channel over a language's forms."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice, product

import numpy as np

from align.ocr.confusion import Channel
from align.ocr.lexicon import Lexicon

COMMON = 3.5
KEEP_UNKNOWN, KEEP_SHORT, KEEP_KNOWN = 14, 30, 8
WEIGHT_OF_FREQUENCY = 1.2
PART_CHOICES = 5
LONG = 6
"""Letters from which one more edit is allowed where nothing nearer is found, or on the same page."""

WORDS = 4
"""The nearest forms of which all other forms are tried."""


@dataclass(frozen=True, slots=True)
class Query:
    """A folded string that was read for a word. ``doubted``: it is not known to be one."""

    text: str
    doubted: bool


def reach(query: Query, zipf: float) -> int:
    """The edit distance worth searching: further for longer words and for those not known."""
    length = len(query.text)
    if not query.doubted:
        return 2 if length >= 5 and zipf < COMMON else 1
    return 1 if length < 3 else 2 if length < 9 else 3


def search(
    queries: Iterable[Query],
    lexicon: Lexicon,
    channel: Channel,
    extra: Sequence[str] = (),
    near: dict[Query, list[str]] | None = None,
) -> Mapping[Query, tuple[str, ...]]:
    """For each query the likeliest forms, best first, itself left out.

    ``extra``: forms of the document, searched beside the lexicon's. The order is by the channel's cost
    and the form's frequency; all costs are found in one batch. ``near``: what the index found for
    queries before, so that each is asked once.
    """
    memory = {} if near is None else near
    wanted = list(dict.fromkeys(queries))
    whole: dict[Query, list[str]] = {}
    for query in (*wanted, *_parts(wanted, lexicon)):
        if query not in memory:
            memory[query] = _near(query, lexicon)
        whole[query] = list(dict.fromkeys((*memory[query], *_close(query, extra))))
    ranked = _ranked(whole, lexicon, channel, frozenset(extra))
    hyphened = [query for query in wanted if "-" in query.text and not ranked[query]]
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


def _parts(queries: Iterable[Query], lexicon: Lexicon) -> list[Query]:
    """The parts of doubted compounds, to be searched one by one."""
    parts = (part for query in queries if query.doubted for part in query.text.split("-")[:4])
    hyphened = {part for query in queries if "-" in query.text for part in query.text.split("-")[:4]}
    return [part_query(part, lexicon) for part in dict.fromkeys(parts) if part in hyphened and part]


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


def _near(query: Query, lexicon: Lexicon) -> list[str]:
    if not 0 < len(query.text) < lexicon.index.LONGEST:
        return []
    distance = reach(query, lexicon.zipf(query.text))
    forms = lexicon.index.near(query.text, distance)
    if query.doubted and len(query.text) >= LONG and not {" ", "-"} & set(query.text):
        if not any(map(lexicon.knows, forms)):
            forms = lexicon.index.near(query.text, distance + 1)
        forms += _unlisted(query.text, forms, distance, lexicon)
    return [form for form in forms if form != query.text]


def _unlisted(text: str, forms: Sequence[str], distance: int, lexicon: Lexicon) -> list[str]:
    """Forms that no list of frequencies has, of the words that are nearest."""
    from rapidfuzz.distance import Levenshtein

    if lexicon.paradigm is None:
        return []
    nearest = islice(filter(lexicon.knows, forms), WORDS)
    whole = {form for near in nearest for form in lexicon.paradigm(near)} - set(forms)
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

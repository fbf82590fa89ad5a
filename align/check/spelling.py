"""Names of the translation spelt in two ways."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from align.check.context import CheckContext
from align.check.name import names_of
from align.flag import Flag
from align.names.transliteration import folded


def spellings(matter: CheckContext) -> Iterator[Flag]:
    """A name that the translation once spells otherwise than elsewhere (Latin letters, no case endings)."""
    lines = matter.lines("target")
    places = [(line, name) for line in lines for name in names_of(line, line.sure)]
    counts = Counter(name.bare for _, name in places)
    for line, name in places:
        usual = _usual(name.bare, counts)
        if usual is not None:
            reason = f"elsewhere ({counts[usual]} times) spelt {usual}."
            yield line.flag(name.start, name.stop, "check.name-spelling", 0.7, reason)


def _usual(name: str, counts: Counter[str]) -> str | None:
    """The spelling a once-used name has at least three times elsewhere."""
    from rapidfuzz.distance import Levenshtein
    from wordfreq import zipf_frequency

    if counts[name] > 1 or len(name) < 6 or not name.isascii() or zipf_frequency(name, "en") > 2:
        return None
    for other, count in counts.most_common():
        if count < 3:
            return None
        apart = Levenshtein.distance(folded(name), folded(other))
        if len(other) > 5 and 0 < apart <= (2 if len(name) > 7 else 1) and name[:1] == other[:1]:
            plural = name.rstrip("s") == other.rstrip("s") or other in name or name in other
            return None if plural else other
    return None

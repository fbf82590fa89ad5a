"""The check of spellings: names of the translation that are spelt in two ways."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from align.check.context import CheckContext
from align.check.names_of_line import names_of
from align.flag import Flag
from align.lang.frequency import zipf_frequency
from align.names.similarity import spelling_distance

CONFIDENCE = 0.7
MIN_USUAL_COUNT = 3
"""Occurrences of the usual spelling; a doubtful one occurs once."""

MIN_LETTERS, MIN_LONG_LETTERS = 6, 8
"""Letters of a name, and letters from which two edits may be a slip; else one may."""

MAX_ENGLISH_ZIPF = 2.0
"""Zipf frequency above which the doubtful spelling is an English word."""


def inconsistent_names(context: CheckContext) -> Iterator[Flag]:
    """A name that the translation spells once otherwise than elsewhere (Latin letters, no case endings)."""
    places = [(line, name) for line in context.lines("target") for name in names_of(line, line.certain)]
    counts = Counter(name.bare for _, name in places)
    for line, name in places:
        usual = _usual_spelling(name.bare, counts)
        if usual is not None:
            reason = f"Elsewhere this name is spelt {usual} ({counts[usual]} times)."
            yield line.flag(name.start, name.stop, "check.name-spelling", CONFIDENCE, reason)


def _usual_spelling(name: str, counts: Counter[str]) -> str | None:
    """The usual spelling of a name that occurs once so spelt; ``None`` where it has no other."""
    if counts[name] > 1 or len(name) < MIN_LETTERS or not name.isascii():
        return None
    if zipf_frequency(name, "en") > MAX_ENGLISH_ZIPF:
        return None
    max_edits = 2 if len(name) >= MIN_LONG_LETTERS else 1
    for other, count in counts.most_common():
        if count < MIN_USUAL_COUNT:
            return None
        edits = spelling_distance(name, other)
        if len(other) >= MIN_LETTERS and 0 < edits <= max_edits and name[:1] == other[:1]:
            return None if _is_form_of(name, other) else other
    return None


def _is_form_of(name: str, other: str) -> bool:
    """Whether one is the plural of the other, or a part of it."""
    return name.rstrip("s") == other.rstrip("s") or other in name or name in other

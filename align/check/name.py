"""The check of names: a name in the place of another."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from align.check.context import CheckContext
from align.check.line import Line
from align.check.name_statistics import NameStatistics
from align.check.names_of_line import Name, bare_names, bare_words, names_of
from align.flag import Flag
from align.names.similarity import likeness, may_be_one_name

CONFIDENCE = 0.8

MIN_TAKEN_LIKENESS = 0.7
"""Likeness (fraction 0-1) above which a word is surely one name of a line and no other."""

MIN_TRANSLATION_COSINE = 0.62
"""Cosine of two words' vectors above which one may translate the other (``Китай``, ``China``)."""

MIN_PART, MIN_MEANING_WORD = 3, 4
"""Letters of a part of a name with hyphens, and of a word that may translate a name."""


def swapped_names(context: CheckContext) -> Iterator[Flag]:
    """A name of the translation that the original does not have, where a name of the original is missing.

    Both must be names that the translation transliterates: the document does so elsewhere, or the name is
    so rare that no other form is likely.
    """
    statistics = NameStatistics.of(context)
    for pair in context.pairs:
        missing = _unmatched(pair.source, pair.target, context)
        missing = [name for name in missing if statistics.is_transliterated_source(name)]
        added = _unmatched(pair.target, pair.source, context)
        added = [name for name in added if statistics.is_transliterated_target(name.bare)]
        sources, targets = bare_names(pair.source), bare_names(pair.target)
        missing = [
            name for name in missing if not any(statistics.correspond(name.bare, other) for other in targets)
        ]
        added = [
            name for name in added if not any(statistics.correspond(other, name.bare) for other in sources)
        ]
        for original, name in zip(missing, added, strict=False):
            reason = f"The original names {original.text}, but the translation does not."
            yield pair.target.flag(name.start, name.stop, "check.name", CONFIDENCE, reason)


def _unmatched(line: Line, other: Line, context: CheckContext) -> list[Name]:
    """Names of a line that no word of the other side spells or means.

    A word of the other side that is surely one name (``Stiva`` for ``Стива``) matches no further one by
    sound.
    """
    others = [part for word in bare_words(other.with_corrections) for part in _parts(word)]
    names = names_of(line, line.certain, opening=line.side == "source")
    taken = {word for word in others if any(likeness(name.bare, word) > MIN_TAKEN_LIKENESS for name in names)}
    free = [word for word in others if word not in taken]
    unspelt = [name for name in names if not _is_spelt(name.bare, free, others)]
    return [name for name in unspelt if not _is_translated(name.bare, free, context)]


def _is_spelt(name: str, free: Sequence[str], others: Sequence[str]) -> bool:
    """Whether a free capitalised word may be the name, or any word is similar to it."""
    parts = _parts(name)
    capitalised = [word for word in free if word[0].isupper()]
    return any(may_be_one_name(part, word) for part in parts for word in capitalised) or any(
        likeness(part, word) > 0 for part in parts for word in others
    )


def _parts(name: str) -> list[str]:
    """A name, and its parts between hyphens."""
    return [name, *(part for part in name.split("-") if len(part) >= MIN_PART and part != name)]


def _is_translated(name: str, words: Sequence[str], context: CheckContext) -> bool:
    """Whether a word of the other side may translate the name (``Китай``, ``China``)."""
    compared = [word for word in words if len(word) >= MIN_MEANING_WORD]
    if context.encoder is None or not compared:
        return False
    vectors = context.encoder.encode([name, *compared])
    return float((vectors[1:] @ vectors[0]).max()) > MIN_TRANSLATION_COSINE

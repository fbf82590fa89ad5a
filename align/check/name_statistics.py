"""Which names a document transliterates, and which names correspond in it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from align.check.context import CheckContext
from align.check.names_of_line import Name, bare_names
from align.lang.frequency import zipf_frequency
from align.names.phonetic import stem
from align.names.similarity import likeness

MIN_LIKENESS = 0.1
"""Likeness (fraction 0-1) above which two names of a pair are spellings of one name."""

MIN_SHARED = 0.6
"""Dice's coefficient (Dice, 1945) of the pairs of two names from which they correspond."""

MIN_SHARED_PAIRS = 2
"""Pairs of the document that two corresponding names share."""

MAX_RARE_ZIPF = 4.0
"""Zipf frequency below which a name of the translation is spelt as the original's."""


@dataclass(frozen=True, eq=False)
class NameStatistics:
    """The names of a document's pairs.

    Attributes:
        transliterated: Names of the translation that are similar to a name of the original in some pair.
        corresponding: Stems of names of the original and names of the translation that mostly occur in the
            same pairs, however they are spelt.
        languages: Of the original and of the translation, ISO 639-1.
    """

    transliterated: frozenset[str]
    corresponding: frozenset[tuple[str, str]]
    languages: tuple[str, str]

    @classmethod
    def of(cls, context: CheckContext) -> NameStatistics:
        """From all pairs of a document."""
        transliterated: set[str] = set()
        in_source, in_target, in_both = Counter[str](), Counter[str](), Counter[tuple[str, str]]()
        for pair in context.pairs:
            sources, targets = set(bare_names(pair.source)), set(bare_names(pair.target))
            stems = {stem(name) for name in sources}
            in_source.update(stems)
            in_target.update(targets)
            in_both.update((one, other) for one in stems for other in targets)
            transliterated |= {name for name in targets if _is_similar_to_any(name, sources)}
        corresponding = {
            (one, other)
            for (one, other), count in in_both.items()
            if count >= MIN_SHARED_PAIRS and 2 * count >= MIN_SHARED * (in_source[one] + in_target[other])
        }
        return cls(frozenset(transliterated), frozenset(corresponding), context.languages)

    def is_transliterated_source(self, name: Name) -> bool:
        """Whether the translation transliterates a name of the original.

        True for a capitalised word inside a sentence; a word that begins one may be no name, so that the
        document must transliterate it somewhere.
        """
        return not name.opens or _is_similar_to_any(name.bare, self.transliterated)

    def is_transliterated_target(self, name: str) -> bool:
        """Whether a name of the translation is a transliteration: one somewhere, or a rare word."""
        return name in self.transliterated or _is_rare(name, self.languages[1])

    def correspond(self, source: str, target: str) -> bool:
        """Whether two names correspond in this document and neither is transliterated."""
        return (
            (stem(source), target) in self.corresponding
            and not _is_similar_to_any(source, self.transliterated)
            and target not in self.transliterated
        )


def _is_similar_to_any(name: str, others: frozenset[str] | set[str]) -> bool:
    return any(likeness(name, other) > MIN_LIKENESS for other in others)


def _is_rare(name: str, language: str) -> bool:
    return zipf_frequency(name, language) < MAX_RARE_ZIPF

"""The documents and the pages with the most flags for their words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

import pyarrow.compute as pc

from align.corpus.collection_part import CollectionPart, groups
from align.text.document import Side

SURE = 0.5
"""Least confidence of the flags that are counted."""
FEWEST_WORDS = 20
"""Words below which a place is not ranked: one flag would make it the worst."""
SHOWN = 100
"""Rows of a list."""
PLACE = ["document", "side", "page", "picture"]

Place = tuple[str, Side | None, int | None, str | None]
"""Document, side, page and the file of the page's picture; only the first of a whole document."""


@dataclass(frozen=True)
class RankedPlace:
    """A document or a page of one.

    Attributes:
        place: Which.
        words: Of its sentences.
        kinds: Kind of flag -> how many of at least :data:`SURE`.
        beads: Of the document; 0 for a page.
        doubtful: Those that a person should check.
    """

    place: Place
    words: int
    kinds: Mapping[str, int]
    beads: int = 0
    doubtful: int = 0

    @property
    def flags(self) -> int:
        """Of all kinds."""
        return sum(self.kinds.values())

    @property
    def rate(self) -> float:
        """Flags a hundred words."""
        return 100 * self.flags / self.words


@dataclass
class Ranking:
    """The worst of many places, and how many others there were with flags.

    Attributes:
        worst: The worst first, at most :data:`SHOWN`.
        left_out: Places with flags that are better than these.
        short: Places with flags that have too few words to be ranked.
    """

    worst: list[RankedPlace] = field(default_factory=list)
    left_out: int = 0
    short: int = 0

    @property
    def any(self) -> bool:
        """Whether there is a place with flags."""
        return bool(self.worst or self.short)

    def add(self, places: Iterable[RankedPlace]) -> None:
        """Rank more places; those without a flag do not count."""
        flagged = [one for one in places if one.flags]
        ranked = [one for one in flagged if one.words >= FEWEST_WORDS]
        ordered = sorted([*self.worst, *ranked], key=_order)
        self.worst, self.short = ordered[:SHOWN], self.short + len(flagged) - len(ranked)
        self.left_out += max(len(ordered) - SHOWN, 0)


def _order(one: RankedPlace) -> tuple[object, ...]:
    document, side, page, picture = one.place
    return (-one.rate, -one.flags, document, side or "", page or 0, picture or "")


@dataclass
class WorstPlaces:
    """The worst documents of a collection and the worst pages of its scans."""

    documents: Ranking = field(default_factory=Ranking)
    pages: Ranking = field(default_factory=Ranking)

    def add(self, part: CollectionPart) -> None:
        """Rank the documents and pages of a partition."""
        words, kinds = _words(part), _kinds(part)
        self.pages.add(
            RankedPlace(place, count, kinds.get(place, {}))
            for place, count in words.items()
            if place[2] is not None
        )
        self.documents.add(_documents(part, words, kinds))


def _words(part: CollectionPart) -> dict[Place, int]:
    """Words of each page of each side, or of the sides that have no pages."""
    sentences = part.columns("sentences", *PLACE, "text")
    counts = pc.count_substring_regex(sentences["text"], r"\S+")
    counted = sentences.select(PLACE).append_column("words", counts)
    return {_place(row): row["words"] for row in groups(counted, PLACE, "words")}


def _kinds(part: CollectionPart) -> dict[Place, Counter[str]]:
    """Flags of each kind on each of these places."""
    flags = part.columns("flags", *PLACE, "kind", "confidence")
    sure = flags.filter(pc.greater_equal(flags["confidence"], SURE))
    found: dict[Place, Counter[str]] = {}
    for row in groups(sure, [*PLACE, "kind"]):
        found.setdefault(_place(row), Counter())[row["kind"]] = row["rows"]
    return found


def _place(row: Mapping[str, Any]) -> Place:
    return tuple(row[name] for name in PLACE)


def _documents(
    part: CollectionPart, words: Mapping[Place, int], kinds: Mapping[Place, Counter[str]]
) -> Iterable[RankedPlace]:
    """The documents of a partition: their pages added up."""
    all_words: Counter[str] = Counter()
    all_kinds: dict[str, Counter[str]] = {}
    for place, count in words.items():
        all_words[place[0]] += count
    for place, found in kinds.items():
        all_kinds.setdefault(place[0], Counter()).update(found)
    beads = {
        row["document"]: (row["rows"], row["doubtful"] or 0)
        for row in groups(part.columns("beads", "document", "doubtful"), ["document"], "doubtful")
    }
    for document, count in all_words.items():
        whole: Place = (document, None, None, None)
        yield RankedPlace(whole, count, all_kinds.get(document, {}), *beads.get(document, (0, 0)))

"""All figures of the report on a collection, counted a partition after the other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from align.corpus.collection_part import collection_parts
from align.corpus.confusion_profile import ConfusionProfile
from align.corpus.distributions import Distributions
from align.corpus.listings import DocumentListings, Listing, linked_copies
from align.corpus.summary import CorpusSummary, corpus_summary
from align.corpus.worst_places import WorstPlaces
from align.ocr.channel.report import ConfusionEntry
from align.progress import Progress, Step, no_progress


@dataclass(frozen=True)
class CollectionFigures:
    """What the report shows.

    Attributes:
        summary: The counts of the tables.
        worst: Documents and pages with the most flags for their words.
        listings: Documents that failed, that are alone, that took long.
        distributions: Confidences, sizes, languages.
        confusions: Which letters were read as which, the commonest first.
        compared: Flags whose letters were compared for that.
        comparable: Those that might have been.
        copies: Documents that are linked as copies of others.
        sizes: Name of each table -> bytes of its files; of tables that are equal for equal input.
    """

    summary: CorpusSummary
    worst: WorstPlaces
    listings: DocumentListings
    distributions: Distributions
    confusions: Sequence[ConfusionEntry]
    compared: int
    comparable: int
    copies: Listing
    sizes: dict[str, int]


def collection_figures(folder: Path, progress: Progress = no_progress) -> CollectionFigures:
    """Count what the tables of a folder hold.

    Args:
        folder: Of the collection.
        progress: Called with each partition.

    Raises:
        ReadError: A table is missing or damaged.
    """
    parts = collection_parts(folder)
    worst, listings, distributions = WorstPlaces(), DocumentListings(), Distributions()
    profile = ConfusionProfile(len(parts))
    for number, part in enumerate(parts):
        progress(Step("counting for the report", number, len(parts), "partitions"))
        for one in (worst, listings, distributions, profile):
            one.add(part)
    sizes = {
        name: sum((folder / name / part.name).stat().st_size for part in parts)
        for name in ("documents", "sentences", "beads", "flags")
    }
    return CollectionFigures(
        corpus_summary(folder),
        worst,
        listings,
        distributions,
        profile.entries(),
        profile.compared,
        profile.flags,
        linked_copies(collection_parts(folder, "duplicates")),
        sizes,
    )

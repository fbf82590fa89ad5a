"""How confidences, sizes and languages are spread over a collection."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from align.corpus.collection_part import CollectionPart, groups

BINS = 20
"""Of a confidence 0-1."""

Pair = tuple[str, str]
"""Languages of the original and of the translation; empty where there is none."""


@dataclass
class Distributions:
    """Counts of a collection.

    Attributes:
        bead_confidences: Beads in each of :data:`BINS` equal bins from 0 to 1.
        flag_confidences: Flags, likewise.
        sizes: ``n`` -> documents whose longer side has from 2 ** (n - 1) to 2 ** n - 1 sentences; 0 for none.
        languages: Pair of languages -> documents, sentences of originals, sentences of translations.
    """

    bead_confidences: list[int] = field(default_factory=lambda: [0] * BINS)
    flag_confidences: list[int] = field(default_factory=lambda: [0] * BINS)
    sizes: Counter[int] = field(default_factory=Counter)
    languages: dict[Pair, tuple[int, int, int]] = field(default_factory=dict)

    def add(self, part: CollectionPart) -> None:
        """Count a partition."""
        for table, bins in (("beads", self.bead_confidences), ("flags", self.flag_confidences)):
            bins[:] = [
                one + other
                for one, other in zip(
                    bins, binned(part.columns(table, "confidence")["confidence"]), strict=True
                )
            ]
        columns = ("status", "source_language", "target_language", "source_sentences", "target_sentences")
        documents = part.columns("documents", *columns)
        documents = documents.filter(pc.not_equal(documents["status"], "failed"))
        self.sizes.update(_sizes(documents))
        for pair, counts in _languages(documents).items():
            several = zip(self.languages.get(pair, (0, 0, 0)), counts, strict=True)
            self.languages[pair] = tuple(map(sum, several))  # type: ignore[assignment]  # as many


def binned(confidences: pa.ChunkedArray) -> Sequence[int]:
    """How many confidences are in each bin; one at the border of two is in the upper one."""
    values = confidences.drop_null().to_numpy()
    places = np.clip(np.floor(values * BINS + 1e-9).astype(np.int64), 0, BINS - 1)
    counts: list[int] = np.bincount(places, minlength=BINS).tolist()
    return counts


def _sizes(documents: pa.Table) -> Counter[int]:
    longer = pc.max_element_wise(documents["source_sentences"], documents["target_sentences"])
    return Counter(int(count).bit_length() for count in longer.to_pylist())


def _languages(documents: pa.Table) -> Mapping[Pair, tuple[int, int, int]]:
    keys, sides = ["source_language", "target_language"], ("source_sentences", "target_sentences")
    return {
        (row[keys[0]] or "", row[keys[1]] or ""): (row["rows"], row[sides[0]] or 0, row[sides[1]] or 0)
        for row in groups(documents, keys, *sides)
    }
